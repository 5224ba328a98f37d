import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { status } from '@grpc/grpc-js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { ReadReq } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { Faults } from './faults.ts';
import { readEvent } from './messages.ts';
import { fail, filterOf, isInsideARecord, write } from './read-answers.ts';
import type { ReadCall } from './read-answers.ts';
import type { LogRecord, RecordLog } from './record-log.ts';

/** How many records a filtered subscription looks at between two checkpoints, times the client's multiplier. */
const checkpointWindow = 32;

/** Catch-up and live are one walk along the log, so nothing can fall between them. */
export async function follow(
  call: ReadCall, options: ReadReq.Options, log: RecordLog, faults: Faults,
): Promise<void> {
  const asked = options.getAll();
  if (asked === undefined) return fail(call, status.UNIMPLEMENTED, 'the double follows $all only');
  const confirmation = new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID());
  await write(call, new streams.ReadResp().setConfirmation(confirmation));

  const position = asked.getPosition();
  const after = position ? BigInt(position.getCommitPosition()) : asked.hasEnd() ? log.end : -1n;
  if (position && isInsideARecord(after, log)) {
    return fail(call, status.INVALID_ARGUMENT, 'Trying to read from an invalid position.');
  }
  const walk = new Walk(call, options, log.records);
  const start = log.records.findIndex((record) => record.position > after);
  let next = start === -1 ? log.records.length : start;
  let caughtUp = false;
  while (!call.cancelled && !call.destroyed) {
    await faults.thawed();
    if (next < log.records.length) {
      if (!await walk.pass(next)) return;
      next += 1;
    } else if (!caughtUp) {
      if (next > start && start !== -1) await walk.checkpoint();
      await write(call, new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp().setStreamRevision('0')));
      caughtUp = true;
    } else {
      await news(call, log);
    }
  }
}

async function news(call: ReadCall, log: RecordLog): Promise<void> {
  const waiting = new AbortController();
  const { signal } = waiting;
  try {
    await Promise.race([once(log, 'appended', { signal }), once(call, 'cancelled', { signal })]);
  } finally {
    waiting.abort();
  }
}

class Walk {
  readonly #call: ReadCall;
  readonly #records: readonly LogRecord[];
  readonly #matches: (record: LogRecord) => boolean;
  /** Undefined without a filter: then there are no checkpoints. */
  readonly #interval: number | undefined;
  #sinceCheckpoint = 0;
  #passed: LogRecord | undefined;

  constructor(call: ReadCall, options: ReadReq.Options, records: readonly LogRecord[]) {
    const filter = options.getFilter();
    this.#call = call;
    this.#records = records;
    this.#matches = filterOf(options);
    this.#interval = filter && checkpointWindow * filter.getCheckpointintervalmultiplier();
  }

  async pass(index: number): Promise<boolean> {
    const record = this.#records[index];
    if (record === undefined) return true;
    this.#passed = record;
    this.#sinceCheckpoint += 1;
    if (this.#matches(record) && !await write(this.#call, readEvent(record))) return false;
    return this.#sinceCheckpoint === this.#interval ? this.checkpoint() : true;
  }

  async checkpoint(): Promise<boolean> {
    this.#sinceCheckpoint = 0;
    if (this.#interval === undefined || this.#passed === undefined) return true;
    const position = String(this.#passed.position);
    return write(this.#call, new streams.ReadResp().setCheckpoint(
      new streams.ReadResp.Checkpoint().setCommitPosition(position).setPreparePosition(position),
    ));
  }
}
