import { z } from 'zod';
import { isFiscalYear } from '../../kernel/fiscal-year.ts';
import { condition, decimal, field, id, label, listOf } from './field-shape.ts';
import type { SchemeContents } from './scheme.events.ts';

const level = z.strictObject({
  id, name: label, parent: z.exactOptional(id), texts: listOf(z.strictObject({ id, name: label }), { atMost: 20 }),
});

const scale = z.strictObject({
  id, name: label,
  grades: listOf(z.strictObject({ id, label, from: z.exactOptional(decimal) }), { atLeast: 2, atMost: 20 }),
});

const fiscalYear = z.string().regex(/^\d{4}$/, 'must be a fiscal year')
  .refine((year) => isFiscalYear(Number(year)), 'must be a fiscal year');

const unitPrice = z.strictObject({ id, name: label, byYear: z.record(fiscalYear, decimal) });

const section = z.strictObject({ id, name: label, fields: listOf(field, { atMost: 200 }) });

const sheetType = z.strictObject({ id, name: label, level: id, sections: listOf(section, { atLeast: 1, atMost: 50 }) });

const step = z.strictObject({ id, name: label, rank: id, within: z.enum(['section', 'department']), ofCoOwners: z.boolean() });

const approvalLine = z.strictObject({
  department: z.exactOptional(id), sheetType: z.exactOptional(id), steps: listOf(step, { atMost: 20 }),
});

const opinion = z.strictObject({
  fields: listOf(field, { atLeast: 1, atMost: 200 }),
  seenBy: z.exactOptional(z.strictObject({
    office: z.exactOptional(z.enum(['concluded', 'never'])), public: z.exactOptional(z.enum(['published', 'never'])),
  })),
});

const stage = z.strictObject({
  id, name: label, evaluator: z.enum(['meeting', 'committee', 'mayor']),
  fields: listOf(field, { atMost: 200 }), condition: z.exactOptional(condition), opinion: z.exactOptional(opinion),
});

/** What a scheme looks like; whether it holds together is said by `faults/`. */
export const schemeShape = z.strictObject({
  levels: listOf(level, { atLeast: 1, atMost: 20 }),
  scales: listOf(scale, { atMost: 50 }),
  unitPrices: listOf(unitPrice, { atMost: 100 }),
  sheetTypes: listOf(sheetType, { atLeast: 1, atMost: 50 }),
  approvalLines: listOf(approvalLine, { atMost: 500 }),
  stages: listOf(stage, { atMost: 20 }),
}) satisfies z.ZodType<SchemeContents>;
