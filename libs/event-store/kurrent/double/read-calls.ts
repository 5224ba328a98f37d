import { once } from 'node:events';
import { status } from '@grpc/grpc-js';
import type { ServerWritableStream } from '@grpc/grpc-js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { ReadReq, ReadResp } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import { exception } from './append-calls.ts';
import type { Faults } from './faults.ts';
import { identifierOf, nameOf, readEvent } from './messages.ts';
import type { LogRecord, RecordLog } from './record-log.ts';
import { follow } from './subscription-call.ts';

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

export async function read(call: ReadCall, log: RecordLog, faults: Faults): Promise<void> {
  await faults.thawed();
  const options = call.request.getOptions();
  if (options === undefined) return fail(call, status.INVALID_ARGUMENT, 'Options are required');
  if (options.hasSubscription()) return follow(call, options, log, faults);
  const stream = options.getStream();
  return stream === undefined ? readAll(call, options, log) : readStream(call, options, stream, log);
}

async function readStream(
  call: ReadCall, options: ReadReq.Options, asked: ReadReq.Options.StreamOptions, log: RecordLog,
): Promise<void> {
  const name = nameOf(asked.getStreamIdentifier());
  if (log.isTombstoned(name)) {
    call.emit('error', exception(status.FAILED_PRECONDITION, `Event stream '${name}' is deleted.`, {
      exception: 'stream-deleted', 'stream-name': name,
    }));
    return;
  }
  const records = log.stream(name);
  if (records === undefined) {
    call.write(new streams.ReadResp().setStreamNotFound(
      new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(name)),
    ));
    call.end();
    return;
  }
  const count = Number(options.getCount());
  const backwards = isBackwards(options);
  if (count === 0 || (asked.hasEnd() && !backwards)) {
    return fail(call, status.UNKNOWN, 'Unexpected ReadStreamResult: Error');
  }
  const last = records.at(-1)?.revision ?? 0n;
  const from = asked.hasStart() ? 0n : asked.hasEnd() ? last : BigInt(asked.getRevision());
  const found = backwards
    ? records.filter(({ revision }) => revision <= from).reverse()
    : records.filter(({ revision }) => revision >= from);
  await send(call, found.slice(0, count));
}

async function readAll(call: ReadCall, options: ReadReq.Options, log: RecordLog): Promise<void> {
  const asked = options.getAll();
  const count = Number(options.getCount());
  const backwards = isBackwards(options);
  const from = asked?.hasEnd() ? log.end : BigInt(asked?.getPosition()?.getCommitPosition() ?? 0);
  // A count of 0, like a position that cannot be read backwards from, is one of the server's unexpected results.
  if (count === 0 || (backwards && from > log.end)) {
    return fail(call, status.UNKNOWN, 'Unexpected ReadAllResult: Error');
  }
  if (isInsideARecord(from, log)) return fail(call, status.UNKNOWN, 'Unexpected ReadAllResult: InvalidPosition');
  const matches = filterOf(options);
  const found = backwards
    ? log.records.filter((record) => record.position < from && matches(record)).reverse()
    : log.records.filter((record) => record.position >= from && matches(record));
  await send(call, found.slice(0, count));
}

async function send(call: ReadCall, records: readonly LogRecord[]): Promise<void> {
  for (const record of records) await write(call, readEvent(record));
  call.end();
}

/** False when there is nobody left to write to. */
export function write(call: ReadCall, message: ReadResp): boolean | Promise<boolean> {
  if (call.cancelled || call.destroyed) return false;
  return call.write(message) || drained(call);
}

async function drained(call: ReadCall): Promise<boolean> {
  const waiting = new AbortController();
  try {
    await Promise.race(['drain', 'cancelled', 'close'].map((event) => once(call, event, { signal: waiting.signal })));
  } finally {
    waiting.abort();
  }
  return !call.cancelled;
}

export function fail(call: ReadCall, code: status, details: string): void {
  call.emit('error', { code, details });
}

export function isInsideARecord(position: bigint, log: RecordLog): boolean {
  if (position === 0n || position >= log.end) return false;
  return !log.records.some((record) => record.position === position);
}

export function filterOf(options: ReadReq.Options): (record: LogRecord) => boolean {
  const filter = options.getFilter();
  if (filter === undefined) return () => true;
  const byStream = filter.getStreamIdentifier();
  const expression = byStream ?? filter.getEventType();
  const word: (record: LogRecord) => string = byStream ? ({ stream }) => stream : ({ type }) => type;
  const prefixes = expression?.getPrefixList() ?? [];
  if (prefixes.length > 0) return (record) => prefixes.some((prefix) => word(record).startsWith(prefix));
  const pattern = new RegExp(expression?.getRegex() ?? '');
  return (record) => pattern.test(word(record));
}

function isBackwards(options: ReadReq.Options): boolean {
  return options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
}
