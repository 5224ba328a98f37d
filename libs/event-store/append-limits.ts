import type { AppendRefusal, EventText } from './event-store.ts';

export const maximumEventsPerAppend = 1_000;
/** Of header and payload together, in UTF-8. Half of what the strictest engine takes, so that its own framing fits. */
export const maximumBytesPerAppend = 512 * 1024;

const streamName = /^[a-z][a-z0-9]*(-[A-Za-z0-9._-]+)?$/;
const maximumStreamNameLength = 200;

export function isStreamName(stream: string): boolean {
  return stream.length <= maximumStreamNameLength && streamName.test(stream);
}

/** The same refusals on every engine, decided before an engine is asked. */
export function refusalOf(stream: string, events: readonly EventText[]): AppendRefusal | undefined {
  if (!isStreamName(stream)) return 'bad-stream-name';
  if (events.length === 0) return 'no-events';
  if (events.length > maximumEventsPerAppend) return 'too-many-events';
  let bytes = 0;
  for (const { header, payload } of events) {
    if (!header.isWellFormed() || !payload.isWellFormed()) return 'ill-formed-text';
    bytes += Buffer.byteLength(header) + Buffer.byteLength(payload);
  }
  return bytes > maximumBytesPerAppend ? 'too-many-bytes' : undefined;
}
