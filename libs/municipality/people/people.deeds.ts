import { reject } from '../../kernel/decision.ts';
import { repeated, type Fault } from '../../kernel/fault.ts';
import { parseUuid } from '../../kernel/uuid.ts';
import { deedOf, questionOf } from './beside-the-log.ts';

export interface PersonToName {
  readonly id: string;
  readonly name: string;
  /** Absent: as it is. Empty: none. */
  readonly mail?: string;
}

/** All of them are named, or none. */
export const NamePeople = deedOf({
  name: 'municipality.name-people',
  async do({ people }: { readonly people: readonly PersonToName[] }, { asker }, { records, known }) {
    const { municipality } = asker;
    // Whoever signs in elsewhere is known here by his address, so an address is as good as an account.
    const refused = await known.refusalOfAccounts(asker, people.filter(({ mail }) => mail !== undefined).map(({ id }) => id));
    if (refused !== undefined) return refused;
    const everybody = await known.everybody(municipality);
    const forgotten = records.people.forgotten(municipality);
    const faults = [
      ...repeated('people', 'id', people),
      ...people.flatMap(({ id }, index) => faultOf(index, id, everybody, forgotten)),
    ];
    if (faults.length > 0) return reject('people-faulty', { faults });
    records.atOnce(() => {
      for (const { id, name, mail } of people) {
        records.people.name(municipality, id, name);
        if (mail !== undefined) records.people.address(municipality, id, mail);
      }
    });
    return { people: people.map(({ id }) => ({ id })) };
  },
});

function faultOf(index: number, id: string, everybody: ReadonlySet<string>, forgotten: ReadonlySet<string>): readonly Fault[] {
  const path = `people[${index}].id`;
  if (forgotten.has(id)) return [{ path, message: `${id} was forgotten` }];
  // What names a person in the log stays there for ever: it must not be his name.
  return everybody.has(id) || parseUuid(id) === id ? [] : [{ path, message: 'must be a UUID in small letters' }];
}

/** Everybody who is known here, with his account as far as those who look after it must know. */
export const ListPeople = questionOf({
  name: 'municipality.list-people',
  async do(_: object, { asker: { municipality } }, { records, known }) {
    const named = records.people.all(municipality);
    const names = new Set(named.map(({ id }) => id));
    const forgotten = records.people.forgotten(municipality);
    const accounts = new Map(records.accounts.all(municipality).map((account) => [account.person, account]));
    const nameless = [...await known.everybody(municipality)].filter((id) => !names.has(id)).sort();
    const people = [...named, ...nameless.map((id) => ({ id }))].map((person) => {
      const account = accounts.get(person.id);
      return {
        ...person,
        ...(forgotten.has(person.id) && { forgotten: true }),
        ...(account !== undefined && {
          account: {
            login: account.login,
            mustChangePassword: account.mustChange,
            ...(account.lockedUntil !== undefined && { lockedUntil: account.lockedUntil }),
          },
        }),
        identities: records.identities.of(municipality, person.id),
      };
    });
    return { people };
  },
});

export const ForgetPerson = deedOf({
  name: 'municipality.forget-person',
  async do({ person }: { readonly person: string }, { asker }, { records, known, whoAsks, accountLog }) {
    const { municipality } = asker;
    const everybody = await known.everybody(municipality);
    if (!everybody.has(person)) return reject('unknown');
    if (await whoAsks.isInOffice(municipality, person)) return reject('person-in-office', { person });
    const untold = await accountLog.tell(asker, 'forget', [person]);
    if (untold !== undefined) return untold;
    records.forget(municipality, person);
    return undefined;
  },
});
