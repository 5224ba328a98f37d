import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newDirectory } from '../../libs/event-store/contract/given-directory.ts';
import { Chance } from './chance.ts';
import { CrashImage } from './crash-image.ts';
import { foundOffice, municipality, textFields, year, type FoundedOffice } from './founded-office.ts';
import { HostileRequests, routesOf, type OpenApi, type Route } from './hostile-requests.ts';
import { hostileConversations } from './hostile-values.ts';
import { HttpAsking, type Answer, type Asked } from './http-asking.ts';
import { ServerProcess } from './server-process.ts';

const requests = 60_000;
const atOnce = 16;
const submitting = '/sheets/{sheet}/submit';
/** The only answers in which the server may say that it cannot: it is busy, or not there yet. */
const documented503 = new Set(['too-many-writers', 'not-yet-known', 'model-not-ready', 'store-unavailable']);
const bodyLimitBytes = 1_048_576;
/** Node's own. */
const headerLimitBytes = 16_384;

const chance = Chance.ofThisRun('fuzz');
const place = newDirectory();
const directory = place.file('data');
let office: FoundedOffice;
let server: ServerProcess;
let url: string;
let openApi: OpenApi;

beforeAll(async () => {
  office = await foundOffice(directory, { sections: 2, staffOfSection: 1, measuresOfSection: 100, opensYear: true });
  server = new ServerProcess(directory);
  url = await server.ready();
  openApi = await (await fetch(`${url}/api/openapi.json`)).json() as OpenApi;
});
afterAll(async () => {
  await server.kill();
  place.remove();
});

/** What is wrong with an answer, or undefined. */
function faultOf({ status, headers, text }: Answer, method = 'GET'): string | undefined {
  if (status < 400) return undefined;
  if (!(headers['content-type'] ?? '').startsWith('application/problem+json')) return `a ${status} that is no problem: ${text.slice(0, 200)}`;
  if (status >= 500 && status !== 503) return `a ${status}`;
  if (method === 'HEAD') return undefined;
  let body: Readonly<Record<string, unknown>>;
  try {
    body = JSON.parse(text) as typeof body;
  } catch {
    return `a ${status} whose body is no JSON: ${text.slice(0, 200)}`;
  }
  if (body['status'] !== status || typeof body['title'] !== 'string' || typeof body['code'] !== 'string' || body['type'] !== `/problems/${body['code']}`) {
    return `a ${status} that does not say what it is: ${text.slice(0, 200)}`;
  }
  if (status === 503 && (!documented503.has(body['code']) || headers['retry-after'] === undefined)) return `a 503 that is not documented: ${body['code']}`;
  return undefined;
}

function hostileRequests(): HostileRequests {
  const sheets = Object.values(office.sheets).flat();
  // Those who may write most are asked for most, or nearly everything would end at the door.
  const tokens = office.members.flatMap(({ role, token }) => Array.from({ length: role === 'staff' || role === 'secretariat' ? 4 : 1 }, () => token));
  return new HostileRequests(openApi, {
    municipality: [municipality], sheet: sheets, plan: [office.plan], nodes: office.nodes, level: ['measure', 'measure', 'measure', 'one'], section: Object.keys(office.sheets),
    year: [year, year, year + 1, year + 2, 1927, 9999], aboutYear: [year - 1], submissionDeadline: ['2999-03-31'], scale: ['attainment', 'one'],
    basedOn: Array.from({ length: 30 }, (_, revision) => revision), field: [...textFields, 'attainment', 'settled', 'nothing'], typed: ['a', 'b', '延べ5,653社', '△3.2％', '', '－', '順調'],
    id: ['measure', 'measure', 'attainment', 'one'], number: ['1', '2', '3', '1-1', '4', '5', '6', '7'], parent: ['1', '2'],
  }, tokens, chance);
}

interface Tally {
  readonly statuses: Map<string, Set<number>>;
  readonly faults: string[];
  asked: number;
}

/** So many times every route, in turn, and everybody at once. */
async function askAll(routes: readonly Route[]): Promise<Tally> {
  const hostile = hostileRequests();
  const http = new HttpAsking(url, atOnce);
  const tally: Tally = { statuses: new Map(routes.map(({ method, path }) => [`${method} ${path}`, new Set()])), faults: [], asked: 0 };
  const asking = async (): Promise<void> => {
    while (tally.asked < requests && tally.faults.length < 20) {
      const route = routes[tally.asked++ % routes.length] as Route;
      await askOne(http, route, hostile.next(route), tally);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, asking));
  http.close();
  return tally;
}

async function askOne(http: HttpAsking, route: Route, asked: Asked, tally: Tally): Promise<void> {
  const { statuses, faults } = tally;
  const inWords = () => `${asked.method} ${asked.path.slice(0, 200)} ${JSON.stringify(asked.headers).slice(0, 600)} ${String(asked.body).slice(0, 600)}`;
  try {
    const answer = await http.ask(asked);
    statuses.get(`${route.method} ${route.path}`)?.add(answer.status);
    const fault = faultOf(answer, asked.method);
    if (fault !== undefined) faults.push(`${fault}\n    to ${inWords()}`);
    if (answer.status === 200 && asked.method === 'POST' && route.path.endsWith(submitting)) await approve(http, answer, tally);
  } catch (cause) {
    // Whoever goes on sending after the refusal of his body may never read the refusal; and while headers are still too
    // large to be read, nobody knows that it was HEAD that must not be answered with a body.
    const isTooLarge = Buffer.byteLength(asked.body ?? '') > bodyLimitBytes
      || (asked.method === 'HEAD' && JSON.stringify(asked.headers).length + asked.path.length > headerLimitBytes);
    if (!isTooLarge) faults.push(`no answer (${String(cause)})\n    to ${inWords()}`);
  }
}

/** Approving names the very revision that was submitted, which nobody guesses: now and then it is told. */
async function approve(http: HttpAsking, { text }: Answer, tally: Tally): Promise<void> {
  const path = '/api/{municipality}/sheets/{sheet}/approve';
  if (tally.statuses.get(`POST ${path}`)?.has(200) === true && chance.happens(0.7)) return;
  const { id, revision } = JSON.parse(text) as { readonly id: string; readonly revision: number };
  for (const { token } of office.members.filter(({ role }) => role === 'approver')) {
    await askOne(http, { method: 'POST', path, schema: undefined }, {
      method: 'POST', path: `/api/${municipality}/sheets/${id}/approve`, body: JSON.stringify({ basedOn: revision }),
      headers: { 'authorization': `Bearer ${token}`, 'content-type': 'application/json' },
    }, tally);
  }
}

/** Everything that the server says to something that is not HTTP as it should be, until one of the two hangs up. */
function converse(words: string): Promise<string> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    let heard = '';
    const socket = connect(Number(port), hostname, () => socket.end(words));
    socket.setEncoding('latin1').on('data', (text: string) => { heard += text; }).on('error', () => undefined).on('close', () => resolve(heard));
    socket.setTimeout(10_000, () => socket.destroy());
  });
}

function answersIn(heard: string): readonly Answer[] {
  return heard.split(/(?=^HTTP\/1\.1 \d{3} )/m).filter((part) => part.startsWith('HTTP/')).map((part) => {
    const [head = '', ...rest] = part.split('\r\n\r\n');
    const headers = Object.fromEntries(head.split('\r\n').slice(1).map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }));
    return { status: Number(head.slice(9, 12)), headers, text: Buffer.from(rest.join('\r\n\r\n'), 'latin1').toString() };
  });
}

describe('whatever a client sends', () => {
  it(`is never answered with a 5xx, and every refusal is a problem: ${requests} requests over every route`, async () => {
    const routes = routesOf(openApi);
    const withBody = routes.filter(({ schema }) => schema !== undefined);
    const { statuses, faults, asked } = await askAll([...routes, ...withBody, ...withBody]);
    process.stderr.write(`${asked} requests over ${routes.length} routes\n`);
    for (const [route, seen] of statuses) process.stderr.write(`  ${route}: ${[...seen].toSorted((a, b) => a - b).join(' ')}\n`);
    expect(faults).toEqual([]);
    expect(asked).toBeGreaterThanOrEqual(20_000);
    // A fuzzer that never gets past the first check tries nothing.
    for (const [route, seen] of statuses) expect({ route, succeeded: [...seen].some((status) => status < 300) }).toEqual({ route, succeeded: true });
  });

  it.each(hostileConversations.map((words) => [words.slice(0, 80), words]))('%j on a bare connection is closed or refused with a problem', async (_what, words) => {
    for (const answer of answersIn(await converse(words))) expect(faultOf(answer)).toBeUndefined();
    expect((await fetch(`${url}/livez`)).status).toBe(200);
  });

  it('leaves the server alive and ready, without one error in its log', async () => {
    expect(server.isRunning).toBe(true);
    const ready = await fetch(`${url}/readyz`);
    expect({ status: ready.status, body: await ready.json() }).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(server.output().split('\n').filter((line) => /"level":[56]0,/.test(line) || !line.startsWith('{')).filter(Boolean).slice(0, 5)).toEqual([]);
  });

  it('leaves a log without gaps, and read models that equal a rebuild', async () => {
    expect((await server.stop()).code).toBe(0);
    const image = new CrashImage(directory);
    process.stderr.write(`${image.events().length} events were recorded meanwhile\n`);
    for (const { rows, rebuilt } of await image.models()) expect(rows).toEqual(rebuilt);
    image.remove();
  });
});
