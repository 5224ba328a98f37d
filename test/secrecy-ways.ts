import { once } from 'node:events';
import { get, type ClientRequest, type IncomingMessage } from 'node:http';
import supertest from 'supertest';
import type { Edition } from '../libs/cycle/domain/cycle.ts';
import { markedSheets, type Mark, type Observer } from './secrecy-marks.ts';
import { year } from './whole-year/papers.ts';
import { committees, municipality, type WholeYear } from './whole-year/year.ts';

/** What one asked for, as it came. */
export interface Told {
  readonly status: number;
  readonly etag: string | undefined;
  readonly text: string;
}

/** Everything that somebody can ask for at a moment, by its path. */
export async function waysOut(lived: WholeYear, observer: Observer, editions: readonly Edition[]): Promise<ReadonlyMap<string, Told>> {
  const told = new Map<string, Told>();
  for (const path of await pathsOf(lived, observer, editions)) told.set(path, await ask(lived, observer, path));
  return told;
}

async function pathsOf(lived: WholeYear, observer: Observer, editions: readonly Edition[]): Promise<readonly string[]> {
  const sheets = lived.nodes.size === 0 ? [] : markedSheets;
  const editionPaths = (of: string): readonly string[] => editions.flatMap(({ edition, parts }) => [
    `${of}/editions/${edition}`, `${of}/editions/${edition}/errata`, ...sheets.map((number) => `${of}/editions/${edition}/sheets/${lived.sheetId(number)}`),
    ...parts.filter(({ kind }) => kind === 'recommendation').map(({ id }) => `${of}/editions/${edition}/recommendations/${id}`),
  ]);
  if (observer.who === 'public') return ['', String(year), ...editionPaths(String(year))];
  const plan = `plans/${lived.noted.get('plan')}`;
  return [
    ...sheets.flatMap((number) => [lived.sheet(number), `${lived.sheet(number)}/history`, lived.sheet(number, year + 1)]),
    `sheets?year=${year}&limit=200`, 'duties', 'duties/all', `cycles/${year}/progress`, `cycles/${year}/publications`,
    ...editionPaths(`cycles/${year}`), `${plan}/revision`, `${plan}/revisions`, `${plan}/compare?from=1&to=2`, 'recommendations?limit=500',
    ...await recommendationPaths(lived, observer), 'committees', 'memberships',
    ...await Promise.all(committees.map((name) => committeePaths(lived, observer, lived.committeeIds.get(name) ?? 'none'))),
  ].flat();
}

async function recommendationPaths(lived: WholeYear, observer: Observer): Promise<readonly string[]> {
  const { text } = await ask(lived, observer, 'recommendations?limit=500');
  return ((JSON.parse(text) as Listed).recommendations ?? []).map(({ id }) => `recommendations/${id}`);
}

async function committeePaths(lived: WholeYear, observer: Observer, committee: string): Promise<readonly string[]> {
  const path = `committees/${committee}`;
  const { text } = await ask(lived, observer, `${path}/meetings`);
  const meetings = (JSON.parse(text) as Listed).meetings ?? [];
  return [path, `${path}/meetings`, `${path}/workspace`, ...meetings.flatMap(({ id }) => [`${path}/meetings/${id}`, `${path}/workspace?meeting=${id}`])];
}

interface Listed {
  readonly recommendations?: readonly { readonly id: string }[];
  readonly meetings?: readonly { readonly id: string }[];
  readonly sheets?: readonly object[];
}

/** Whether the list of sheets finds anything by what was marked. */
export async function isFound(lived: WholeYear, observer: Observer, { text }: Mark): Promise<boolean> {
  const told = await ask(lived, observer, `sheets?limit=200&text=${encodeURIComponent(text)}`);
  return ((JSON.parse(told.text) as Listed).sheets ?? []).length > 0;
}

export async function ask(lived: WholeYear, { who, committee }: Observer, path: string): Promise<Told> {
  const position = await lived.house.installation.store.lastPosition() as string;
  const answer = who === 'public'
    ? await supertest(lived.house.url).get(`/public/${municipality}${path && `/${path}`}`)
    : await lived.person(who).get(path, { ...lived.headersOf(who, committee), 'meguri-position': position });
  if (answer.status >= 500) throw new Error(`${who} ${path}: ${answer.status} ${answer.text}`);
  return { status: answer.status, etag: answer.headers['etag'], text: answer.text };
}

/** What somebody is told of changes while they happen. */
export class Listening {
  #text = '';

  private constructor(private readonly request: ClientRequest, answered: IncomingMessage) {
    answered.setEncoding('utf8').on('data', (text: string) => { this.#text += text; }).on('error', () => undefined);
    request.on('error', () => undefined);
  }

  static async of(lived: WholeYear, { who, committee }: Observer): Promise<Listening> {
    const token = who === 'public' ? '' : lived.person(who).token;
    const headers = { authorization: `Bearer ${token}`, ...(who !== 'public' && lived.headersOf(who, committee)) };
    const request = get(`${lived.house.url}/api/${municipality}/changes`, { headers });
    const [answered] = await once(request, 'response') as [IncomingMessage];
    return new Listening(request, answered);
  }

  heard(): readonly { readonly sheet: string; readonly revision: number }[] {
    return this.#text.split('\n').filter((line) => line.startsWith('data: {')).map((line) => JSON.parse(line.slice('data: '.length)));
  }

  close(): void {
    this.request.destroy();
  }
}
