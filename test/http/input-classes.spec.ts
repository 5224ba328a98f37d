import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';
import fc from 'fast-check';
import { rooms } from '../../apps/api/rooms.ts';
import { InputChecks, inputSchemas } from '../../libs/platform/http/input-schemas.ts';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

type Class = new () => object;

const schemas = inputSchemas() as unknown as Readonly<Record<string, Schema>>;
/** Every class with decorators that the rooms have brought, as class-validator itself keeps them. */
const classes = [...(getMetadataStorage() as unknown as { validationMetadatas: ReadonlyMap<Class, unknown> }).validationMetadatas.keys()]
  .filter((type) => type.name in schemas);
const checks = new InputChecks();

/** Anything that somebody might put where something else is expected. */
const anything = fc.oneof(
  fc.constantFrom<unknown>(
    null, '', ' ', 0, -1, 1, 1.5, 1e300, true, [], [null], [[]], {}, { a: 1 }, '0', 'a', 'A', 'x'.repeat(41), '2026-04-01', '２０２６', '日本', 'a\n',
    '❤️'.repeat(3), '👨‍👩‍👧'.repeat(30), 'が', '\u0000', '2026', 'text', 'rating', '0192f0c4-7a3b-7c00-8000-000000000001',
    '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '0192f0c4-7a3b-9c00-8000-000000000001',
  ),
  fc.string({ unit: 'binary', maxLength: 50 }),
);

/** Now and then something else in the place of what is right: the more members, the seldomer in each, so that some are right as a whole. */
function orAnything(expected: fc.Arbitrary<unknown>, among = 10): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 10 * among, arbitrary: expected }, { weight: 1, arbitrary: anything });
}

function text({ pattern, minLength = 0, maxLength = 60 }: Schema): fc.Arbitrary<unknown> {
  if (pattern?.includes('0-9a-fA-F') === true) {
    const almost = fc.tuple(fc.uuid(), fc.constantFrom('0', '8', '9', 'g')).map(([id, version]) => `${id.slice(0, 14)}${version}${id.slice(15)}`);
    return fc.oneof({ weight: 40, arbitrary: fc.uuid() }, { weight: 1, arbitrary: almost });
  }
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  const longest = Math.min(maxLength, 300);
  return fc.oneof(
    { weight: 40, arbitrary: fc.string({ minLength, maxLength: Math.min(longest, 20) }) },
    // At the border, in characters that are counted in more ways than one.
    { weight: 5, arbitrary: fc.constantFrom('あ', '𠮷').map((character) => character.repeat(longest)) },
    { weight: 1, arbitrary: fc.constantFrom('あ', '𠮷', '❤️', 'e\u0301', '👨‍👩‍👧').map((character) => character.repeat(longest + 1)) },
  );
}

function right(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) return object(schemas[schema.$ref.split('/').at(-1) as string] as Schema);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'string': return text(schema);
    case 'boolean': return fc.boolean();
    case 'integer': case 'number': return fc.integer({ min: schema.minimum ?? -5, max: Math.min(schema.maximum ?? 1e6, Number.MAX_SAFE_INTEGER) });
    case 'array': return fc.array(orAnything(right(schema.items ?? {})), { minLength: schema.minItems ?? 0, maxLength: Math.min(schema.maxItems ?? 3, (schema.minItems ?? 0) + 2) });
    case 'object': return schema.properties === undefined ? fc.dictionary(fc.string(), anything, { maxKeys: 3 }) : object(schema);
    default: return anything;
  }
}

function object({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
  const among = Math.min(10, Object.keys(properties).length);
  const members = Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, orAnything(right(schema), among)]));
  const whole = fc.record(members, { requiredKeys: [...required] });
  const lacking = fc.record(members, { requiredKeys: [] });
  const withMore = whole.map((value) => ({ ...(value as object), surplus: 1 }));
  return fc.oneof({ weight: 30, arbitrary: whole }, { weight: 2, arbitrary: lacking }, { weight: 1, arbitrary: withMore });
}

function isRightByDecorators(type: Class, value: unknown): boolean {
  return validateSync(plainToInstance(type, value as object), { whitelist: true, forbidNonWhitelisted: true }).length === 0;
}

/**
 * class-validator takes null for a member that may be absent, and a list for an object in a list of objects; and in lengths
 * it does not count the character that tells an emoji from a sign.
 */
function isKnownToBeLax(value: unknown): boolean {
  return /:null|[[,]\[|\ufe0f/.test(JSON.stringify(value));
}

it('there are the classes of every room', () => {
  expect(rooms.length).toBeGreaterThan(4);
  expect(classes.map(({ name }) => name)).toEqual(expect.arrayContaining(['AdoptSchemeBody', 'AdoptPlanBody', 'OpenCycleBody', 'SaveFieldsBody', 'SendBackBody', 'ListSheetsQuery', 'WorkingCopyBody']));
});

describe.each(classes.map((type) => [type.name, type] as const))('%s', (name, type) => {
  it('is checked by the compiled schema as by its decorators', () => {
    const taken = { yes: 0, no: 0 };
    fc.assert(fc.property(object(schemas[name] as Schema), (generated) => {
      // As it would come over the wire.
      const value: unknown = JSON.parse(JSON.stringify(generated));
      const isRight = checks.of(name)(value);
      taken[isRight ? 'yes' : 'no']++;
      const isRightByTheWord = isRightByDecorators(type, value);
      // Nothing passes that the decorators would refuse; and the schema refuses more only where they are known to be lax.
      if (isRight) expect([value, isRightByTheWord]).toEqual([value, true]);
      else if (isRightByTheWord) expect([value, isKnownToBeLax(value)]).toEqual([value, true]);
    }), { numRuns: 600 });
    // A property that never sees one of the two says nothing.
    expect(Math.min(taken.yes, taken.no)).toBeGreaterThan(20);
  });
});
