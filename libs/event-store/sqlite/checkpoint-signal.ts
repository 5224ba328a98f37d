/** What the command thread and the checkpointer tell each other through shared memory. */
export interface CheckpointSignal {
  readonly shared: SharedArrayBuffer;
  written(): void;
  stop(): void;
  isStopped(): boolean;
  /** The checkpointer is about to open the file, and has to be waited for from then on. */
  ready(): void;
  isReady(): boolean;
  framesInWal(): number;
  reportFrames(count: number): void;
  /** Blocks until something was written after the commits already seen, and answers how many there are now. */
  waitForCommits(seen: number): number;
  /** Blocks so long, or until the stop. */
  pause(milliseconds: number): void;
}

const commits = 0;
const stopped = 1;
const frames = 2;
const isReady = 3;

export function checkpointSignal(shared = new SharedArrayBuffer(4 * Int32Array.BYTES_PER_ELEMENT)): CheckpointSignal {
  const cells = new Int32Array(shared);
  return {
    shared,
    written: () => {
      Atomics.add(cells, commits, 1);
      Atomics.notify(cells, commits);
    },
    stop: () => {
      Atomics.store(cells, stopped, 1);
      Atomics.notify(cells, stopped);
      // Counts as a commit, so that it also ends the wait for one.
      Atomics.add(cells, commits, 1);
      Atomics.notify(cells, commits);
    },
    isStopped: () => Atomics.load(cells, stopped) === 1,
    ready: () => { Atomics.store(cells, isReady, 1); },
    isReady: () => Atomics.load(cells, isReady) === 1,
    framesInWal: () => Atomics.load(cells, frames),
    reportFrames: (count) => { Atomics.store(cells, frames, count); },
    waitForCommits: (seen) => {
      Atomics.wait(cells, commits, seen);
      return Atomics.load(cells, commits);
    },
    pause: (milliseconds) => { Atomics.wait(cells, stopped, 0, milliseconds); },
  };
}
