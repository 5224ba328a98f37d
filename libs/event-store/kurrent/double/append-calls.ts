import { Metadata, status } from '@grpc/grpc-js';
import type { sendUnaryData, ServerDuplexStream, ServerReadableStream } from '@grpc/grpc-js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type {
  AppendReq, AppendResp, BatchAppendReq, BatchAppendResp,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { Faults } from './faults.ts';
import { badRequest, batchAnswer, batchResponse, nameOf, notReady, proposedOf } from './messages.ts';
import { maximumAppendBytes } from './record-log.ts';
import type { AppendAnswer, Expected, Proposed, RecordLog } from './record-log.ts';

interface Pending {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: Proposed[];
}

/** The one long call over which a client sends all its appends, and which answers them in their order. */
export async function batchAppend(
  call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>, log: RecordLog, faults: Faults,
): Promise<void> {
  const pending = new Map<string, Pending>();
  for await (const message of call.iterator({ destroyOnReturn: false })) {
    const request = message as BatchAppendReq;
    await faults.thawed();
    const response = answerBatch(request, pending, log, faults);
    if (response !== undefined) call.write(response);
  }
  call.end();
}

function answerBatch(
  request: BatchAppendReq, pending: Map<string, Pending>, log: RecordLog, faults: Faults,
): BatchAppendResp | undefined {
  const correlation = request.getCorrelationId()?.getString() ?? '';
  const options = request.getOptions();
  if (options !== undefined) {
    pending.set(correlation, {
      stream: nameOf(options.getStreamIdentifier()), expected: expectedBatch(options), events: [],
    });
  }
  const asked = pending.get(correlation);
  const response = batchResponse(request, asked?.stream ?? '');
  if (asked === undefined) return response.setError(badRequest('Options are required'));
  asked.events.push(...request.getProposedMessagesList().map(proposedOf));
  if (!request.getIsFinal()) return undefined;
  pending.delete(correlation);

  if (faults.takeNotReady()) return response.setError(notReady());
  const complaint = complaintAbout(asked.events);
  if (complaint !== undefined) return response.setError(badRequest(complaint));
  const answer = applied(asked, log, faults);
  return answer && batchAnswer(response, asked.stream, asked.expected, answer);
}

/** The older way: one call for each append. */
export async function append(
  call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>, log: RecordLog, faults: Faults,
): Promise<void> {
  let options: AppendReq.Options | undefined;
  const events: Proposed[] = [];
  for await (const message of call.iterator({ destroyOnReturn: false })) {
    const request = message as AppendReq;
    options ??= request.getOptions();
    const proposed = request.getProposedMessage();
    if (proposed !== undefined) events.push(proposedOf(proposed));
  }
  await faults.thawed();
  if (options === undefined) return answer({ code: status.INVALID_ARGUMENT, details: 'Options are required' });
  const complaint = complaintAbout(events);
  if (complaint !== undefined) return answer({ code: status.INVALID_ARGUMENT, details: complaint });
  const asked = { stream: nameOf(options.getStreamIdentifier()), expected: expectedSingle(options), events };
  const result = applied(asked, log, faults);
  if (result !== undefined) answerSingle(asked, result, answer);
}

/** Undefined when the server died over it. */
function applied({ stream, expected, events }: Pending, log: RecordLog, faults: Faults): AppendAnswer | undefined {
  if (faults.strike('before-applying')) return undefined;
  const answer = log.append(stream, expected, events);
  return faults.strike('after-applying') ? undefined : answer;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function complaintAbout(events: readonly Proposed[]): string | undefined {
  if (events.some(({ id }) => !uuid.test(id))) return 'Unrecognized Guid format.';
  return events.some(({ type }) => type === '') ? 'Empty eventType provided.' : undefined;
}

function expectedBatch(options: BatchAppendReq.Options): Expected {
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasAny()) return 'any';
  return options.hasStreamExists() ? 'stream_exists' : BigInt(options.getStreamPosition());
}

function expectedSingle(options: AppendReq.Options): Expected {
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasAny()) return 'any';
  return options.hasStreamExists() ? 'stream_exists' : BigInt(options.getRevision());
}

function answerSingle({ stream, expected }: Pending, result: AppendAnswer, answer: sendUnaryData<AppendResp>): void {
  switch (result.kind) {
    case 'appended': {
      const position = String(result.position);
      return answer(null, new streams.AppendResp().setSuccess(new streams.AppendResp.Success()
        .setCurrentRevision(String(result.revision))
        .setPosition(new streams.AppendResp.Position().setCommitPosition(position).setPreparePosition(position))));
    }
    case 'wrong-expected-version':
      return answer(null, new streams.AppendResp().setWrongExpectedVersion(wrongSingle(expected, result.actual)));
    case 'stream-deleted':
      return answer(exception(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
        exception: 'stream-deleted', 'stream-name': stream,
      }));
    case 'too-large':
      return answer(exception(status.INVALID_ARGUMENT, `Maximum Append Size of ${maximumAppendBytes} Exceeded.`, {
        exception: 'maximum-append-size-exceeded', 'maximum-append-size': String(maximumAppendBytes),
      }));
  }
}

function wrongSingle(expected: Expected, actual: bigint | 'no_stream') {
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (actual === 'no_stream') wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(String(actual));
  switch (expected) {
    case 'no_stream': return wrong.setExpectedNoStream(new shared.Empty());
    case 'any': return wrong.setExpectedAny(new shared.Empty());
    case 'stream_exists': return wrong.setExpectedStreamExists(new shared.Empty());
    default: return wrong.setExpectedRevision(String(expected));
  }
}

/** An error as the server tells it: the client recognises it by what stands in the trailers. */
export function exception(code: status, details: string, trailers: Readonly<Record<string, string>>) {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(trailers)) metadata.set(name, value);
  return { code, details, metadata };
}
