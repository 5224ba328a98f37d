import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newDirectory } from '../../libs/event-store/contract/given-directory.ts';
import { LoopbackProvider } from '../http/loopback-provider.ts';
import { Chance } from './chance.ts';
import { Courses, type Learned } from './courses.ts';
import { CrashImage } from './crash-image.ts';
import type { Tell } from './deeds.ts';
import { foundOffice, municipality, type FoundedOffice, type Member } from './founded-office.ts';
import { HostileRequests, routesOf, type OpenApi, type Route } from './hostile-requests.ts';
import { hostileConversations } from './hostile-values.ts';
import { HttpAsking, type Answer, type Asked } from './http-asking.ts';
import { knownThings, ranks, spares, sparePeople } from './known-things.ts';
import { LogWatch } from './log-watch.ts';
import { ServerProcess } from './server-process.ts';

const requests = 60_000;
const atOnce = 16;
const size = { sections: 2, staffOfSection: 1, measuresOfSection: 100, leftOut: 10, ranks, years: [2025, 2026], spares, hasStages: true };
const publicUrl = 'https://meguri.example';
/** The only answers in which the server may say that it cannot: it is busy, or not there yet. */
const documented503 = new Set(['too-many-writers', 'not-yet-known', 'model-not-ready', 'store-unavailable']);
const bodyLimitBytes = 1_048_576;
/** Node's own. */
const headerLimitBytes = 16_384;

const shares = { secretariat: 10, staff: 10, approver: 1, auditor: 1, admin: 1 };

const chance = Chance.ofThisRun('fuzz');
const place = newDirectory();
const directory = place.file('data');
const provider = new LoopbackProvider([`${publicUrl}/api/${municipality}/session/oidc/callback`]);
let office: FoundedOffice;
let learned: Learned;
let server: ServerProcess;
let url: string;
let openApi: OpenApi;

beforeAll(async () => {
  await provider.open();
  office = await foundOffice(directory, size);
  server = new ServerProcess(directory, 'serve', {
    MEGURI_PUBLIC_URL: publicUrl, MEGURI_OIDC_ISSUER: provider.client.issuer, MEGURI_OIDC_CLIENT_ID: provider.client.clientId,
    MEGURI_OIDC_CLIENT_SECRET: provider.client.clientSecret,
  });
  url = await server.ready();
  openApi = await (await fetch(`${url}/api/openapi.json`)).json() as OpenApi;
  learned = {
    plans: [office.plan], proposals: ['x'], appointments: ['x'], account: await oneAccount(), left: [], held: ['x'],
    committees: ['x'], memberships: ['x'], meetings: ['x'], questions: ['x'], recommendations: ['x'],
  };
  const watch = new LogWatch(directory);
  await watch.until('SheetOpened', size.years.length * size.sections * (size.measuresOfSection - size.leftOut));
  watch.close();
});
afterAll(async () => {
  await server.kill();
  await provider.close();
  place.remove();
});

/** Names for the spare people, and one account by which somebody signs in here and at the provider. */
async function oneAccount(): Promise<Learned['account']> {
  const { token } = office.members.find(({ role }) => role === 'secretariat') as Member;
  const { person } = office.members[0] as Member;
  const headers = { 'authorization': `Bearer ${token}`, 'content-type': 'application/json' };
  const post = async (path: string, body: object): Promise<string> => {
    const answer = await fetch(`${url}/api/${municipality}/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(await answer.text());
    return answer.text();
  };
  await post('people', { people: sparePeople.map((id, index) => ({ id, name: `予備 ${index}` })) });
  provider.subject = 'somebody';
  await post(`accounts/${person}/identity`, { issuer: provider.client.issuer, subject: provider.subject });
  const { accounts: [account] } = JSON.parse(await post('accounts', { accounts: [{ person, login: 'somebody' }] })) as { accounts: { firstPassword: string }[] };
  return { logins: ['somebody'], passwords: [account?.firstPassword ?? ''] };
}

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
  // Those who may write most are asked for most, or nearly everything would end at the door.
  const tokens = [
    ...office.members.flatMap(({ role, token }) => Array.from({ length: shares[role] }, () => token)),
    ...(office.committee?.members ?? []).map(({ token }) => token),
  ];
  return new HostileRequests(openApi, knownThings(office, learned), tokens, chance);
}

interface Tally {
  /** How often each, by route. */
  readonly statuses: Map<string, Map<number, number>>;
  readonly faults: string[];
  asked: number;
}

const noAnswer: Answer = { status: 599, headers: {}, text: '{}' };

/** So many times every route, in turn, and everybody at once. */
async function askAll(routes: readonly Route[]): Promise<Tally> {
  const hostile = hostileRequests();
  const http = new HttpAsking(url, atOnce);
  const byName = new Map(routes.map((route) => [`${route.method} ${route.path}`, route]));
  const tally: Tally = { statuses: new Map(routes.map(({ method, path }) => [`${method} ${path}`, new Map()])), faults: [], asked: 0 };
  const tell: Tell = async (name, asked) => await askOne(http, byName.get(name) as Route, asked, tally) ?? noAnswer;
  const courses = new Courses({ office, known: learned, provider, tell, happens: (share) => chance.happens(share) });
  const asking = async (): Promise<void> => {
    while (tally.asked < requests && tally.faults.length < 20) {
      const route = routes[tally.asked++ % routes.length] as Route;
      const asked = hostile.next(route);
      const answer = await askOne(http, route, asked, tally);
      if (answer !== undefined && answer.status < 400 && asked.method === route.method) await courses.after(route, asked, answer);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, asking));
  await courses.finish();
  http.close();
  return tally;
}

/** Undefined where there was none, which is a fault unless it could not be otherwise. */
async function askOne(http: HttpAsking, route: Route, asked: Asked, { statuses, faults }: Tally): Promise<Answer | undefined> {
  const inWords = () => `${asked.method} ${asked.path.slice(0, 200)} ${JSON.stringify(asked.headers).slice(0, 600)} ${String(asked.body).slice(0, 600)}`;
  try {
    const answer = await http.ask(asked);
    const seen = statuses.get(`${route.method} ${route.path}`);
    seen?.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
    const fault = faultOf(answer, asked.method);
    if (fault !== undefined) faults.push(`${fault}\n    to ${inWords()}`);
    return answer;
  } catch (cause) {
    // Whoever goes on sending after the refusal of his body may never read the refusal; and while headers are still too
    // large to be read, nobody knows that it was HEAD that must not be answered with a body.
    const isTooLarge = Buffer.byteLength(asked.body ?? '') > bodyLimitBytes
      || (asked.method === 'HEAD' && JSON.stringify(asked.headers).length + asked.path.length > headerLimitBytes);
    if (!isTooLarge) faults.push(`no answer (${String(cause)})\n    to ${inWords()}`);
    return undefined;
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
    const withBody = routes.filter(({ schema, takesBytes }) => schema !== undefined || takesBytes);
    const { statuses, faults, asked } = await askAll([...routes, ...withBody, ...withBody]);
    process.stderr.write(`${asked} requests over ${routes.length} routes\n`);
    for (const [route, seen] of statuses) {
      process.stderr.write(`  ${route}: ${[...seen].toSorted(([a], [b]) => a - b).map(([status, times]) => `${status}×${times}`).join(' ')}\n`);
    }
    expect(faults).toEqual([]);
    expect(asked).toBeGreaterThanOrEqual(20_000);
    // A fuzzer that never gets past the first check tries nothing.
    for (const [route, seen] of statuses) expect({ route, succeeded: [...seen.keys()].some((status) => status < 400) }).toEqual({ route, succeeded: true });
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
