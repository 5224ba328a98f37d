import { describe, expect, it } from '@jest/globals';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsObject, IsOptional, IsString, MaxLength, Min, ValidateNested } from 'class-validator';
import { Problem } from '../problems/problem.ts';
import { bodyFault } from './body-fault.ts';
import { InputPipe, NoBody } from './input-pipe.ts';

class LineBody {
  @IsString() @MaxLength(5) text!: string;
}

class PageBody {
  @IsInt() @Min(0) number!: number;
  @IsOptional() @IsString() remark?: string;
  @IsArray() @ArrayMaxSize(2) @ValidateNested({ each: true }) @Type(() => LineBody) lines!: LineBody[];
  @IsObject() free!: Record<string, unknown>;
}

const pipe = new InputPipe();
const page = { number: 1, lines: [{ text: 'ab' }], free: { any: [null, { thing: true }] } };

function given(value: unknown, metatype: new () => unknown = PageBody, type: 'body' | 'query' | 'param' | 'custom' = 'body'): unknown {
  return pipe.transform(value, { type, metatype });
}

/** What was refused, and where. */
function refused(value: unknown, metatype: new () => unknown = PageBody): { code: string; fields: unknown } {
  try {
    given(value, metatype);
  } catch (thrown) {
    const { code, details } = thrown as Problem;
    return { code, fields: (details['errors'] as { field: string }[] | undefined)?.map(({ field }) => field) };
  }
  throw new Error('it was taken');
}

describe('what comes in', () => {
  it('is handed on as it came when it is right', () => {
    expect(given(page)).toBe(page);
    expect(given({ ...page, remark: 'x' })).toEqual({ ...page, remark: 'x' });
  });

  it.each<[string, object, readonly string[]]>([
    ['a wrong type', { ...page, number: '1' }, ['number', 'number']],
    ['a missing member', { ...page, number: undefined, lines: [] }, ['number', 'number']],
    ['an unknown member', { ...page, secret: 1 }, ['secret']],
    ['an unknown member deep inside', { ...page, lines: [{ text: 'a' }, { text: 'b', secret: 1 }] }, ['lines.1.secret']],
    ['something too long deep inside', { ...page, lines: [{ text: 'abcdef' }] }, ['lines.0.text']],
    ['too many', { ...page, lines: [{ text: 'a' }, { text: 'a' }, { text: 'a' }] }, ['lines']],
    ['two faults at once', { ...page, number: -1, free: [] }, ['number', 'free']],
  ])('is refused with its place: %s', (_what, value, fields) => {
    expect(refused(JSON.parse(JSON.stringify(value)))).toEqual({ code: 'wrong-input', fields });
  });

  it.each([[null], [undefined], [[]], ['text'], [7], [true]])('is refused when it is no object: %j', (value) => {
    expect(refused(value)).toEqual({ code: 'wrong-input', fields: [''] });
  });

  it('is nothing where nothing is taken', () => {
    for (const nothing of [undefined, null, {}]) expect(given(nothing, NoBody)).toEqual({});
    for (const something of [{ a: 1 }, [], 'text', 0]) expect(refused(something, NoBody).code).toBe('wrong-input');
  });

  it('is left alone where it is not ours to look at', () => {
    for (const type of ['param', 'custom'] as const) expect(given({ secret: 1 }, PageBody, type)).toEqual({ secret: 1 });
    expect(given({ secret: 1 }, Object)).toEqual({ secret: 1 });
  });

  it('is looked at before any schema is asked', () => {
    expect(refused({ ...page, free: { text: '\ud800' } }).code).toBe('malformed-body');
    expect(refused({ text: '\ud800' }, NoBody).code).toBe('malformed-body');
  });
});

describe('a body', () => {
  const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: nested(depth - 1) });

  it.each<[string, unknown, string | undefined]>([
    ['honest', { a: ['b', 1, null, true, { c: '🌸' }] }, undefined],
    ['as deep as anybody needs', nested(20), undefined],
    ['deeper', nested(21), 'nested too deeply'],
    ['deep in lists', JSON.parse('['.repeat(21) + ']'.repeat(21)), 'nested too deeply'],
    ['with half a character', { a: 'x\udc00' }, 'lone surrogate'],
    ['with half a character for a name', { '\ud83c': 1 }, 'lone surrogate'],
    ['with a prototype', JSON.parse('{"a":{"__proto__":{}}}'), 'prototype key'],
    ['with a constructor', [{ constructor: 1 }], 'prototype key'],
    ['with an infinity', JSON.parse('{"a":[-1e999]}'), 'number out of range'],
  ])('%s', (_what, value, fault) => expect(bodyFault(value)).toBe(fault));
});
