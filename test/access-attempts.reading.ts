import { mayOf, ofOffice, ofSheet, type Attempts } from './access-attempt.ts';
import { year, type AccessOffice, type Place } from './access-office.ts';
import type { Sheets } from './access-sheets.ts';
import { Ear, haveHeardEverything } from './access-story.ts';
import type { Person } from './office.ts';

/** What is read of sheets, and of all of them together. */
export function readingAttempts(opened: AccessOffice, sheets: Sheets): Attempts {
  const { house, plan, at } = opened;
  let count = 0;
  /** From a read model that knows everything so far. */
  const asks = async (person: Person, path: string) =>
    person.get(path, { 'meguri-position': await house.installation.store.lastPosition() as string });
  const pathAt = async (place: Place): Promise<string> => (await sheets.lasting(place)).path;

  return {
    'evaluation.list-sheets': ofSheet(async ({ person, place }) => {
      const { id } = await sheets.lasting(place);
      const { body } = await asks(person, `sheets?year=${year}&limit=200`);
      return body.sheets.some((sheet: { id: string }) => sheet.id === id);
    }),
    'evaluation.read-sheet': ofSheet(async ({ person, place }) => mayOf(person.get(await pathAt(place)))),
    'evaluation.read-history': ofSheet(async ({ person, place }) => mayOf(person.get(`${await pathAt(place)}/history`))),
    'evaluation.read-file': ofSheet(async ({ person, place }) => {
      const sheet = await sheets.lasting(place);
      return mayOf(person.get(`${sheet.path}/files/${await sheet.attaches('資料.pdf')}`));
    }),
    // Something changes while somebody listens: is he told?
    'evaluation.watch-changes': ofSheet(async ({ person, place }) => {
      const sheet = await sheets.lasting(place);
      const ear = await Ear.of(person, opened);
      await sheet.saves({ result: `${++count}千社` });
      await haveHeardEverything(opened, [ear]);
      ear.close();
      return ear.heard(sheet.id, 'FieldsSaved');
    }),
    // What sheets say was attained is shown of those that one may see; targets are the plan’s and everybody’s.
    'evaluation.read-series': ofSheet(async ({ person, place }) => {
      const { id } = await sheets.lasting(place);
      const { body } = await asks(person, `plans/${plan}/indicators/${at[place].indicator}/series`);
      return body.years.some(({ actuals }: { actuals: readonly { sheet: string }[] }) => actuals.some(({ sheet }) => sheet === id));
    }),
    'evaluation.list-duties': ofOffice(({ person }) => mayOf(person.get('duties'))),
    'evaluation.list-all-duties': ofOffice(({ person }) => mayOf(person.get('duties/all'))),
    'evaluation.read-progress': ofOffice(({ person }) => mayOf(person.get(`cycles/${year}/progress`))),
    'evaluation.keep-working-copy': ofSheet(async ({ person, place }) =>
      mayOf(person.put(`${await pathAt(place)}/working-copy`, { basedOn: 0, fields: { result: '1' } }))),
    // That nothing was kept yet is an answer too.
    'evaluation.read-working-copy': ofSheet(async ({ person, place }) => mayOf(person.get(`${await pathAt(place)}/working-copy`), 404)),
    'evaluation.drop-working-copy': ofSheet(async ({ person, place }) => mayOf(person.delete(`${await pathAt(place)}/working-copy`))),
  };
}
