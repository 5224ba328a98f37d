import type { Breakage } from './breakage.ts';

const attachments = 'libs/platform/attachments';
const store = { file: `${attachments}/attachment-store.ts`, spec: `${attachments}/attachment-store.spec.ts` };
const mediaType = { ...store, file: `${attachments}/media-type.ts` };
const cleanName = { file: `${attachments}/clean-name.ts`, spec: `${attachments}/clean-name.spec.ts` };
const sent = { file: `${attachments}/send-attachment.ts`, spec: `${attachments}/attachments-over-http.spec.ts` };
const backup = { file: 'libs/event-store/copy-data-directory.ts', spec: 'apps/cli/backup-of-attachments.spec.ts' };

export const fileBreakages: readonly Breakage[] = [
  {
    ...mediaType, name: 'files: whatever is called a picture taken for one',
    find: 'return head.equals(begins) && ', replace: 'return head.length > 0 && ',
  },
  {
    ...mediaType, name: 'files: any archive taken for a document',
    find: '(folder === undefined || await isOfficeDocument(file, bytes, folder))', replace: 'isOfficeDocument !== undefined',
  },
  { ...mediaType, name: 'files: a page taken for a text', find: 'position === 0 && markup.test(', replace: 'position < 0 && markup.test(' },
  { ...store, name: 'files: no limit to how much comes', find: 'if (size > bytesAtMost)', replace: 'if (size < 0)' },
  {
    ...store, name: 'files: half of what was to come kept',
    find: "if (bytes.destroyed && !bytes.readableEnded) return reject('attachment-cut-short');\n    throw fault;",
    replace: 'if (fault === undefined) throw fault;',
  },
  {
    ...store, name: 'files: those of another office', file: `${attachments}/attachment-place.ts`,
    find: 'join(directory, municipality, digest.slice(0, 2), digest)', replace: "join(directory, 'all', digest.slice(0, 2), digest)",
  },
  {
    ...store, name: 'files: an address that leads out of the directory', file: `${attachments}/attachment-place.ts`,
    find: ' || !/^[0-9a-f]{64}$/.test(digest)', replace: '',
  },
  { ...cleanName, name: 'files: a path in a name', find: 'if (/[/\\\\]|^\\s*[a-z]:/i.test(seen))', replace: 'if (/[/\\\\]{9}/i.test(seen))' },
  {
    ...cleanName, name: 'files: a name that is read another way than it is written',
    find: "name.replace(unseen, '').normalize", replace: 'name.normalize',
  },
  { ...sent, name: 'files: shown as a page in our name', find: 'return `attachment; filename=', replace: 'return `inline; filename=' },
  {
    ...sent, name: 'files: without a sandbox around them', find: "    .header('content-security-policy', \"sandbox; default-src 'none'\")\n", replace: '',
  },
  { ...sent, name: 'files: a name that ends its header before its end', find: '["\\\\%]/gu', replace: '[%]/gu' },
  {
    ...backup, name: 'files: copied before the log that names them',
    find: '      if (withLog) await copyDatabase(source.events, target.events);\n      await copyDatabase(source.private, target.private);\n      copyKey(source.digestKey, target.digestKey);\n      if (existsSync(source.attachments)) await copyFiles(source.attachments, target.attachments);\n',
    replace: '      if (existsSync(source.attachments)) await copyFiles(source.attachments, target.attachments);\n      if (withLog) await copyDatabase(source.events, target.events);\n      await copyDatabase(source.private, target.private);\n      copyKey(source.digestKey, target.digestKey);\n',
  },
  { ...backup, name: 'files: left out of a backup', find: 'if (existsSync(source.attachments)) await', replace: "if (target.events === '') await" },
];
