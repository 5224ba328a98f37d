import { reject } from '../../kernel/decision.ts';
import { queryOf } from '../../platform/reads/question.ts';
import { visibleSheet } from '../reads/one-sheet/visible-sheet.ts';

/** A file of a sheet, when the asker may see the field at which it stands; taken off, it is only in the history. */
export const ReadFile = queryOf({
  name: 'evaluation.read-file',
  async answer({ sheet, file }: { readonly sheet: string; readonly file: string }, answering) {
    const visible = await visibleSheet(sheet, answering);
    if ('code' in visible) return visible;
    const { files } = visible.sheet;
    const attached = Object.hasOwn(files, file) ? files[file] : undefined;
    if (attached === undefined) return reject('file-missing');
    const { digest, name, mediaType } = attached;
    return { municipality: answering.asker.municipality, digest, name, mediaType };
  },
});
