import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type supertest from 'supertest';
import { StoreUnavailable } from '../../libs/event-store/event-store.ts';
import { RecordAccountDeed } from '../../libs/municipality/commands.ts';
import { municipalityStream } from '../../libs/municipality/domain/municipality.ts';
import { AccountLog } from '../../libs/municipality/people/account-log.ts';
import { KnownPeople } from '../../libs/municipality/people/known-people.ts';
import { issueAccountByOperator } from '../../libs/municipality/sign-in/issue-accounts.ts';
import { expectProblem } from './problem.ts';
import { person, TownHall, type Browser } from './town-hall.ts';

let town: TownHall;
beforeEach(async () => {
  town = await new TownHall().open();
  await town.found('mihon');
});
afterEach(() => town.stop());

interface Paths {
  readonly [path: string]: Readonly<Record<string, { readonly parameters?: readonly { readonly name: string }[] }>>;
}

/** What the log tells of people's accounts: what was done, to whom, and by whom. */
async function recorded(): Promise<readonly (readonly unknown[])[]> {
  const stored = await town.installation.store.readStream(municipalityStream('mihon'), { fromRevision: 1 });
  return stored.map(({ header, payload }) => [header.type, { ...payload, $salt: undefined }, header.actor]);
}

describe('whoever looks on, or keeps the installation', () => {
  const asking: Readonly<Record<string, (who: Browser, id: string) => supertest.Test>> = {
    'issue': (who, id) => who.post('accounts', { accounts: [{ person: person.staff, login: 'staff' }, { person: id, login: 'other' }] }),
    'reset': (who, id) => who.post(`accounts/${id}/reset`),
    'link': (who, id) => who.post(`accounts/${id}/identity`, { issuer: 'https://id.example', subject: 'mine' }),
    'address': (who, id) => who.post('people', { people: [{ id, name: '誰か', mail: 'mine@mihon.example' }] }),
  };

  it.each(Object.entries(asking))('has no account that others could sign in with: %s', async (_what, ask) => {
    const position = await town.installation.store.lastPosition();
    for (const [keeper, kept] of [['secretariat', 'auditor'], ['secretariat', 'admin'], ['admin', 'auditor']] as const) {
      expectProblem(await ask(town.script(keeper), person[kept]), 403, 'not-allowed', { people: [person[kept]] });
      expect([keeper, town.records.identities.of('mihon', person[kept])]).toEqual([keeper, []]);
    }
    expect(town.records.accounts.all('mihon')).toEqual([]);
    expect(await town.installation.store.lastPosition()).toBe(position);
  });

  it('is given one by the operator, or as an admin by an admin', async () => {
    const { records, installation: { states, clocks, runner } } = town;
    const parts = { records, known: new KnownPeople(records, states, clocks), accountLog: new AccountLog(runner) };
    expect(await issueAccountByOperator('mihon', { person: person.auditor, login: 'auditor' }, parts)).toMatchObject({ login: 'auditor' });
    expectProblem(await town.script('admin').post(`accounts/${person.auditor}/reset`), 403, 'not-allowed', { people: [person.auditor] });
    await town.script('admin').post('accounts', { accounts: [{ person: person.admin, login: 'admin' }] }).expect(200);
    expect(await recorded()).toEqual([
      ['AccountIssued', { person: person.auditor }, 'operator'], ['AccountIssued', { person: person.admin }, person.admin],
    ]);
  });
});

describe('what is done to an account', () => {
  it('is in the log, of each person and with who did it, and nothing of the account itself', async () => {
    const keeper = town.script('secretariat');
    const identity = { issuer: 'https://id.example', subject: 'tanto@id' };
    await keeper.post('accounts', { accounts: [{ person: person.staff, login: 'tanto' }, { person: person.newcomer, login: 'shinjin' }] }).expect(400);
    await keeper.post('people', { people: [{ id: person.newcomer, name: '新人' }] }).expect(200);
    await keeper.post('accounts', { accounts: [{ person: person.staff, login: 'tanto' }, { person: person.newcomer, login: 'shinjin' }] }).expect(200);
    await keeper.post(`accounts/${person.staff}/reset`).expect(200);
    await keeper.post(`accounts/${person.newcomer}/reset`).expect(200);
    await keeper.post(`accounts/${person.staff}/identity`, identity).expect(204);
    await keeper.post(`accounts/${person.staff}/identity`, identity).expect(204);
    await keeper.post(`accounts/${person.approver}/identity`, identity).expect(409);
    await keeper.post(`accounts/${person.approver}/reset`).expect(404);
    await keeper.post(`people/${person.staff}/forget`).expect(409);
    await keeper.post(`people/${person.newcomer}/forget`).expect(204);
    expect(await recorded()).toEqual([
      ['AccountIssued', { person: person.staff }, person.secretariat], ['AccountIssued', { person: person.newcomer }, person.secretariat],
      ['AccountReset', { person: person.staff }, person.secretariat], ['AccountReset', { person: person.newcomer }, person.secretariat],
      ['IdentityLinked', { person: person.staff }, person.secretariat], ['PersonForgotten', { person: person.newcomer }, person.secretariat],
    ]);
    const log = JSON.stringify(await town.installation.store.readLog({ limit: 1_000 }));
    for (const secret of ['tanto', 'shinjin', '新人', identity.issuer, identity.subject]) expect(log).not.toContain(secret);
  });

  it('is recorded of the longest list at once', async () => {
    const people = Array.from({ length: 500 }, () => randomUUID());
    await town.run(RecordAccountDeed, 'mihon', { deed: 'issue', people });
    expect(await recorded()).toEqual(people.map((id) => ['AccountIssued', { person: id }, 'operator']));
  });

  it('is not done when it cannot be recorded', async () => {
    const { body: { accounts: [account] } } = await town.script('secretariat').post('accounts', { accounts: [{ person: person.approver, login: 'kakaricho' }] });
    const recording = jest.spyOn(town.installation.store, 'append').mockRejectedValue(new StoreUnavailable('the disk is full'));
    const keeper = town.script('secretariat');
    expectProblem(await keeper.post(`accounts/${person.approver}/reset`), 503, 'store-unavailable');
    expectProblem(await keeper.post('accounts', { accounts: [{ person: person.secretariat, login: 'jimu' }] }), 503, 'store-unavailable');
    recording.mockRestore();
    await town.browser().signIn('kakaricho', account.firstPassword).expect(200);
    expect(town.records.accounts.byPerson('mihon', person.secretariat)).toBeUndefined();
  });
});

it('only where a key is kept do the papers say that there is one', async () => {
  const { paths } = JSON.parse(await (await fetch(`${town.url}/api/openapi.json`)).text()) as { paths: Paths };
  const keyed = Object.entries(paths).flatMap(([path, deeds]) => Object.entries(deeds)
    .filter(([, { parameters = [] }]) => parameters.some(({ name }) => name === 'Idempotency-Key')).map(([method]) => `${method} ${path}`));
  expect(keyed.filter((one) => /\/(people|accounts|tokens|session)(\/|$)/.test(one))).toEqual(['post /api/{municipality}/people']);
  expect(keyed).toContain('post /api/{municipality}/appointments');
});
