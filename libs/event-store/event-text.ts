import { hash, randomFillSync } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { EventHeader, EventPayload, EventText } from './event-store.ts';

/** All of a header but the digest of the payload, which is made here. */
export type HeaderDraft = Omit<EventHeader, 'payloadSha256'>;

/**
 * An event's two texts, written once and never again. The payload opens with a salt, so that nobody who holds only the
 * header can guess the payload from its digest; it can later be withheld or blacked out and the header still verifies.
 */
export function writeEvent(draft: HeaderDraft, members: EventPayload): EventText {
  const payload = withSalt(canonicalJson(members));
  return {
    id: draft.id,
    type: draft.type,
    header: writeHeader(draft, payloadDigest(payload)),
    payload,
  };
}

export function payloadDigest(payload: string): string {
  return hash('sha256', payload, 'hex');
}

/** '$' sorts before every letter and digit, so the salt comes first in canonical order too. */
function withSalt(members: string): string {
  const salt = nextSalt();
  return members === '{}' ? `{"$salt":"${salt}"}` : `{"$salt":"${salt}",${members.slice(1)}`;
}

/** Members by hand, in canonical order: an event is written on every command, and its header never changes shape. */
function writeHeader(draft: HeaderDraft, payloadSha256: string): string {
  const text = JSON.stringify;
  return `{"actor":${text(draft.actor)}`
    + (draft.appointment === undefined ? '' : `,"appointment":${text(draft.appointment)}`)
    + (draft.causation === undefined ? '' : `,"causation":${text(draft.causation)}`)
    + `,"command":${text(draft.command)},"commandDigest":${text(draft.commandDigest)}`
    + `,"correlation":${text(draft.correlation)},"id":${text(draft.id)},"municipality":${text(draft.municipality)}`
    + (draft.onBehalfOf === undefined ? '' : `,"onBehalfOf":${text(draft.onBehalfOf)}`)
    + `,"payloadSha256":"${payloadSha256}","recordedAt":${text(draft.recordedAt)},"revision":${draft.revision}`
    + `,"stream":${text(draft.stream)},"type":${text(draft.type)},"version":${draft.version}}`;
}

const saltBytes = 16;
const saltPool = Buffer.alloc(saltBytes * 256);
let saltOffset = saltPool.length;

/** Random bytes by the hundred: asking the system for sixteen at a time costs more than hashing the event. */
function nextSalt(): string {
  if (saltOffset === saltPool.length) {
    randomFillSync(saltPool);
    saltOffset = 0;
  }
  return saltPool.toString('base64url', saltOffset, saltOffset += saltBytes);
}
