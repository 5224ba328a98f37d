import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanName, extensionOf } from './clean-name.ts';

const graphemesIn = (text: string) => [...new Intl.Segmenter('ja', { granularity: 'grapheme' }).segment(text)].length;

describe('the name of an attachment', () => {
  it.each([
    ['stays as it is typed', '令和8年度 実績（最終）.xlsx', '令和8年度 実績（最終）.xlsx'],
    ['is composed', 'か\u3099いよう.pdf', 'がいよう.pdf'],
    ['loses what nobody sees', 'a\u0000b\r\nc\u200b\ufeff.pdf', 'abc.pdf'],
    ['is read as it is written', 'report\u202efdp.exe', 'reportfdp.exe'],
    ['loses dots and blanks at its ends', ' 　..概要.pdf. 　', '概要.pdf'],
    ['keeps an emoji of several signs whole', '👩‍👩‍👧.png', '👩‍👩‍👧.png'],
    ['may be that of a device in part', 'console.txt', 'console.txt'],
    ['is cut, and keeps its extension', `${'長'.repeat(300)}.xlsx`, `${'長'.repeat(115)}.xlsx`],
    ['is cut between characters', `${'👩‍👩‍👧'.repeat(200)}.png`, `${'👩‍👩‍👧'.repeat(31)}.png`],
    ['is cut without an extension', 'x'.repeat(300), 'x'.repeat(120)],
  ])('%s', (_what, name, cleaned) => expect(cleanName(name)).toBe(cleaned));

  it.each([
    ['a path', ['../../etc/passwd', 'C:\\台帳\\実績.pdf', 'c:実績.pdf', '台帳/実績.pdf', '\\\\server\\x.pdf', ' \u202eC:x.pdf']],
    ['a device', ['CON', 'nul.txt', 'Com1.pdf.docx', 'LPT¹ .pdf', 'AUX .x']],
    ['nothing', ['', ' . ', '\u202e', '..', '…'.slice(1), `e${'\u0301'.repeat(300)}.pdf`]],
  ])('is refused with %s in it', (what, names) => {
    const reason = { 'a path': 'path', 'a device': 'reserved', 'nothing': 'empty' }[what];
    for (const name of names) expect([name, cleanName(name)]).toEqual([name, { kind: 'rejected', code: 'attachment-name', details: { reason } }]);
  });

  it('never has a path or anything unseen in it, is no longer than it may be, and is clean when cleaned again', () => {
    const signs = fc.constantFrom('/', '\\', ':', '.', ' ', '　', '\u202e', '\u2066', '\u0000', '\u007f', '\u0301', '\u3099', 'か', 'C', 'con', '.pdf', '👩‍👩‍👧', '\ud800', '\u0600', 'ᄀ', 'ᅡ');
    const parts = fc.array(fc.oneof(signs, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', minLength: 40 })), { maxLength: 12 });
    const seen = { cleaned: 0, refused: 0 };
    fc.assert(fc.property(parts.map((some) => some.join('')), (name) => {
      const cleaned = cleanName(name);
      if (typeof cleaned !== 'string') {
        seen.refused++;
        return;
      }
      seen.cleaned++;
      expect(cleaned).not.toMatch(/[/\\\p{Cc}\p{Bidi_Control}]|^[.\s]|[.\s]$|^[a-z]:/iu);
      expect(cleaned.isWellFormed()).toBe(true);
      expect(graphemesIn(cleaned)).toBeLessThanOrEqual(120);
      expect(cleaned.length).toBeLessThanOrEqual(255);
      expect(cleanName(cleaned)).toBe(cleaned);
    }), { numRuns: 3_000 });
    expect(Math.min(seen.cleaned, seen.refused)).toBeGreaterThan(100);
  });

  it('has an extension only after something', () => {
    expect(['実績.PDF', 'a.tar.gz', 'pdf', '.pdf', 'a.', 'a.p f', 'a.実績'].map(extensionOf)).toEqual(['pdf', 'gz', '', '', '', '', '']);
  });
});
