import { z } from 'zod';
import { isBlank } from '../../../kernel/blank.ts';
import { isFiscalYear } from '../../../kernel/fiscal-year.ts';
import { id as officeId, label, listOf } from '../../../scheme/domain/field-shape.ts';

function textOf(longest: number) {
  return z.string().max(longest).refine((value) => !isBlank(value), 'must not be blank');
}

const id = z.string().min(1).max(100);
const number = textOf(40);
const year = z.int().refine(isFiscalYear, 'must be a fiscal year');
const yearValue = z.strictObject({ year, value: textOf(500) });

const owners = {
  section: officeId,
  related: listOf(officeId, { atMost: 100 }).default([]),
  outside: listOf(textOf(200), { atMost: 50 }).default([]),
};
const nodeInPlace = {
  number,
  name: label,
  ...owners,
  flags: listOf(z.enum(['priority', 'new', 'repeated']), { atMost: 3 }).default([]),
  texts: z.record(z.string(), z.string().max(100_000)).default({}),
  upper: listOf(z.strictObject({ plan: id, node: id }), { atMost: 20 }).default([]),
};

const indicator = {
  number: z.exactOptional(number),
  name: label,
  class: z.enum(['activity', 'outcome']),
  unit: z.string().max(40),
  kind: z.enum(['cumulative', 'annual', 'state']),
  direction: z.enum(['higher', 'lower']),
  baseline: z.exactOptional(yearValue),
  targets: listOf(yearValue, { atMost: 50 }).default([]),
  formula: z.exactOptional(textOf(2_000)),
  source: z.exactOptional(textOf(2_000)),
  knownWhen: z.exactOptional(textOf(2_000)),
};

/** A change as it is handed in: things that are there by their ids, what is new without one, values as typed. */
export const changeShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('change-target'), indicator: id, year, value: textOf(500) }),
  z.strictObject({ kind: z.literal('add-node'), node: z.strictObject({ parent: z.exactOptional(id), level: officeId, ...nodeInPlace }) }),
  z.strictObject({ kind: z.literal('drop-node'), node: id, recommendationsTo: z.exactOptional(id) }),
  z.strictObject({ kind: z.literal('rename-node'), node: id, name: z.exactOptional(label), number: z.exactOptional(number) }),
  z.strictObject({ kind: z.literal('move-node'), node: id, parent: z.exactOptional(id), number: z.exactOptional(number) }),
  z.strictObject({
    kind: z.literal('merge-nodes'), nodes: listOf(id, { atLeast: 1, atMost: 100 }),
    into: z.union([id, z.strictObject(nodeInPlace)], 'must be the id of a node, or a new node'),
  }),
  z.strictObject({
    kind: z.literal('split-node'), node: id,
    into: listOf(z.strictObject({
      ...nodeInPlace, children: listOf(id, { atMost: 3_000 }).default([]), indicators: listOf(id, { atMost: 3_000 }).default([]),
    }), { atLeast: 2, atMost: 100 }),
  }),
  z.strictObject({ kind: z.literal('change-owner'), node: id, ...owners }),
  z.strictObject({ kind: z.literal('add-indicator'), indicator: z.strictObject({ node: id, ...indicator }) }),
  z.strictObject({ kind: z.literal('replace-indicator'), indicator: id, replacement: z.strictObject({ node: id, ...indicator }) }),
  z.strictObject({ kind: z.literal('drop-indicator'), indicator: id }),
]);

export type HandedInChange = z.infer<typeof changeShape>;
