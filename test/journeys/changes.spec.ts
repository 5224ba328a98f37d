import { get, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../../libs/event-store/contract/given-events.ts';
import { openHouse, type House, type Office, type Person } from '../office.ts';
import { answers } from '../office-papers.ts';

interface Watching {
  /** The changes told so far. */
  readonly told: { readonly sheet: string; readonly event: string; readonly revision: number }[];
  readonly response: IncomingMessage;
  readonly heard: () => string;
}

let house: House;
let mihon: Office;
let other: Office;
let sheet: string;
let sheetElsewhere: string;
const watchings: Watching[] = [];

beforeAll(async () => {
  house = await openHouse();
  [mihon, other] = [await house.found('mihon'), await house.found('kitagawa')];
  sheet = (await mihon.openYear({ promotion: 2, childcare: 1 })).promotion[0] as string;
  sheetElsewhere = (await other.openYear({ promotion: 1, childcare: 0 })).promotion[0] as string;
});
afterAll(() => house.close());

async function watch(person: Person, municipality = 'mihon'): Promise<Watching> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${house.url}/api/${municipality}/changes`, { headers: { authorization: `Bearer ${person.token}` } }, resolve).on('error', reject);
  });
  const told: Watching['told'] = [];
  let heard = '';
  response.setEncoding('utf8').on('data', (text: string) => {
    heard += text;
    for (const [, data] of text.matchAll(/^data: (\{.*\})$/gm)) told.push(JSON.parse(data as string));
  }).on('error', () => undefined);
  const watching = { told, response, heard: () => heard };
  watchings.push(watching);
  return watching;
}

describe('the stream of changes', () => {
  it('tells each viewer what he may see, and nothing of another section or another municipality', async () => {
    const own = await watch(mihon.at('colleague'));
    const all = await watch(mihon.at('secretariat'));
    const silent = [await watch(mihon.at('childcare-staff')), await watch(mihon.at('admin')), await watch(other.at('secretariat'), 'kitagawa')];
    expect(own.response.headers['content-type']).toContain('text/event-stream');

    const staff = mihon.at('staff');
    await staff.patch(`sheets/${sheet}`, { basedOn: 0, fields: answers }).expect(200);
    const { body: submitted } = await staff.post(`sheets/${sheet}/submit`).expect(200);
    const changes = [{ sheet, event: 'FieldsSaved', revision: 1 }, { sheet, event: 'FirstEvaluationSubmitted', revision: 2 }];
    await eventually('two changes', () => own.told.length >= 2 && all.told.length >= 2);
    expect(own.told).toEqual(changes);
    expect(all.told).toEqual(changes);
    // What was written is not told, and where to read on from is.
    expect(own.heard()).not.toContain('5,653');
    expect(own.heard()).toContain(`id: ${submitted.position}`);

    // Told after everything before it, so that silence until then was silence about that.
    await other.at('staff').patch(`sheets/${sheetElsewhere}`, { basedOn: 0, fields: answers }).expect(200);
    await eventually('a change elsewhere', () => (silent[2] as Watching).told.length >= 1);
    expect(silent.map(({ told }) => told)).toEqual([[], [], [{ sheet: sheetElsewhere, event: 'FieldsSaved', revision: 1 }]]);
    expect(own.told).toEqual(changes);
  });

  it('is for people of the office only', async () => {
    const stranger = await watch(other.at('secretariat'), 'mihon');
    expect(stranger.response.statusCode).toBe(401);
    expect(stranger.response.headers['content-type']).toContain('application/problem+json');
  });

  it('does not hold up the end of the process', async () => {
    const startedMs = performance.now();
    await house.close();
    expect(performance.now() - startedMs).toBeLessThan(5_000);
    await eventually('every stream to end', () => watchings.every(({ response }) => response.destroyed));
    house = await openHouse();
  });
});
