import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CannotRun, median, roundsToWarmUp, type Contest } from './contest.ts';

/** A row as measured. Without a ratio it could not be, and says why. */
export interface Measured {
  readonly id: string;
  readonly ratio: number | null;
  readonly goal: number;
  readonly asMultiple?: true;
  readonly rounds: number;
  readonly reason?: string;
}

/** What a row is made of, for whoever reads along: microseconds for one operation. */
export type Told = (row: Measured, microseconds?: { readonly ours: number; readonly limit: number }) => void;

export async function hold(contest: Contest, tell: Told): Promise<readonly Measured[]> {
  const directory = mkdtempSync(join(tmpdir(), 'meguri-bench-'));
  let end: (() => void) | undefined;
  try {
    end = await contest.prepare?.(directory) ?? undefined;
    const times = await measure(contest, directory);
    return contest.rows.map(({ ours, limit, ...said }) => {
      const [oursTimes = [], limitTimes = []] = [times.get(ours), times.get(limit)];
      // Of each round by itself: what disturbs the machine for a while disturbs both sides of a round.
      const ratio = median(limitTimes.map((seconds, round) => seconds / (oursTimes[round] as number)));
      const row = { ...said, ratio: Math.round(ratio * 1_000) / 1_000, rounds: contest.rounds };
      tell(row, { ours: median(oursTimes) * 1e6, limit: median(limitTimes) * 1e6 });
      return row;
    });
  } catch (fault) {
    if (!(fault instanceof CannotRun)) throw fault;
    return contest.rows.map(({ ours: _ours, limit: _limit, ...said }) => {
      const row = { ...said, ratio: null, rounds: 0, reason: fault.message };
      tell(row);
      return row;
    });
  } finally {
    end?.();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function measure(contest: Contest, directory: string): Promise<ReadonlyMap<string, number[]>> {
  const names = Object.keys(contest.sides);
  const sides = new Map<string, SideProcess>();
  const times = new Map<string, number[]>(names.map((name) => [name, []]));
  try {
    // One after the other: preparing is work too.
    for (const name of names) sides.set(name, await SideProcess.start(contest, name, directory));
    for (let round = -roundsToWarmUp; round < contest.rounds; round++) {
      for (const name of round % 2 === 0 ? names : names.toReversed()) {
        const seconds = await sides.get(name)?.round();
        if (round >= 0 && seconds !== undefined) times.get(name)?.push(seconds);
      }
    }
  } finally {
    for (const side of sides.values()) await side.end();
  }
  return times;
}

interface Answer {
  readonly seconds?: number;
}

class SideProcess {
  private constructor(private readonly child: ChildProcess, private readonly name: string) {}

  static async start(contest: Contest, name: string, shared: string): Promise<SideProcess> {
    const directory = join(shared, name);
    mkdirSync(directory);
    const program = fileURLToPath(new URL('side-process.js', import.meta.url));
    // What a peer prints as it works is not for the table.
    const child = fork(program, [contest.module, name, directory], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const side = new SideProcess(child, `${contest.name}: ${name}`);
    await side.#answer();
    return side;
  }

  async round(): Promise<number> {
    const answer = this.#answer();
    this.child.send('round');
    return (await answer).seconds as number;
  }

  async end(): Promise<void> {
    if (!this.child.connected) return;
    const ended = once(this.child, 'exit');
    this.child.send('end');
    await ended;
  }

  #answer(): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const fail = (code: number | null) => reject(new Error(`${this.name} ended with ${code}`));
      this.child.once('exit', fail).once('message', (answer) => {
        this.child.off('exit', fail);
        resolve(answer as Answer);
      });
    });
  }
}
