import { Worker } from 'node:worker_threads';
import { checkpointSignal } from './checkpoint-signal.ts';
import type { Connection } from './event-file.ts';

/** Past this many frames the WAL is written from its beginning again. */
const mostFramesInWal = 2_000;
/** Past this many it has grown beyond use, behind a long reader most likely, and gives its room back. */
const framesToGiveBack = 16_000;
const sqliteDefaultAutocheckpoint = 1_000;

/** Moves what was committed from the WAL into the file, on another thread, so that no command waits for it. */
export class Checkpoints {
  readonly #connection: Connection;
  readonly #signal = checkpointSignal();
  readonly #worker: Worker;
  #isOver = false;

  constructor(connection: Connection) {
    this.#connection = connection;
    // The same file is run as it is by jest and by node, and compiled in dist.
    const file = import.meta.url.endsWith('.ts') ? './checkpointer.ts' : './checkpointer.js';
    this.#worker = new Worker(new URL(file, import.meta.url), {
      workerData: { path: connection.name, shared: this.#signal.shared },
      // How this process was started is not its concern, and some of it would keep it from starting.
      execArgv: [],
    });
    this.#worker.unref();
    this.#worker.once('error', () => this.#doWithoutWorker());
    this.#worker.once('exit', () => { this.#isOver = true; });
  }

  committed(): void {
    this.#signal.written();
    const frames = this.#signal.framesInWal();
    if (frames > mostFramesInWal) this.#beginWalAnew(frames > framesToGiveBack ? 'TRUNCATE' : 'RESTART');
  }

  async stop(): Promise<void> {
    this.#signal.stop();
    if (this.#isOver) return;
    if (this.#signal.isReady()) {
      this.#worker.ref();
      await new Promise((resolve) => { this.#worker.once('exit', resolve); });
    } else {
      // It has nothing open yet, and loading what it needs may take longer than all the rest of a short life.
      await this.#worker.terminate();
    }
  }

  /** Under constant load the other thread never quite catches up, and only a WAL that was caught up begins anew. */
  #beginWalAnew(mode: 'RESTART' | 'TRUNCATE'): void {
    this.#signal.reportFrames(0);
    const timeout = Number(this.#connection.pragma('busy_timeout', { simple: true }));
    try {
      // Somebody may be reading for a long time, a backup for example: commands must not wait for that.
      this.#connection.pragma('busy_timeout = 0');
      this.#connection.pragma(`wal_checkpoint(${mode})`);
    } catch {
      // The disk may be full. Every commit is safe in the WAL, and the next report tries again.
    } finally {
      this.#connection.pragma(`busy_timeout = ${timeout}`);
    }
  }

  #doWithoutWorker(): void {
    this.#isOver = true;
    if (this.#connection.open) this.#connection.pragma(`wal_autocheckpoint = ${sqliteDefaultAutocheckpoint}`);
  }
}
