import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../dist/apps/cli/main.js', import.meta.url));
const patienceMs = 30_000;

/** What the operating system hands on; settings of whoever runs the tests are not meant for the server. */
const { PATH = '', HOME = '', TMPDIR } = process.env;
const environment = { PATH, HOME, ...(TMPDIR !== undefined && { TMPDIR }), PORT: '0', METRICS_PORT: '0' };

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** `meguri serve` or another command as a process of its own, which is ended by its id. */
export class ServerProcess {
  readonly #child: ChildProcess;
  readonly #directory: string;
  readonly #outputPath: string;
  readonly ended: Promise<Ended>;

  constructor(directory: string, command = 'serve', settings: Readonly<Record<string, string>> = {}) {
    this.#directory = directory;
    this.#outputPath = `${directory}.${command}.log`;
    const output = openSync(this.#outputPath, 'a');
    this.#child = spawn(process.execPath, [program, command], {
      env: { ...environment, MEGURI_DATA_DIR: directory, ...settings }, stdio: ['ignore', output, output],
    });
    closeSync(output);
    this.ended = new Promise((resolve) => {
      this.#child.once('close', (code, signal) => { resolve({ code, signal }); });
    });
  }

  get pid(): number {
    return this.#child.pid as number;
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Everything that it and its predecessors on this directory have printed. */
  output(): string {
    return readFileSync(this.#outputPath, 'utf8');
  }

  /** Where it answers, once every read model follows the log. */
  async ready(): Promise<string> {
    const since = performance.now();
    while (this.isRunning && performance.now() - since < patienceMs) {
      const url = this.#announcedUrl();
      if (url !== undefined && await isReady(url)) return url;
      await setTimeout(10);
    }
    throw new Error(`the server is not ready; its last words:\n${this.output().split('\n').slice(-20).join('\n')}`);
  }

  /** Ends it as a power cut would, as far as the process can tell. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.ended;
  }

  /** Asks it to end, and says how long that took. */
  async stop(): Promise<Ended & { readonly afterMs: number }> {
    const since = performance.now();
    this.#child.kill('SIGTERM');
    const ended = await this.ended;
    return { ...ended, afterMs: performance.now() - since };
  }

  #announcedUrl(): string | undefined {
    try {
      const holder = JSON.parse(readFileSync(join(this.#directory, 'holder.json'), 'utf8')) as { pid?: number; url?: string };
      return holder.pid === this.pid ? holder.url : undefined;
    } catch {
      return undefined;
    }
  }
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(({ ok }) => ok, () => false);
}
