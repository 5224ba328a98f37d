import { z } from 'zod';
import { dayPattern } from '../kernel/day.ts';
import type { Fault } from '../kernel/fault.ts';
import { pathText, repeated } from '../kernel/fault.ts';
import { officeIdPattern } from '../kernel/office-id.ts';
import { parseUuid } from '../kernel/uuid.ts';
import type { FoundMunicipality } from './domain/found.ts';
import { municipalityIdPattern } from './domain/municipality.ts';

/** A founding as the operator's file says it: the office for the log, and the names of its people, which stay out of it. */
export interface Founding {
  readonly municipality: string;
  readonly office: FoundMunicipality;
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

const text = z.string().min(1).max(200).refine((value) => value.isWellFormed(), 'has half a character in it');
const label = z.strictObject({ ja: text, en: text });
const id = z.string().regex(officeIdPattern, 'must be a short word in lower case: a-z, 0-9 and hyphens');
/** A random id, because what names a person in the log stays there for ever: it must not be his name. */
const person = z.string().transform((value) => parseUuid(value) ?? value)
  .refine((value) => parseUuid(value) !== undefined, 'must be a UUID');
/** Whether there is such a day is the decider's to say. */
const day = z.string().regex(dayPattern, 'must be a day like 2026-04-01');

const foundingShape = z.strictObject({
  id: z.string().regex(municipalityIdPattern, 'must be 2 to 31 of a-z and 0-9, a letter first'),
  name: label,
  demonstration: z.boolean().default(false),
  departments: z.array(z.strictObject({ id, name: label })),
  sections: z.array(z.strictObject({ id, department: id, name: label })),
  posts: z.array(z.strictObject({
    id, section: id, title: label, role: z.enum(['staff', 'approver', 'secretariat', 'auditor', 'admin']), rank: z.exactOptional(id),
  })),
  appointments: z.array(z.strictObject({ id, post: id, person, from: z.exactOptional(day), to: z.exactOptional(day) })),
  words: z.exactOptional(z.strictObject({
    residents: z.exactOptional(label), mayor: z.exactOptional(label), assembly: z.exactOptional(label),
  })),
  people: z.array(z.strictObject({ id: person, name: text })).default([]),
});

/** Whether the office holds together is its decider's to say; here is only what a file can get wrong before that. */
export function readFounding(asked: unknown): Founding | readonly Fault[] {
  const read = foundingShape.safeParse(asked);
  if (!read.success) return read.error.issues.map(({ path, message }) => ({ path: pathText(path), message }));
  const { id: municipality, people, ...office } = read.data;
  const appointed = new Set(office.appointments.map((one) => one.person));
  const faults = [
    ...repeated('people', 'id', people),
    ...people.flatMap((one, index) =>
      (appointed.has(one.id) ? [] : [{ path: `people[${index}].id`, message: `${one.id} holds no post` }])),
  ];
  return faults.length > 0 ? faults : { municipality, office, people };
}
