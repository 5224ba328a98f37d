import type { Attempts } from './access-attempt.ts';
import { officeAttempts } from './access-attempts.office.ts';
import { paperAttempts } from './access-attempts.papers.ts';
import { peopleAttempts } from './access-attempts.people.ts';
import { sheetAttempts } from './access-attempts.sheets.ts';
import type { AccessOffice } from './access-office.ts';
import type { Sheets } from './access-sheets.ts';

/** For every line of access.expected.txt but those of what is seen. */
export function attemptsOf(opened: AccessOffice, sheets: Sheets): Attempts {
  return { ...officeAttempts(opened), ...peopleAttempts(opened), ...paperAttempts(opened), ...sheetAttempts(opened, sheets) };
}
