import type { handleUnaryCall } from '@grpc/grpc-js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type {
  DeleteReq, DeleteResp, TombstoneReq, TombstoneResp,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import { nameOf } from './messages.ts';
import type { RecordLog } from './record-log.ts';

interface DeletingCalls {
  readonly delete: handleUnaryCall<DeleteReq, DeleteResp>;
  readonly tombstone: handleUnaryCall<TombstoneReq, TombstoneResp>;
}

/** Nothing of ours deletes; but what a deleted stream looks like to a reader must be known. */
export function deletingCalls(log: RecordLog): DeletingCalls {
  return {
    delete: (call, answer) => {
      log.softDelete(nameOf(call.request.getOptions()?.getStreamIdentifier()));
      answer(null, new streams.DeleteResp().setPosition(
        new streams.DeleteResp.Position().setCommitPosition(String(log.end)).setPreparePosition(String(log.end)),
      ));
    },
    tombstone: (call, answer) => {
      log.tombstone(nameOf(call.request.getOptions()?.getStreamIdentifier()));
      answer(null, new streams.TombstoneResp().setPosition(
        new streams.TombstoneResp.Position().setCommitPosition(String(log.end)).setPreparePosition(String(log.end)),
      ));
    },
  };
}
