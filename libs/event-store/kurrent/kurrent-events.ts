import { binaryEvent, jsonEvent } from '@kurrent/kurrentdb-client';
import type {
  AllStreamResolvedEvent, EventData, JSONType, KurrentDBClient, Position as LogPosition,
} from '@kurrent/kurrentdb-client';
import { isStreamName } from '../append-limits.ts';
import type { EventHeader, EventPayload, EventText, Position, StoredEvent, StoredText } from '../event-store.ts';

type NativeClient = KurrentDBClient['rustClient'];
type NativePage = ReturnType<NativeClient['readAll']> extends AsyncIterable<infer Page> ? Page : never;

/** An event as the client's native part hands it over: bytes, before the client parses them and the bytes are lost. */
export type NativeEvent = NonNullable<NativePage[number]['event']>;

/** As many digits as the largest unsigned 64-bit number has. */
const digits = 20;
const positionShape = /^\d{20}$/;

export function positionText(commit: bigint): Position {
  return String(commit).padStart(digits, '0');
}

/** On servers that can still be met, an event's commit and prepare positions are one number. */
export function logPosition(position: Position): LogPosition {
  if (!positionShape.test(position)) throw new RangeError(`${JSON.stringify(position)} is not a position of this log`);
  return { commit: BigInt(position), prepare: BigInt(position) };
}

/** The header as bytes, and the payload such that its bytes on the wire are those given. */
export function eventData(event: EventText): EventData {
  const { id, type, header, payload } = event;
  const metadata = new Uint8Array(Buffer.from(header));
  const value = survivesTheClient(payload);
  // Bytes go out unchanged only when they are called binary; but then the server's own pages cannot show them.
  return value === undefined
    ? binaryEvent({ id, type, data: Buffer.from(payload), metadata })
    : jsonEvent({ id, type, data: value.parsed, metadata });
}

/** The client takes JSON only as a value and writes it itself; canonical text nearly always comes out as it went in. */
function survivesTheClient(payload: string): { readonly parsed: JSONType } | undefined {
  try {
    const parsed = JSON.parse(payload) as JSONType;
    return JSON.stringify(parsed) === payload ? { parsed } : undefined;
  } catch {
    return undefined;
  }
}

interface SeenFromOutside {
  readonly streamId: string;
  readonly type: string;
  readonly metadata?: unknown;
}

/**
 * A server has events of its own, which begin with `$`, and may have other guests: theirs are those without a header, and
 * those on streams that we would refuse.
 */
export function isOurs({ streamId, type, metadata }: SeenFromOutside): boolean {
  const hasHeader = metadata !== undefined && !(metadata instanceof Uint8Array && metadata.length === 0);
  return hasHeader && !type.startsWith('$') && isStreamName(streamId);
}

export function storedText(event: NativeEvent): StoredText {
  const { streamId, revision, metadata, data } = event;
  return { position: positionOf(event), stream: streamId, revision: Number(revision), header: text(metadata), payload: text(data) };
}

export function storedEvent(event: NativeEvent): StoredEvent {
  return {
    position: positionOf(event),
    header: JSON.parse(text(event.metadata)) as EventHeader,
    payload: JSON.parse(text(event.data)) as EventPayload,
  };
}

/** From a subscription, where the client has parsed already: the header always, the payload when it was sent as JSON. */
export function deliveredEvent(event: NonNullable<AllStreamResolvedEvent['event']>): StoredEvent {
  if (event.metadata instanceof Uint8Array) {
    throw new Error(`event ${event.id} on ${event.streamId} has a header that cannot be read`);
  }
  return {
    position: positionText(event.position.commit),
    header: event.metadata as unknown as EventHeader,
    payload: (event.data instanceof Uint8Array ? JSON.parse(text(event.data)) : event.data) as EventPayload,
  };
}

export function positionOf(event: NativeEvent): Position {
  if (event.position === undefined) throw new Error('this server is too old: it gives events no position');
  return positionText(event.position.commit);
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
}
