import { randomUUID } from 'node:crypto';
import type { EventText, Position, StoredText } from '../../libs/event-store/event-store.ts';
import { writeEvent, type HeaderDraft } from '../../libs/event-store/event-text.ts';
import type { Installation } from '../../libs/platform/installation.ts';
import { deriveUuid } from '../../libs/platform/commands/command-id.ts';
import { saving } from './papers.ts';

/** An event as the log holds them, for rows that measure a store and not the command path. */
export function eventText(stream: string, revision: number): EventText {
  return writeEvent(headerOf(stream, revision), membersOf(revision));
}

/** The members of a save, as the sheet's event has them. */
export function membersOf(revision: number): Readonly<Record<string, unknown>> {
  const { basedOn, fields } = saving(revision);
  return { basedOn, fields: Object.fromEntries(Object.entries(fields).map(([id, text]) => [id, { kind: 'text', text }])) };
}

export function headerOf(stream: string, revision: number): HeaderDraft {
  const command = randomUUID();
  return {
    actor: '0a1b2c3d-4e5f-8a7b-9c0d-staff0000000',
    appointment: 'promotion-staff-holder',
    command,
    commandDigest: 'c'.repeat(64),
    correlation: command,
    id: deriveUuid(command, 'event', String(revision)),
    municipality: 'bench',
    recordedAt: new Date().toISOString(),
    revision,
    stream,
    type: 'FieldsSaved',
    version: 1,
  };
}

/** The bytes that our commands wrote after a position, each a string as flat as the driver likes it. */
export async function textsAfter({ store }: Installation, after: Position | undefined, count: number): Promise<readonly StoredText[]> {
  const texts = await store.readLogText({ ...(after !== undefined && { after }), limit: count });
  if (texts.length < count) throw new Error(`the log has ${texts.length} events where ${count} were written`);
  return texts.map((text) =>
    ({ ...text, header: Buffer.from(text.header).toString(), payload: Buffer.from(text.payload).toString() }));
}
