import { status } from '@grpc/grpc-js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { ReadReq } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import { exception } from './append-calls.ts';
import type { Faults } from './faults.ts';
import { identifierOf, nameOf, readEvent } from './messages.ts';
import { fail, filterOf, isInsideARecord, write } from './read-answers.ts';
import type { ReadCall } from './read-answers.ts';
import type { LogRecord, RecordLog } from './record-log.ts';
import { follow } from './subscription-call.ts';


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

function isBackwards(options: ReadReq.Options): boolean {
  return options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
}
