import type { Readable } from 'node:stream';
import { isRejected, reject, type Rejected } from '../../kernel/decision.ts';
import type { AccessTable } from '../../platform/access/access-table.ts';
import type { Asker } from '../../platform/access/asker.ts';
import type { AttachmentStore } from '../../platform/attachments/attachment-store.ts';
import { cleanName } from '../../platform/attachments/clean-name.ts';
import type { FactReader } from '../../platform/commands/verb.ts';
import { AttachFile } from '../commands.ts';
import { noRoomAt, type Attach } from '../domain/first-evaluation/attach.ts';
import { inPhaseFor } from '../domain/sheet.rejections.ts';
import { sheetDecider, sheetStream } from '../domain/sheet.ts';
import { formOfSheet, placeOf } from '../facts.ts';

/** Takes a file's bytes in. The command that follows decides again; what nobody may attach is not even stored. */
export class FileDesk {
  constructor(private readonly parts: {
    readonly store: AttachmentStore; readonly states: FactReader; readonly access: AccessTable;
  }) {}

  async take(asker: Asker, sheet: string, { field, name }: { field: string; name: string }, bytes: Readable): Promise<Attach | Rejected> {
    const { store, states, access } = this.parts;
    const { state } = await states.fold(sheetDecider, sheetStream(asker.municipality, sheet));
    if (state.phase === 'absent') return reject('unknown');
    if (!access.may(AttachFile.verb.name, asker, placeOf(state))) return reject('not-allowed');
    const drafting = inPhaseFor(state, 'attach');
    if (isRejected(drafting)) return drafting;
    const noRoom = noRoomAt(field, drafting, await formOfSheet(states, asker, state));
    if (noRoom !== undefined) return noRoom;
    const cleaned = cleanName(name);
    if (isRejected(cleaned)) return cleaned;
    const stored = await store.put(asker.municipality, bytes, { name: cleaned });
    if (isRejected(stored)) return stored;
    const { digest, bytes: size, mediaType } = stored;
    return { field, name: cleaned, digest, bytes: size, mediaType };
  }
}
