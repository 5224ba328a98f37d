import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { QueryBus } from '@nestjs/cqrs';
import Database from 'better-sqlite3';
import { buildServer } from '../../apps/api/server.ts';
import { dutiesModel, owers } from '../../libs/evaluation/reads/duties/duties.model.ts';
import { ListDuties } from '../../libs/evaluation/reads/duties/list-duties.ts';
import { progressModel } from '../../libs/evaluation/reads/progress/progress.model.ts';
import { ReadProgress } from '../../libs/evaluation/reads/progress/read-progress.ts';
import type { AnyQuery } from '../../libs/platform/reads/question.ts';
import { modelPath } from '../../libs/platform/reads/build-model.ts';
import type { ReadModel } from '../../libs/platform/reads/read-model.ts';
import { timed, type Contest, type Side } from './contest.ts';
import { memberOf, modelsIn, openInstallation, secretariatOf } from './office.ts';
import type { EvaluatedSection } from './papers.ts';
import { bringStartPage } from './start-page.ts';
import { liveTenYears, municipality, sections, yearNow } from './ten-years.ts';

const answers = 400;

/** Answers in a municipality of 20,000 sheets, as the bus gives them, against SQLite reading the rows they are made of. */
export const contest: Contest = {
  name: 'reads',
  module: import.meta.url,
  rounds: 15,
  rows: [
    { id: 'duties', goal: 1 / 3, asMultiple: true, ours: 'duties', limit: 'rows of duties' },
    { id: 'progress-matrix', goal: 1 / 3, asMultiple: true, ours: 'progress', limit: 'rows of progress' },
  ],
  async prepare(directory) {
    await liveTenYears(join(directory, 'lived'));
  },
  sides: {
    duties: (directory) => asking(directory, (section) => new ListDuties(memberOf(municipality, section, 'staff'), {}, undefined)),
    'rows of duties': (directory) => reading(directory, dutiesModel,
      `SELECT duties.* FROM duties_owing JOIN duties USING (duty) WHERE duties_owing.municipality = ? AND ower = ?`,
      ({ section }) => [municipality, owers.staffOf(section)]),
    progress: (directory) => asking(directory, () => new ReadProgress(secretariatOf(municipality), { year: String(yearNow) }, undefined)),
    'rows of progress': (directory) => reading(directory, progressModel,
      'SELECT * FROM progress WHERE municipality = ? AND year = ?', () => [municipality, yearNow]),
  },
};

/** Each section's question in turn, one after the other. */
async function asking(directory: string, queryOf: (section: EvaluatedSection) => AnyQuery): Promise<Side> {
  bringStartPage();
  const installation = openInstallation(ownCopy(directory));
  await installation.start();
  const app = await buildServer(installation);
  const bus = app.get(QueryBus);
  return inTurn(async (section) => { isAnswer(await bus.execute(queryOf(section))); }, async () => {
    await app.close();
    await installation.stop();
  });
}

async function reading(
  directory: string, model: ReadModel, sql: string, parametersOf: (section: EvaluatedSection) => readonly unknown[],
): Promise<Side> {
  const database = new Database(modelPath(modelsIn(ownCopy(directory)), model), { readonly: true });
  const select = database.prepare(sql).raw();
  return inTurn((section) => {
    if (select.all(...parametersOf(section)).length === 0) throw new Error('there are no rows');
  }, () => { database.close(); });
}

function inTurn(answer: (section: EvaluatedSection) => Promise<void> | void, close: () => Promise<void> | void): Side {
  return {
    round: () => timed(answers, async () => {
      for (let done = 0; done < answers; done++) await answer(sections[done % sections.length] as EvaluatedSection);
    }),
    close,
  };
}

/** A refusal, or an answer of nothing, would make the numbers too good. */
function isAnswer(answer: unknown): void {
  const lists = Object.values(answer as object).filter((member) => Array.isArray(member));
  if (lists.length === 0 || lists.some(({ length }) => length === 0)) throw new Error(JSON.stringify(answer));
}

/** One store, one set of files: two processes would share their locks. */
function ownCopy(directory: string): string {
  cpSync(join(directory, '..', 'lived'), directory, { recursive: true });
  return directory;
}
