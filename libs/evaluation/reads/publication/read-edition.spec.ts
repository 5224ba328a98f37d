import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cycleStream } from '../../../cycle/domain/cycle.ts';
import type { EditionPart, PublicationStep } from '../../../cycle/domain/cycle.events.ts';
import { reject } from '../../../kernel/decision.ts';
import { publicAsker, type Asker, type Role } from '../../../platform/access/asker.ts';
import { givenReads, type GivenReads } from '../testing/given-reads.ts';
import { asker, logOffice } from '../testing/office-in-log.ts';
import { ReadEdition, ReadPublicEdition } from './read-edition.ts';

const parts: readonly EditionPart[] = [
  { kind: 'sheet', id: '2026-sheet', revision: 9, digest: 'a'.repeat(64), bytes: 100 },
  { kind: 'contents', id: 'contents', revision: 1, digest: 'b'.repeat(64), bytes: 20 },
];
const steps: readonly PublicationStep[] = ['committee', 'council', 'public'];
const notAllowed = reject('not-allowed');
const unknown = reject('unknown');

let given: GivenReads;
beforeAll(async () => {
  given = await givenReads();
  await logOffice(given);
  for (const [index, step] of steps.entries()) {
    const publication = `publication-${index}`;
    await given.log(cycleStream('mihon', 2026), { type: 'PublicationAsked', publication, step, on: '2026-09-01' }, {
      type: 'EditionPublished', edition: index + 1, publication, step, on: '2026-09-01', file: `${index}`.repeat(64), parts, leftOut: [],
    });
  }
});
afterAll(() => given.close());

const member: Asker = { municipality: 'mihon', actor: 'person-9', role: 'member', committee: 'committee-1', appointment: 'member-1' };
const of = (role: Role) => (role === 'member' ? member : asker(role, 'promotion', role));
const reads = async (role: Role, edition: number) => given.ask(ReadEdition, of(role), { year: '2026', edition: String(edition), kind: 'contents' });

describe('an edition', () => {
  it.each<[Role, readonly number[]]>([
    ['staff', [2, 3]], ['approver', [2, 3]], ['secretariat', [1, 2, 3]], ['auditor', [1, 2, 3]], ['member', [1, 3]], ['admin', []],
  ])('is read by its own readers: %s', async (role, editions) => {
    for (const edition of [1, 2, 3]) {
      const answer = await reads(role, edition);
      if (editions.includes(edition)) expect(answer).toMatchObject({ municipality: 'mihon', digest: 'b'.repeat(64), offset: 100, bytes: 20 });
      else expect(answer).toEqual(notAllowed);
    }
  });

  it('is read by everybody when it is of the public step, and otherwise is not there', async () => {
    const asks = (which: object, municipality = 'mihon') =>
      given.ask(ReadPublicEdition, publicAsker(municipality), { year: '2026', kind: 'sheet', id: '2026-sheet', ...which });
    given.at('2026-08-31T14:59:59.999Z');
    expect([await asks({}), await asks({ edition: '3' })]).toEqual([unknown, unknown]);
    given.at('2026-08-31T15:00:00.000Z');
    expect(await asks({})).toMatchObject({ file: '2'.repeat(64), digest: 'a'.repeat(64), offset: 0 });
    expect(await asks({ edition: '3' })).toEqual(await asks({}));
    for (const which of [
      { edition: '1' }, { edition: '2' }, { edition: '4' }, { edition: '03' }, { id: '2026-other' }, { kind: 'errata' }, { year: '2025' }, { year: '2026-x' },
    ]) expect(await asks(which)).toEqual(unknown);
    expect(await asks({}, 'kaede')).toEqual(unknown);
    expect(await asks({}, '../mihon')).toEqual(unknown);
    expect(await given.ask(ReadPublicEdition, of('secretariat'), { year: '2026', kind: 'contents' })).toEqual(notAllowed);
  });
});
