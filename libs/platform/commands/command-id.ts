import { hash } from 'node:crypto';
import { maximumEventsPerAppend } from '../../event-store/append-limits.ts';
import type { Uuid } from '../../kernel/uuid.ts';

/**
 * Ids that come out the same whenever the same thing is asked again. The time bits of a v7 source are kept, so that
 * ids made from it still sort by time; from any other source comes a v8, which promises nothing but being unique.
 */
export function deriveUuid(source: Uuid, ...parts: readonly string[]): Uuid {
  // A length before each part: ['ab', 'c'] and ['a', 'bc'] must not meet.
  const digest = hash('sha256', [source, ...parts].map((part) => `${part.length}:${part}`).join(''), 'hex');
  const variant = '89ab'[Number.parseInt(digest[16] as string, 16) & 3];
  const tail = `${digest.slice(13, 16)}-${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
  return source[14] === '7'
    ? `${source.slice(0, 14)}7${tail}`
    : `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${tail}`;
}

/** The id of a command's event, by its number among those events. Another body under one key gives another id. */
export function eventId(command: Uuid, commandDigest: string, index: number): Uuid {
  return deriveUuid(command, 'event', commandDigest, String(index));
}

/** Whether an event may have this id; its number among its command's events is not in its header. */
export function isEventIdOf(id: Uuid, { command, commandDigest }: { readonly command: Uuid; readonly commandDigest: string }): boolean {
  for (let index = 0; index < maximumEventsPerAppend; index += 1) if (eventId(command, commandDigest, index) === id) return true;
  return false;
}

/** One person asking one thing with one key: the same key from somebody else, or for something else, is another command. */
export function commandId(key: Uuid, municipality: string, actor: string, route: string): Uuid {
  return deriveUuid(key, municipality, actor, route);
}
