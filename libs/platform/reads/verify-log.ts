import { canonicalJson } from '../../event-store/canonical-json.ts';
import { StoreUnavailable } from '../../event-store/event-store.ts';
import type { EventHeader, EventPayload, LogReader, Position, StoredText } from '../../event-store/event-store.ts';
import { payloadDigest } from '../../event-store/event-text.ts';
import { isEventIdOf } from '../commands/command-id.ts';
import type { AnyDecider } from '../room.ts';
import { pagesOf } from './log-pages.ts';
import { Replay } from './replay.ts';

/** What was looked at. */
export interface Verified {
  readonly events: number;
  readonly streams: number;
  readonly faults: number;
  readonly lastPosition: Position | undefined;
}

/** What must hold of an event outside the log; each fault in words. */
export type FurtherCheck = (header: EventHeader, payload: EventPayload) => readonly string[];

/** Believes nothing of the log: neither where events stand, nor what their headers say, nor that today's rooms know them. */
export async function verifyLog(
  log: LogReader, deciders: readonly AnyDecider[], onFault: (fault: string) => Promise<void> | void, further: FurtherCheck = () => [],
): Promise<Verified> {
  const verification = new Verification(deciders, further);
  try {
    const end = await log.lastPosition();
    for await (const page of pagesOf((query) => log.readLogText(query))) {
      for (const text of page) verification.look(text);
      for (const fault of verification.takeFaults()) await onFault(fault);
      // Somebody may be writing, and then there would always be more.
      if (end === undefined || (page.at(-1)?.position ?? end) >= end) break;
    }
  } catch (fault) {
    if (!(fault instanceof StoreUnavailable)) throw fault;
    verification.cannotReadOn(fault.message);
    for (const unread of verification.takeFaults()) await onFault(unread);
  }
  return verification.result();
}

class Verification {
  readonly #replay: Replay;
  /** The revision that each stream must bring next. */
  readonly #next = new Map<string, number>();
  /** Streams that cannot be folded any further, and have said so. */
  readonly #broken = new Set<string>();
  #previous: Position | undefined;
  #events = 0;
  readonly #faults: string[] = [];
  #faultCount = 0;

  constructor(deciders: readonly AnyDecider[], private readonly further: FurtherCheck) {
    this.#replay = new Replay(deciders);
  }

  look(text: StoredText): void {
    this.#events += 1;
    this.#order(text);
    const header = this.#header(text);
    const payload = this.#payload(text, header);
    if (header === undefined || payload === undefined) {
      this.#broken.add(text.stream);
      return;
    }
    if (!this.#broken.has(text.stream)) this.#fold(text, header, payload);
    for (const fault of this.further(header, payload)) this.#fault(text, fault);
  }

  cannotReadOn(reason: string): void {
    this.#say(this.#previous === undefined ? reason : `after position ${this.#previous}: ${reason}`);
  }

  takeFaults(): readonly string[] {
    return this.#faults.splice(0);
  }

  result(): Verified {
    return { events: this.#events, streams: this.#next.size, faults: this.#faultCount, lastPosition: this.#previous };
  }

  #order(text: StoredText): void {
    const { position, stream, revision } = text;
    if (this.#previous !== undefined && position <= this.#previous) this.#fault(text, `positions do not grow: ${this.#previous} stands before`);
    this.#previous = position;
    const expected = this.#next.get(stream) ?? 0;
    if (revision !== expected) {
      this.#fault(text, `revision ${expected} must stand here`);
      this.#broken.add(stream);
    }
    this.#next.set(stream, revision + 1);
  }

  /** The header when it can be used, whether or not everything about it is right. */
  #header(text: StoredText): EventHeader | undefined {
    const header = parsed(text.header) as EventHeader | undefined;
    if (header === undefined) {
      this.#fault(text, 'the header cannot be read');
      return undefined;
    }
    if (!isCanonical(header, text.header)) this.#fault(text, 'the header is not canonical');
    if (typeof header.type !== 'string' || typeof header.version !== 'number') this.#fault(text, 'the header names no type and version');
    this.#claims(text, header);
    if (header.stream === text.stream && header.revision === text.revision) return header;
    this.#fault(text, `the header says ${header.stream} revision ${header.revision}`);
    return undefined;
  }

  /** What a header says of itself that follows from the rest of it. Who and when can be proved only by a ledger. */
  #claims(text: StoredText, header: EventHeader): void {
    if (header.municipality !== text.stream.split('-')[1]) this.#fault(text, `the header says that it is of ${header.municipality}`);
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(header.recordedAt)) this.#fault(text, 'the header names no moment');
    if (!isEventIdOf(header.id, header)) this.#fault(text, 'the id is not the one that its command gives');
  }

  #payload(text: StoredText, header: EventHeader | undefined): EventPayload | undefined {
    if (header !== undefined && payloadDigest(text.payload) !== header.payloadSha256) {
      this.#fault(text, 'the payload is not the one that was recorded: its SHA-256 is not the one in the header');
    }
    const payload = parsed(text.payload) as EventPayload | undefined;
    if (payload === undefined) this.#fault(text, 'the payload cannot be read');
    else if (!text.payload.startsWith('{"$salt":"')) this.#fault(text, 'the payload does not begin with its salt');
    else if (!isCanonical(payload, text.payload)) this.#fault(text, 'the payload is not canonical');
    return payload;
  }

  #fold(text: StoredText, header: EventHeader, payload: EventPayload): void {
    try {
      this.#replay.take({ position: text.position, header, payload });
    } catch (fault) {
      this.#broken.add(text.stream);
      this.#fault(text, `${header.type} cannot be folded: ${fault instanceof Error ? fault.message : String(fault)}`);
    }
  }

  #fault({ position, stream, revision }: StoredText, what: string): void {
    this.#say(`${position} ${stream} revision ${revision}: ${what}`);
  }

  #say(fault: string): void {
    this.#faultCount += 1;
    this.#faults.push(fault);
  }
}

function isCanonical(value: object, text: string): boolean {
  try {
    return canonicalJson(value) === text;
  } catch {
    // A lone surrogate, which has no canonical text at all.
    return false;
  }
}

/** A JSON object, or undefined. */
function parsed(text: string): object | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
