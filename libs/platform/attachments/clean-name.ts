import { reject, type Rejected } from '../../kernel/decision.ts';

const graphemesAtMost = 120;
/** A file's name on Windows, in UTF-16 units. */
const unitsAtMost = 255;
const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });
/** What nobody sees, and what makes the rest of a name read another way than it is written. */
const unseen = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029\u200b\ufeff]/gu;
/** Names of devices on Windows, with any extension. */
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])$/i;

/**
 * The name of a file as it is recorded and offered for download, or a refusal. A name with a path in it was not made by a
 * person who chose a file, so it is refused and not mended.
 */
export function cleanName(name: string): string | Rejected<'attachment-name'> {
  const seen = name.replace(unseen, '').normalize('NFC');
  if (/[/\\]|^\s*[a-z]:/i.test(seen)) return reject('attachment-name', { reason: 'path' });
  const cleaned = shortened(trimmed(seen));
  if (cleaned === '') return reject('attachment-name', { reason: 'empty' });
  if (reserved.test(trimmed(cleaned.split('.')[0] as string))) return reject('attachment-name', { reason: 'reserved' });
  return cleaned;
}

/** In lower case and without the dot; empty when there is none. */
export function extensionOf(name: string): string {
  return /[^.]\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

function trimmed(name: string): string {
  return name.replace(/^[\s.]+/, '').replace(/[\s.]+$/, '');
}

/** Cut between two characters as a person counts them, the extension kept; empty when the first is too long already. */
function shortened(name: string): string {
  const extension = extensionOf(name);
  const ending = extension === '' ? '' : name.slice(-extension.length - 1);
  let room = graphemesAtMost - ending.length;
  let end = 0;
  const stem = name.slice(0, name.length - ending.length);
  for (const { index, segment } of segmenter.segment(stem)) {
    if (room === 0 || index + segment.length + ending.length > unitsAtMost) break;
    room -= 1;
    end = index + segment.length;
  }
  const kept = end === stem.length ? stem : trimmed(stem.slice(0, end));
  return kept === '' ? '' : kept + ending;
}
