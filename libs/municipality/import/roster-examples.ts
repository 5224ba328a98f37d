import { columns } from './roster.ts';

const heading = columns.join(',');

/** A list as a spreadsheet saves it. */
export function listOf(...rows: readonly string[]): string {
  return [heading, ...rows, ''].join('\r\n');
}

/** The beginnings of rows: where a post is, and what it is. */
export const seats = {
  director: '2026-04-01,industry,産業部,promotion,産業振興課,director,産業部長,承認者,部長',
  chief: '2026-04-01,industry,産業部,promotion,産業振興課,chief,振興係長,承認者,係長',
  clerk: '2026-04-01,industry,産業部,promotion,産業振興課,clerk,主事,担当,',
  guide: '2026-04-01,industry,産業部,tourism,観光課,guide,観光係主事,担当,',
  office: '2026-04-01,planning,企画部,policy,企画課,office,行政評価担当,事務局,manager',
};

/** As spreadsheets in Japan save it. Node only reads this encoding, so the letters are looked up by reading all there are. */
export function inShiftJis(text: string): Buffer {
  return Buffer.concat(Array.from(text, (letter) => {
    const bytes = lettersOfShiftJis.get(letter);
    if (bytes === undefined) throw new Error(`${letter} is not in Shift_JIS`);
    return bytes;
  }));
}

const lettersOfShiftJis = new Map(everyCode().map((bytes) => [new TextDecoder('shift_jis').decode(bytes), bytes]));

function everyCode(): readonly Buffer[] {
  const codes = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const twoBytes = [...codes(0x81, 0x9f), ...codes(0xe0, 0xfc)].flatMap((lead) => codes(0x40, 0xfc).map((trail) => Buffer.from([lead, trail])));
  return [...twoBytes, ...codes(0, 0x7f).map((code) => Buffer.from([code]))];
}
