import type { Attempts } from './access-attempt.ts';
import { committeeAttempts } from './access-attempts.committee.ts';
import { officeAttempts } from './access-attempts.office.ts';
import { paperAttempts } from './access-attempts.papers.ts';
import { peopleAttempts } from './access-attempts.people.ts';
import { publicationAttempts } from './access-attempts.publication.ts';
import { readingAttempts } from './access-attempts.reading.ts';
import { recommendationAttempts } from './access-attempts.recommendations.ts';
import { revisionAttempts } from './access-attempts.revision.ts';
import { secondEvaluationAttempts } from './access-attempts.second-evaluation.ts';
import { sheetAttempts } from './access-attempts.sheets.ts';
import { stageAttempts } from './access-attempts.stages.ts';
import type { AccessOffice } from './access-office.ts';
import type { Sheets } from './access-sheets.ts';

/** For every line of access.expected.txt but those of what is seen on a sheet. */
export async function attemptsOf(opened: AccessOffice, sheets: Sheets): Promise<Attempts> {
  return {
    ...officeAttempts(opened), ...peopleAttempts(opened), ...paperAttempts(opened), ...revisionAttempts(opened), ...await committeeAttempts(opened),
    ...sheetAttempts(opened, sheets), ...stageAttempts(sheets), ...secondEvaluationAttempts(sheets), ...readingAttempts(opened, sheets),
    ...recommendationAttempts(opened), ...await publicationAttempts(opened, sheets),
  };
}
