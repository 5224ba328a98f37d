import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gate } from '../../libs/event-store/contract/given-events.ts';
import type { Deliver, Position, Subscription } from '../../libs/event-store/event-store.ts';
import { openEventFile } from '../../libs/event-store/sqlite/event-file.ts';
import { SqliteEventStore } from '../../libs/event-store/sqlite/sqlite-event-store.ts';
import { openHouse, type House, type Office, type Person } from '../office.ts';
import { answers } from '../office-papers.ts';

/** The log itself, with a door before its subscribers that can be shut for a while. */
class SlowToTell extends SqliteEventStore {
  door = gate();

  override subscribe(after: Position | undefined, deliver: Deliver): Subscription {
    return super.subscribe(after, async (events) => {
      await this.door.opened;
      return deliver(events);
    });
  }
}

let house: House;
let log: SlowToTell;
let office: Office;
let staff: Person;
let sheets: readonly string[];

beforeAll(async () => {
  house = await openHouse((path) => {
    log = new SlowToTell(openEventFile(path));
    log.door.open();
    return log;
  });
  office = await house.found('mihon');
  staff = office.at('staff');
  sheets = (await office.openYear({ promotion: 3, childcare: 1 })).promotion;
});
afterAll(() => house.close());

const revisionIn = (list: { id: string; revision: number }[], sheet: string) => list.find(({ id }) => id === sheet)?.revision;

describe('reading what one has just written', () => {
  it('works at once for whoever says from which position on', async () => {
    const [sheet] = sheets as [string];
    for (let revision = 0; revision < 30; revision++) {
      const saved = await staff.patch(`sheets/${sheet}`, { basedOn: revision, fields: { result: `${revision}回` } }).expect(200);
      expect(saved.headers['meguri-position']).toBe(saved.body.position);
      const { body } = await staff.get('sheets', { 'meguri-position': saved.body.position }).expect(200);
      expect(revisionIn(body.sheets, sheet)).toBe(revision + 1);
    }
  });

  it('is answered with 503 and a time to wait while the list does not know it yet, and does not hang', async () => {
    const sheet = sheets[1] as string;
    log.door = gate();
    const { body: { position } } = await staff.patch(`sheets/${sheet}`, { basedOn: 0, fields: { result: '14回' } }).expect(200);
    const startedMs = performance.now();
    const { body, headers } = await staff.get('sheets', { 'meguri-position': position }).expect(503);
    expect(performance.now() - startedMs).toBeLessThan(3_000);
    expect(body).toMatchObject({ code: 'not-yet-known', status: 503 });
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    // Who does not ask for it is answered as before.
    expect(revisionIn((await staff.get('sheets').expect(200)).body.sheets, sheet)).toBe(0);
    log.door.open();
    expect(revisionIn((await staff.get('sheets', { 'meguri-position': position }).expect(200)).body.sheets, sheet)).toBe(1);
  });

  it('is refused at once for a position that the log has not reached', async () => {
    const startedMs = performance.now();
    expect((await staff.get('sheets', { 'meguri-position': '9'.repeat(16) }).expect(400)).body).toMatchObject({ code: 'wrong-position' });
    expect(performance.now() - startedMs).toBeLessThan(1_000);
  });

  it.each(['here', '-1', '1'.repeat(41), '1 2'])('takes no %j for a position', async (position) => {
    expect((await staff.get('sheets', { 'meguri-position': position }).expect(400)).body).toMatchObject({ code: 'wrong-position' });
  });
});

describe('the tag of an answer', () => {
  const tagOf = async (person: Person, path: string, headers = {}): Promise<string> =>
    (await person.get(path, headers).expect(200)).headers['etag'] as string;

  it('saves sending it again while nothing has changed', async () => {
    const path = `sheets/${sheets[1]}`;
    const tag = await tagOf(staff, path);
    const known = await staff.get(path, { 'if-none-match': tag }).expect(304);
    expect(known.text).toBe('');
    expect(known.headers).toMatchObject({ etag: tag, vary: expect.stringContaining('authorization') });
    await staff.get(path, { 'if-none-match': `"another", W/${tag}` }).expect(304);
    await staff.patch(path, { basedOn: 1, fields: answers }).expect(200);
    expect((await staff.get(path, { 'if-none-match': tag }).expect(200)).headers['etag']).not.toBe(tag);
  });

  it('is each viewer\'s own, and each language\'s', async () => {
    const path = `sheets/${sheets[1]}`;
    const mine = await tagOf(staff, path);
    expect(await tagOf(office.at('colleague'), path)).not.toBe(mine);
    await office.at('colleague').get(path, { 'if-none-match': mine }).expect(200);
    expect(await tagOf(staff, path, { 'accept-language': 'en' })).not.toBe(mine);
    expect(await tagOf(staff, path, { 'meguri-appointment': 'staff-holder' })).not.toBe(mine);
  });

  it('does not change with what the viewer may not see', async () => {
    const stranger = office.at('childcare-staff');
    const tag = await tagOf(stranger, 'sheets');
    const { body: { position } } = await staff.patch(`sheets/${sheets[2]}`, { basedOn: 0, fields: answers }).expect(200);
    await stranger.get('sheets', { 'if-none-match': tag, 'meguri-position': position }).expect(304);
  });

  it('lets no refusal be kept', async () => {
    const { headers } = await staff.get('sheets/2026-nothing').expect(404);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['etag']).toBeUndefined();
  });
});
