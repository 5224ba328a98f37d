/** Where an event stands in the whole log: opaque, all of one length, and growing as text. */
export type Position = string;

/** The revision "before" the first event of a stream. */
export const noStream = -1;

/** One event as it is appended: two canonical JSON texts, and the two words an engine wants to see from outside. */
export interface EventText {
  readonly id: string;
  readonly type: string;
  readonly header: string;
  readonly payload: string;
}

/**
 * The bytes as they stand in the log, for whoever must believe them: verify, backup, ledger. Where they stand is what the
 * engine says, not what the header does.
 */
export interface StoredText {
  readonly position: Position;
  readonly stream: string;
  readonly revision: number;
  readonly header: string;
  readonly payload: string;
}

/** One event as it is read: both parts parsed, nothing upcast. */
export interface StoredEvent {
  readonly position: Position;
  readonly header: EventHeader;
  readonly payload: EventPayload;
}

export type EventPayload = Readonly<Record<string, unknown>>;

/** What is known about an event without opening it. The ledger hashes it as stored. */
export interface EventHeader {
  readonly actor: string;
  readonly appointment?: string;
  readonly causation?: string;
  readonly command: string;
  /** Keyed, so that the body cannot be guessed from it. */
  readonly commandDigest: string;
  readonly correlation: string;
  readonly id: string;
  readonly municipality: string;
  readonly onBehalfOf?: string;
  readonly payloadSha256: string;
  readonly recordedAt: string;
  readonly revision: number;
  readonly stream: string;
  readonly type: string;
  readonly version: number;
}

export type AppendResult =
  | { readonly outcome: 'appended'; readonly revision: number; readonly position: Position }
  | { readonly outcome: 'conflict'; readonly actualRevision: number }
  | { readonly outcome: 'refused'; readonly reason: AppendRefusal };

export type AppendRefusal = 'no-events' | 'too-many-events' | 'too-many-bytes' | 'ill-formed-text' | 'bad-stream-name';

export type Direction = 'forwards' | 'backwards';

export interface StreamQuery {
  /** Inclusive; by default the first event, or the last one when reading backwards. */
  readonly fromRevision?: number;
  readonly direction?: Direction;
  readonly limit?: number;
}

export interface LogQuery {
  /** Exclusive in both directions; by default the whole log. */
  readonly after?: Position;
  readonly direction?: Direction;
  readonly limit: number;
}

/** Receives events in order, one batch at a time; the next batch waits for the promise. */
export type Deliver = (events: readonly StoredEvent[]) => Promise<void> | void;

export interface Subscription {
  /** Settles when the subscription is over: fulfilled after `stop`, rejected when `deliver` threw or the log broke. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/**
 * The log. Appends name the exact revision they build on. The same event ids at the same exact revision are answered
 * as the first time and written once. Conflicts and refusals are answers; a log that cannot be reached throws
 * `StoreUnavailable`, and whether the append took place is then unknown until it is tried again.
 */
export interface EventStore {
  /** True when this process alone appends, so that what it was told to be appended is, to the byte, what it sent. */
  readonly isExclusive: boolean;
  append(stream: string, expectedRevision: number, events: readonly EventText[]): Promise<AppendResult>;
  readStream(stream: string, query?: StreamQuery): Promise<readonly StoredEvent[]>;
  readLog(query: LogQuery): Promise<readonly StoredEvent[]>;
  readLogText(query: LogQuery): Promise<readonly StoredText[]>;
  /** Everything after `after` (or from the beginning), then what is appended, for as long as it is not stopped. */
  subscribe(after: Position | undefined, deliver: Deliver): Subscription;
  /** The position of the newest event, or undefined in an empty log. */
  lastPosition(): Promise<Position | undefined>;
  /** Waits for what was accepted; appends that come later throw `StoreUnavailable`. */
  close(): Promise<void>;
}

/** The log for whoever only reads it from end to end, also beside the process that writes it. */
export type LogReader = Pick<EventStore, 'readLog' | 'readLogText' | 'lastPosition' | 'close'>;

export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
