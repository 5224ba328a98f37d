import { once } from 'node:events';
import type { ServerWritableStream, status } from '@grpc/grpc-js';
import type { ReadReq, ReadResp } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { LogRecord, RecordLog } from './record-log.ts';

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

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
