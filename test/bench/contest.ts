/** One competitor. It has a process to itself, with its own store, and works when it is told to. */
export interface Side {
  /** Seconds for one operation. */
  round(): Promise<number>;
  close?(): Promise<void> | void;
}

export type Prepare = (directory: string) => Promise<Side>;

/** One line of the table: how many times faster ours is than its limit. */
export interface Row {
  readonly id: string;
  readonly goal: number;
  /** Told the other way round: how many times its limit's time ours takes. */
  readonly asMultiple?: true;
  readonly ours: string;
  readonly limit: string;
}

/** Sides that are measured in one run, each round of one right beside a round of every other. */
export interface Contest {
  readonly name: string;
  /** Where the contest is written, so that a side's process can find it. */
  readonly module: string;
  readonly rounds: number;
  readonly rows: readonly Row[];
  readonly sides: Readonly<Record<string, Prepare>>;
  /** What the sides share: a log that is only read, or a server, and then also how to end it. */
  prepare?(directory: string): Promise<void | (() => void)>;
}

/** Rounds that come first and do not count: compilers and caches need them. */
export const roundsToWarmUp = 2;

/** Something that a contest needs and this machine does not have, in words for the table. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
}

/** Seconds for one of so many operations. */
export async function timed(operations: number, work: () => Promise<void> | void): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1_000 / operations;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] as number : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
