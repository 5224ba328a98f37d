import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newDirectory } from '../../../libs/event-store/contract/given-directory.ts';
import { readSettings, type Settings } from '../../../libs/platform/settings.ts';
import { openEngines, type Engines } from '../../api/engines.ts';
import { serve, type Serving } from '../../api/serve.ts';
import { found as foundDemonstration } from '../demonstration/demonstration.ts';
import { oneLineOf } from '../one-line.ts';
import type { Output } from '../output.ts';

export const clerk = '0192f0c4-7a3b-7c00-8000-000000000001';

/** A founding as an operator writes it. */
export const sakura = {
  id: 'sakura',
  name: { ja: 'さくら市', en: 'Sakura City' },
  departments: [{ id: 'industry', name: { ja: '産業部', en: 'Industry' } }],
  sections: [{ id: 'promotion', department: 'industry', name: { ja: '産業振興課', en: 'Promotion' } }],
  posts: [{ id: 'clerk', section: 'promotion', role: 'staff', title: { ja: '主事', en: 'Clerk' } }],
  appointments: [{ id: 'clerk-1', post: 'clerk', person: clerk }],
  people: [{ id: clerk, name: '見本の担当者' }],
};

/** One operator with a data directory of his own. */
export class CommandLine {
  readonly #directory = newDirectory();
  readonly data = this.#directory.file('data');
  readonly settings = this.settingsWith({});
  #ends: (() => Promise<void>)[] = [];

  settingsWith(environment: Readonly<Record<string, string>>): Settings {
    return readSettings({ MEGURI_DATA_DIR: this.data, PORT: '0', MEGURI_LOG_LEVEL: 'silent', ...environment });
  }

  path(name: string): string {
    return this.#directory.file(name);
  }

  file(name: string, content: string | object): string {
    const path = this.path(name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  }

  inData(name: string): string {
    mkdirSync(this.data, { recursive: true });
    return join(this.data, name);
  }

  /** Has something done by the very process that holds the data directory, which then lets it go. */
  async onEngines<Answer>(work: (engines: Engines) => Promise<Answer>, settings = this.settings): Promise<Answer> {
    const engines = await openEngines(settings);
    try {
      return await work(engines);
    } finally {
      await engines.close();
    }
  }

  /** A log with something of everything in it. */
  demonstration(settings = this.settings): Promise<void> {
    return this.onEngines(({ installation }) => foundDemonstration(installation), settings);
  }

  async serving(settings = this.settings): Promise<Serving & { readonly engines: Engines }> {
    const engines = await openEngines(settings);
    const serving = await serve(engines, settings);
    let stopped: Promise<void> | undefined;
    const stop = () => (stopped ??= serving.stop());
    this.#ends.push(stop);
    return { ...serving, stop, engines };
  }

  async close(): Promise<void> {
    for (const end of this.#ends.splice(0)) await end();
    this.#directory.remove();
  }
}

/** What a command said. */
export async function linesOf(command: (output: Output) => Promise<unknown>): Promise<string[]> {
  const lines: string[] = [];
  await command({ line: async (text) => { lines.push(text); } });
  return lines;
}

/** The one line with which a command ended that could not be done. */
export async function refusalOf(command: (output: Output) => Promise<unknown>): Promise<string> {
  try {
    await linesOf(command);
  } catch (fault) {
    const line = oneLineOf(fault);
    if (line === undefined) throw fault;
    if (line.includes('\n')) throw new Error(`more than one line: ${line}`, { cause: fault });
    return line;
  }
  throw new Error('it was done');
}
