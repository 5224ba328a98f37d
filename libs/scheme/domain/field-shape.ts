import { z } from 'zod';
import { officeIdPattern } from '../../kernel/office-id.ts';
import type { AnyField, Balance, Column, Condition, Field, SimpleField, TableRows } from './field.ts';

/** Every object of JavaScript has these, so nothing that is looked up by its id may be called so. */
const takenNames: ReadonlySet<string> = new Set(['constructor', 'prototype']);

export const id = z.string().regex(officeIdPattern, 'must be a short word in lower case: a-z, 0-9 and hyphens, a letter first')
  .refine((value) => !takenNames.has(value), { error: ({ input }) => `${String(input)} cannot be an id` });

function textOf(longest: number) {
  return z.string().regex(/\S/, 'must not be blank').max(longest).refine((value) => value.isWellFormed(), 'has half a character in it');
}

export const label = z.strictObject({ ja: textOf(200), en: textOf(200) }).meta({ id: 'SchemeLabel' });
const help = z.strictObject({ ja: textOf(2_000), en: textOf(2_000) }).meta({ id: 'SchemeHelp' });

export function listOf<Item extends z.ZodType>(item: Item, { atLeast = 0, atMost }: { readonly atLeast?: number; readonly atMost: number }) {
  return z.array(item).min(atLeast).max(atMost);
}

export const decimal = z.string().max(30)
  .regex(/^(0|-?[1-9]\d*|-?(0|[1-9]\d*)\.\d*[1-9])$/, 'must be a decimal in a text, without needless zeros: "97.8"');

/** How deep conditions may stand in one another is bounded where every body is. */
export const condition: z.ZodType<Condition> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('chosen'), field: id, among: listOf(id, { atLeast: 1, atMost: 50 }) }),
  z.strictObject({ kind: z.literal('answered'), field: id }),
  z.strictObject({ kind: z.enum(['all', 'any']), get of() { return listOf(condition, { atLeast: 1, atMost: 20 }); } }),
]).meta({ id: 'SchemeCondition' });

const moment = z.enum(['always', 'submitted', 'accepted', 'handed-over', 'concluded', 'published', 'never']);

const seenBy = z.strictObject({
  office: z.exactOptional(moment), members: z.exactOptional(moment), public: z.exactOptional(moment),
}).meta({ id: 'SchemeVisibility' });

const ofAnyField = {
  id,
  label,
  help: z.exactOptional(help),
  required: z.union([z.boolean(), condition], 'must be true, false or a condition'),
  filledBy: z.exactOptional(z.enum(['section', 'secretariat'])),
  seenBy: z.exactOptional(seenBy),
} satisfies Record<keyof AnyField, z.ZodType>;

const named = z.strictObject({ id, label });
const options = listOf(named, { atLeast: 1, atMost: 50 });
const formula = textOf(500);
const unit = textOf(40);

const simpleFields = [
  z.strictObject({ ...ofAnyField, kind: z.literal('text'), longestLength: z.exactOptional(z.int().min(1).max(100_000)) }),
  z.strictObject({ ...ofAnyField, kind: z.literal('choice'), options }),
  z.strictObject({ ...ofAnyField, kind: z.literal('checks'), options }),
  z.strictObject({ ...ofAnyField, kind: z.literal('rating'), scale: id }),
  z.strictObject({ ...ofAnyField, kind: z.literal('points'), least: decimal, most: decimal, step: decimal }),
  z.strictObject({
    ...ofAnyField, kind: z.literal('value'), figureOnly: z.exactOptional(z.boolean()), money: z.exactOptional(z.boolean()), unit: z.exactOptional(unit),
  }),
  z.strictObject({ ...ofAnyField, kind: z.literal('date') }),
  z.strictObject({
    ...ofAnyField, kind: z.literal('computed'), formula, decimals: z.exactOptional(z.int().min(0).max(10)),
    percent: z.exactOptional(z.boolean()), money: z.exactOptional(z.boolean()),
  }),
] as const satisfies readonly z.ZodType<SimpleField>[];

const column = z.discriminatedUnion('kind', [
  ...simpleFields,
  z.strictObject({
    ...ofAnyField, kind: z.literal('given'), given: z.enum(['name', 'unit', 'baseline', 'target', 'last-year', 'final-target']),
  }),
]).meta({ id: 'SchemeColumn' }) satisfies z.ZodType<Column>;

const rows = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('form'), rows: listOf(named, { atLeast: 1, atMost: 200 }) }),
  z.strictObject({ from: z.literal('indicators'), class: z.exactOptional(z.enum(['activity', 'outcome'])) }),
  z.strictObject({ from: z.literal('children') }),
  z.strictObject({ from: z.literal('section'), atMost: z.int().min(1).max(200) }),
]) satisfies z.ZodType<TableRows>;

const balance = z.strictObject({ id, left: formula, right: formula, message: label }) satisfies z.ZodType<Balance>;

export const field = z.discriminatedUnion('kind', [
  ...simpleFields,
  z.strictObject({
    ...ofAnyField, kind: z.literal('table'), rows, columns: listOf(column, { atLeast: 1, atMost: 50 }),
    balances: z.exactOptional(listOf(balance, { atMost: 20 })),
  }),
  z.strictObject({ ...ofAnyField, kind: z.literal('roll-up'), sheetType: id, field: id }),
  z.strictObject({ ...ofAnyField, kind: z.literal('attachments'), atMost: z.int().min(1).max(50) }),
]).meta({ id: 'SchemeField' }) satisfies z.ZodType<Field>;
