import { refusalOf } from '../append-limits.ts';
import { Subscriptions } from '../catch-up-subscription.ts';
import { StoreUnavailable } from '../event-store.ts';
import type {
  AppendResult, Deliver, EventStore, EventText, LogQuery, Position, StoredEvent, StoredText, StreamQuery, Subscription,
} from '../event-store.ts';
import { Checkpoints } from './checkpoints.ts';
import { openEventFile } from './event-file.ts';
import type { Connection } from './event-file.ts';
import { EventReader } from './event-reader.ts';
import { EventWriter } from './event-writer.ts';
import { GroupCommit } from './group-commit.ts';
import { StreamHeads } from './stream-heads.ts';
import { unavailable } from './sqlite-error.ts';

/** The log in one SQLite file. Whoever opens it must be the only one to write: see `data-directory.ts`. */
export class SqliteEventStore implements EventStore {
  readonly isExclusive = true;
  readonly #connection: Connection;
  readonly #reader: EventReader;
  readonly #commits: GroupCommit;
  readonly #checkpoints: Checkpoints;
  readonly #subscriptions: Subscriptions;
  #closed: Promise<void> | undefined;
  #isGone = false;

  constructor(connection: Connection) {
    const heads = new StreamHeads(connection);
    this.#connection = connection;
    this.#reader = new EventReader(connection, heads);
    this.#checkpoints = new Checkpoints(connection);
    this.#subscriptions = new Subscriptions((query) => this.readLog(query));
    this.#commits = new GroupCommit(connection, heads, new EventWriter(connection, heads), () => {
      this.#checkpoints.committed();
      this.#subscriptions.wake();
    });
  }

  static open(path: string): SqliteEventStore {
    return new SqliteEventStore(openEventFile(path));
  }

  async append(stream: string, expectedRevision: number, events: readonly EventText[]): Promise<AppendResult> {
    if (this.#closed !== undefined) throw new StoreUnavailable('the event store is closed');
    const reason = refusalOf(stream, events);
    return reason === undefined ? this.#commits.append(stream, expectedRevision, events) : { outcome: 'refused', reason };
  }

  async readStream(stream: string, query: StreamQuery = {}): Promise<readonly StoredEvent[]> {
    return this.#read(() => this.#reader.stream(stream, query));
  }

  async readLog(query: LogQuery): Promise<readonly StoredEvent[]> {
    return this.#read(() => this.#reader.log(query));
  }

  async readLogText(query: LogQuery): Promise<readonly StoredText[]> {
    return this.#read(() => this.#reader.logText(query));
  }

  async lastPosition(): Promise<Position | undefined> {
    return this.#read(() => this.#reader.lastPosition());
  }

  subscribe(after: Position | undefined, deliver: Deliver): Subscription {
    return this.#subscriptions.open(after, deliver);
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    await this.#commits.idle();
    await this.#subscriptions.stopAll();
    this.#isGone = true;
    await this.#checkpoints.stop();
    this.#connection.close();
  }

  #read<Answer>(read: () => Answer): Answer {
    if (this.#isGone) throw new StoreUnavailable('the event store is closed');
    try {
      return read();
    } catch (error) {
      throw unavailable(error);
    }
  }
}
