import { isRejected, reject, type Rejected } from '../../libs/kernel/decision.ts';
import { onlyMunicipality } from '../../libs/municipality/import/only-municipality.ts';
import { PeopleImport, type ImportedPeople } from '../../libs/municipality/import/people-import.ts';
import { AccountLog } from '../../libs/municipality/people/account-log.ts';
import { KnownPeople } from '../../libs/municipality/people/known-people.ts';
import { PeopleRecords } from '../../libs/municipality/people/people-records.ts';
import { Register } from '../../libs/municipality/register.ts';
import { issueAccountByOperator, type IssuedAccount } from '../../libs/municipality/sign-in/issue-accounts.ts';
import type { Receipt } from '../../libs/platform/commands/verb.ts';
import type { Installation } from '../../libs/platform/installation.ts';
import { ProjectionFault } from '../../libs/platform/reads/model-file.ts';
import type { ReadModel } from '../../libs/platform/reads/read-model.ts';

/** What each deed answers when it is done. */
export interface OperatorAnswers {
  readonly found: { readonly municipality: string; readonly receipt: Receipt; readonly namedPeople: number };
  readonly close: { readonly municipality: string; readonly receipt: Receipt };
  readonly account: IssuedAccount;
  readonly token: { readonly token: string };
  readonly 'import-people': ImportedPeople;
  readonly rebuild: { readonly rebuilt: readonly string[] };
}

export type OperatorDeed = keyof OperatorAnswers;

/**
 * Everything that the operator does to an installation. A server does it when its desk is asked, the command line does it
 * itself when there is no server, and neither knows another way.
 */
export type OperatorDeeds = {
  readonly [Deed in OperatorDeed]: (asked: unknown) => Promise<OperatorAnswers[Deed] | Rejected>;
};

export function operatorDeeds({ runner, states, privateStore, store, clock, clocks, host, rooms }: Installation): OperatorDeeds {
  const records = new PeopleRecords(privateStore, clock);
  const known = new KnownPeople(records, states, clocks);
  const accountLog = new AccountLog(runner);
  const register = new Register({ runner, states, records });
  const peopleImport = new PeopleImport({ runner, states, clocks, records });
  const models = rooms.flatMap((room) => room.models);
  return {
    found: (asked) => register.found(asked),
    async close(asked) {
      const [municipality] = wordsIn(asked, ['municipality']);
      return register.close(municipality ?? '');
    },
    async account(asked) {
      const [municipality, person, login] = wordsIn(asked, ['municipality', 'person', 'login']);
      return issueAccountByOperator(municipality ?? '', { person: person ?? '', login: login ?? '' }, { records, known, accountLog });
    },
    async token(asked) {
      const [municipality, person, label] = wordsIn(asked, ['municipality', 'person', 'label']);
      return register.addToken(municipality ?? '', person ?? '', label ?? '');
    },
    async 'import-people'(asked) {
      const [said, content, deed] = wordsIn(asked, ['municipality', 'content', 'deed']);
      const municipality = said ?? await onlyMunicipality(store);
      if (isRejected(municipality)) return municipality;
      return peopleImport.run({ municipality, bytes: Buffer.from(content ?? '', 'base64'), write: deed === 'write' });
    },
    async rebuild(asked) {
      const [name] = wordsIn(asked, ['model']);
      const chosen = models.filter((model) => name === undefined || model.name === name);
      if (chosen.length === 0) {
        return reject('wrong-input', { errors: [{ field: 'model', message: `must be one of ${models.map((model) => model.name).join(', ')}` }] });
      }
      for (const model of chosen) {
        const refused = await rebuilt(host, model);
        if (isRejected(refused)) return refused;
      }
      return { rebuilt: chosen.map((model) => model.name) };
    },
  };
}

async function rebuilt(host: Installation['host'], model: ReadModel): Promise<Rejected | undefined> {
  try {
    await host.rebuild(model);
    return undefined;
  } catch (fault) {
    if (!(fault instanceof ProjectionFault)) throw fault;
    return reject('model-unbuildable', { model: model.name, reason: fault.message });
  }
}

/** The members that are words; what else somebody sends is not there. */
function wordsIn(asked: unknown, names: readonly string[]): readonly (string | undefined)[] {
  const members = typeof asked === 'object' && asked !== null ? asked as Readonly<Record<string, unknown>> : {};
  return names.map((name) => (typeof members[name] === 'string' ? members[name] : undefined));
}
