import { randomUUID } from 'node:crypto';
import {
  AcceptFirstEvaluation, ApproveFirstEvaluation, SaveFields, SubmitFirstEvaluation,
} from '../../libs/evaluation/commands.ts';
import type { AnyCommand } from '../../libs/platform/commands/verb.ts';
import { memberOf, Office, openInstallation, runEach, secretariatOf } from './office.ts';
import { firstYear, saving, usualFields, type EvaluatedSection } from './papers.ts';

export const municipality = 'bench';
const years = 10;
const measures = 2_000;

/** The year that runs. */
export const yearNow = firstYear + years - 1;

/** Twenty sections in five departments, so that each has a hundred sheets a year. */
export const sections: readonly EvaluatedSection[] = Array.from({ length: 20 }, (_, index) =>
  ({ section: `section-${index + 1}`, department: `department-${index % 5 + 1}` }));

/** What is done with a sheet from its opening to its acceptance. */
const stepsOfAYear = 4;

/** A large municipality: nine years are over, and the tenth is being worked on. Its read models are there. */
export async function liveTenYears(directory: string): Promise<void> {
  const installation = openInstallation(directory);
  const office = await Office.found(installation, { municipality, sections, measures, fields: usualFields });
  for (let year = 0; year < years; year++) {
    const sheets = (await office.openYear(year)).map((stream, index) =>
      ({ stream, section: sections[index % sections.length] as EvaluatedSection, steps: year < years - 1 ? stepsOfAYear : stepsSoFar(index) }));
    for (let step = 0; step < stepsOfAYear; step++) {
      await runEach(installation, sheets.filter(({ steps }) => step < steps), ({ stream, section }) => stepOn(stream, section, step));
    }
  }
  await installation.start();
  await installation.stop();
}

/** Of each section's sheets the half is being written, and of the others some are on every further step. */
function stepsSoFar(index: number): number {
  return [0, 2, 1, 3, 0, 4][Math.floor(index / sections.length) % 6] as number;
}

function stepOn(stream: string, section: EvaluatedSection, step: number): AnyCommand {
  const staff = { asker: memberOf(municipality, section, 'staff'), key: randomUUID() };
  switch (step) {
    case 0: return new SaveFields(stream, staff, saving(0));
    case 1: return new SubmitFirstEvaluation(stream, staff, {});
    case 2: return new ApproveFirstEvaluation(stream, { asker: memberOf(municipality, section, 'approver'), key: randomUUID() }, { basedOn: step });
    default: return new AcceptFirstEvaluation(stream, { asker: secretariatOf(municipality), key: randomUUID() }, { basedOn: step });
  }
}
