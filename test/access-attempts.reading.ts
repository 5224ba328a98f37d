import { isShown, mayOf, ofAnySheet, ofOffice, ofSheet, type Attempts } from './access-attempt.ts';
import { year, type AccessOffice, type Place } from './access-office.ts';
import { asks } from './access-deliberation.ts';
import type { Sheets } from './access-sheets.ts';
import { Ear, haveHeardEverything } from './access-story.ts';
import type { Person } from './office.ts';

interface ListedSheets {
  readonly sheets: readonly { readonly id: string }[];
}

interface Series {
  readonly years: readonly { readonly actuals: readonly { readonly sheet: string }[] }[];
}

/** What is read of sheets, and of all of them together. */
export function readingAttempts(opened: AccessOffice, sheets: Sheets): Attempts {
  const { house, plan, at } = opened;
  let count = 0;
  /** From a read model that knows everything so far. */
  const reads = async (person: Person, path: string) =>
    person.get(path, { 'meguri-position': await house.installation.store.lastPosition() as string });
  const pathAt = async (place: Place): Promise<string> => (await sheets.lasting(place)).path;

  return {
    'evaluation.list-sheets': ofAnySheet(async ({ person, place }) => {
      const { id } = await sheets.lasting(place);
      return isShown<ListedSheets>(reads(person, `sheets?year=${year}&text=${encodeURIComponent(`施策 ${place} 0`)}`), (listed) => listed.sheets.some((sheet) => sheet.id === id));
    }),
    'evaluation.read-sheet': ofAnySheet(async ({ person, place }) => mayOf(person.get(await pathAt(place)))),
    'evaluation.read-history': ofAnySheet(async ({ person, place }) => mayOf(person.get(`${await pathAt(place)}/history`))),
    'evaluation.read-file': ofAnySheet(async ({ person, place }) => {
      const sheet = await sheets.lasting(place);
      const [file] = Object.keys((await sheet.state()).files);
      return mayOf(person.get(`${sheet.path}/files/${file}`));
    }),
    // Something changes while somebody listens: is he told?
    'evaluation.watch-changes': ofAnySheet(async ({ person, place }) => {
      const sheet = await sheets.lasting(place);
      const ear = await Ear.of(person, opened);
      await (sheet.isOfAskers ? asks(sheet) : sheet.saves({ result: `${++count}千社` }));
      await haveHeardEverything(opened, [ear]);
      ear.close();
      return ear.heard(sheet.id, sheet.isOfAskers ? 'QuestionAsked' : 'FieldsSaved');
    }),
    // What sheets say was attained is shown of those that one may see; targets are the plan’s and everybody’s.
    'evaluation.read-series': ofAnySheet(async ({ person, place }) => {
      const { id } = await sheets.lasting(place);
      return isShown<Series>(reads(person, `plans/${plan}/indicators/${at[place].indicator}/series`), ({ years }) =>
        years.some(({ actuals }) => actuals.some(({ sheet }) => sheet === id)));
    }),
    'evaluation.list-duties': ofOffice(({ person }) => mayOf(person.get('duties'))),
    'evaluation.list-all-duties': ofOffice(({ person }) => mayOf(person.get('duties/all'))),
    'evaluation.read-progress': ofOffice(({ person }) => mayOf(person.get(`cycles/${year}/progress`))),
    'evaluation.keep-working-copy': ofSheet(async ({ person, place }) =>
      mayOf(person.put(`${await pathAt(place)}/working-copy`, { basedOn: 0, fields: { result: '1' } }))),
    // That nothing was kept yet is an answer too.
    'evaluation.read-working-copy': ofSheet(async ({ person, place }) => mayOf(person.get(`${await pathAt(place)}/working-copy`), 'unknown')),
    'evaluation.drop-working-copy': ofSheet(async ({ person, place }) => mayOf(person.delete(`${await pathAt(place)}/working-copy`))),
  };
}
