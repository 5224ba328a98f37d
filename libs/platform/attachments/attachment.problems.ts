import type { ProblemTexts } from '../problems/problem.ts';
import type { AttachmentRefusal } from './attachment-store.ts';

/** In the order in which they are looked for: name, type by its extension, size, end, content, type by its bytes. */
export const attachmentProblems = {
  'attachment-name': {
    status: 400, ja: 'このファイル名は使えません。フォルダー名を含まない名前に変えてください。', en: 'A file cannot have this name. Give it one without folders.',
  },
  'attachment-type': {
    status: 415,
    ja: 'この種類のファイルは添付できません。拡張子と中身が一致する PDF、Word、Excel、PowerPoint、PNG、JPEG、CSV、テキストを添付してください。',
    en: 'Such a file cannot be attached. Attach PDF, Word, Excel, PowerPoint, PNG, JPEG, CSV or text whose content is what its extension says.',
  },
  'attachment-too-large': { status: 413, ja: '添付ファイルが大きすぎます。', en: 'The file is too large to be attached.' },
  'attachment-cut-short': {
    status: 400, ja: 'ファイルを最後まで受け取れませんでした。もう一度添付してください。', en: 'The file did not arrive whole. Attach it again.',
  },
  'attachment-empty': { status: 400, ja: 'ファイルの中身が空です。', en: 'There is nothing in the file.' },
} satisfies ProblemTexts & Readonly<Record<AttachmentRefusal | 'attachment-name', unknown>>;
