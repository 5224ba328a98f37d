import { createRequire } from 'node:module';
import code from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/code_pb.js';
import type { Code } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/code_pb.js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import status from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/status_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { AppendAnswer, Expected, LogRecord, Proposed } from './record-log.ts';
import { maximumAppendBytes } from './record-log.ts';

type Any = NonNullable<ReturnType<InstanceType<typeof status.Status>['getDetails']>>;
type WellKnownEmpty = NonNullable<ReturnType<InstanceType<typeof shared.WrongExpectedVersion>['getExpectedAny']>>;

// The client's messages are made of the client's own protobuf library, which is no dependency of ours.
const fromTheClient = createRequire(createRequire(import.meta.url).resolve('@kurrent/kurrentdb-client'));
const { Any } = fromTheClient('google-protobuf/google/protobuf/any_pb.js') as { Any: new () => Any };
const { Empty } = fromTheClient('google-protobuf/google/protobuf/empty_pb.js') as { Empty: new () => WellKnownEmpty };

type ProposedMessage = InstanceType<typeof streams.BatchAppendReq.ProposedMessage | typeof streams.AppendReq.ProposedMessage>;
type Identifier = InstanceType<typeof shared.StreamIdentifier>;

export function nameOf(identifier: Identifier | undefined): string {
  return Buffer.from(identifier?.getStreamName_asU8() ?? []).toString();
}

export function identifierOf(name: string): Identifier {
  return new shared.StreamIdentifier().setStreamName(new Uint8Array(Buffer.from(name)));
}

export function proposedOf(message: ProposedMessage): Proposed {
  return {
    id: message.getId()?.getString() ?? '',
    type: message.getMetadataMap().get('type') ?? '',
    contentType: message.getMetadataMap().get('content-type') ?? '',
    metadata: message.getCustomMetadata_asU8(),
    data: message.getData_asU8(),
  };
}

export function readEvent(record: LogRecord): InstanceType<typeof streams.ReadResp> {
  const position = String(record.position);
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(record.id))
    .setStreamIdentifier(identifierOf(record.stream))
    .setStreamRevision(String(record.revision))
    .setCommitPosition(position)
    .setPreparePosition(position)
    .setCustomMetadata(record.metadata)
    .setData(record.data);
  recorded.getMetadataMap()
    .set('type', record.type)
    .set('content-type', record.contentType)
    .set('created', String(record.created));
  return new streams.ReadResp().setEvent(
    new streams.ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(position),
  );
}

/** The client finds the append by the correlation, and fails without the stream's name. */
export function batchResponse(
  request: InstanceType<typeof streams.BatchAppendReq>, stream: string,
): InstanceType<typeof streams.BatchAppendResp> {
  return new streams.BatchAppendResp()
    .setCorrelationId(request.getCorrelationId())
    .setStreamIdentifier(identifierOf(stream));
}

export function batchAnswer(
  response: InstanceType<typeof streams.BatchAppendResp>, stream: string, expected: Expected, answer: AppendAnswer,
): InstanceType<typeof streams.BatchAppendResp> {
  switch (answer.kind) {
    case 'appended': {
      const position = String(answer.position);
      return response.setSuccess(new streams.BatchAppendResp.Success()
        .setCurrentRevision(String(answer.revision))
        .setPosition(new shared.AllStreamPosition().setCommitPosition(position).setPreparePosition(position)));
    }
    case 'wrong-expected-version':
      return response.setError(failure(
        code.Code.ALREADY_EXISTS, 'WrongExpectedVersion', wrongExpectedVersion(expected, answer.actual),
      ));
    case 'stream-deleted':
      return response.setError(failure(
        code.Code.FAILED_PRECONDITION, 'StreamDeleted', new shared.StreamDeleted().setStreamIdentifier(identifierOf(stream)),
      ));
    case 'too-large':
      return response.setError(failure(
        code.Code.INVALID_ARGUMENT, 'MaximumAppendSizeExceeded',
        new shared.MaximumAppendSizeExceeded().setMaxappendsize(maximumAppendBytes),
      ));
  }
}

export function badRequest(message: string) {
  return failure(code.Code.INVALID_ARGUMENT, 'BadRequest', new shared.BadRequest().setMessage(message));
}

/** What a server says while it starts; its details are of a kind that the client does not know. */
export function notReady() {
  return failure(code.Code.UNAVAILABLE, 'Server Is Not Ready', new Empty(), 'google.protobuf.Empty');
}

function wrongExpectedVersion(expected: Expected, actual: bigint | 'no_stream') {
  const details = new shared.WrongExpectedVersion();
  if (actual === 'no_stream') details.setCurrentNoStream(new Empty());
  else details.setCurrentStreamRevision(String(actual));
  switch (expected) {
    case 'no_stream': return details.setExpectedNoStream(new Empty());
    case 'any': return details.setExpectedAny(new Empty());
    case 'stream_exists': return details.setExpectedStreamExists(new Empty());
    default: return details.setExpectedStreamPosition(String(expected));
  }
}

function failure(
  statusCode: Code, message: string, details: { serializeBinary(): Uint8Array }, typeName = `event_store.client.${message}`,
) {
  const packed = new Any();
  packed.pack(details.serializeBinary(), typeName);
  return new status.Status().setCode(statusCode).setMessage(message).setDetails(packed);
}
