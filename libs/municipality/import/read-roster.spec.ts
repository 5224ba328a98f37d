import { describe, expect, it } from '@jest/globals';
import { readRoster } from './read-roster.ts';
import { inShiftJis, listOf, seats } from './roster-examples.ts';

const { chief, clerk, guide } = seats;
const tanaka = '001,田中 一郎,tanaka@example.jp';
const sato = '002,佐藤 花子,';

const read = (text: string) => readRoster(Buffer.from(text));
const faultsIn = (text: string | Uint8Array) => {
  const roster = typeof text === 'string' ? read(text) : readRoster(text);
  if (!('faults' in roster)) throw new Error('nothing is wrong with it');
  return roster.faults.map(({ row, column, message }) => ({ row, column, message }));
};
const wrong = (row: number, column: string, message: string | RegExp) =>
  ({ row, column, message: typeof message === 'string' ? message : expect.stringMatching(message) });

describe('a list', () => {
  const whole = listOf(`${chief},${tanaka}`, `${clerk},,,`, `${guide},${sato}`);

  it('says who holds which post, and which is vacant', () => {
    expect(read(whole)).toEqual({
      date: '2026-04-01',
      rows: [
        {
          row: 2, department: { id: 'industry', name: '産業部' }, section: { id: 'promotion', name: '産業振興課' },
          post: { id: 'chief', name: '振興係長', role: 'approver', rank: 'chief' },
          holder: { number: '001', name: '田中 一郎', mail: 'tanaka@example.jp' },
        },
        {
          row: 3, department: { id: 'industry', name: '産業部' }, section: { id: 'promotion', name: '産業振興課' },
          post: { id: 'clerk', name: '主事', role: 'staff' },
        },
        {
          row: 4, department: { id: 'industry', name: '産業部' }, section: { id: 'tourism', name: '観光課' },
          post: { id: 'guide', name: '観光係主事', role: 'staff' }, holder: { number: '002', name: '佐藤 花子' },
        },
      ],
    });
  });

  it.each([
    ['marked by an editor on Windows', `\ufeff${whole}`],
    ['with other ends of lines', whole.replaceAll('\r\n', '\n')],
    ['with every cell in quotes', whole.replaceAll(/[^,\r\n]+/g, '"$&"')],
    ['with days as a spreadsheet saves them', whole.replaceAll('2026-04-01', '2026/4/1')],
    ['with spaces around', whole.replaceAll('産業振興課', ' 産業振興課　')],
    ['with empty rows at its end', `${whole},,,,,,,,,,,\r\n\r\n`],
  ])('is the same %s', (_what, text) => expect(read(text)).toEqual(read(whole)));

  it('is the same in Shift_JIS', () => expect(readRoster(inShiftJis(whole))).toEqual(read(whole)));

  it('keeps letters that only offices in Japan have', () => {
    const row = `${chief},003,髙﨑～①,`;
    expect(readRoster(inShiftJis(listOf(row)))).toEqual(read(listOf(row)));
  });
});

describe('a list is refused, and says where', () => {
  const good = `${chief},${tanaka}`;

  it.each([
    ['a wrong heading', listOf(good).replace('職員番号', '社員番号'), [wrong(1, '職員番号', '見出しが「社員番号」です。「職員番号」としてください。')]],
    ['a heading too few', listOf(good).replace(',メール', ''), [wrong(1, 'メール', '見出しがありません。')]],
    ['a heading too many', listOf(good).replace('メール', 'メール,備考'), [wrong(1, '13列目', '余分な見出し「備考」があります。')]],
    ['ragged rows', listOf(good, `${clerk},002`, good, `${guide},,,,`), [
      wrong(3, '氏名', '列が10個あります。12個としてください。'), wrong(5, '13列目', '列が13個あります。12個としてください。'),
    ]],
    ['two holders of one post', listOf(good, `${clerk},,,`, `${chief},${sato}`), [wrong(4, '職コード', /^2行目と同じ職（chief）です。/)]],
    ['a formula', listOf(`${chief},003,=1+1,`), [wrong(2, '氏名', '「=」で始まる値は、表計算ソフトで数式として扱われるため受け付けられません。')]],
    ['formulas of every kind', listOf(good, `${clerk},+1,-1,@x`, `${guide},"\t9",＝A1, =A1`), [
      wrong(3, '職員番号', /「\+」/), wrong(3, '氏名', /「-」/), wrong(3, 'メール', /「@」/),
      wrong(4, '職員番号', /「タブ」/), wrong(4, '氏名', /「＝」/), wrong(4, 'メール', /「=」/),
    ]],
    ['a formula where nobody looks', listOf(good.replace('産業部,', '=cmd(),')), [wrong(2, '部名', /「=」/)]],
    ['what cannot be seen', listOf(`${chief},003,"田中\n一郎",a\u202e@b`), [wrong(2, '氏名', /制御文字/), wrong(2, 'メール', /制御文字/)]],
    ['what is too long', listOf(`${chief},003,${'長'.repeat(201)},`), [wrong(2, '氏名', '200文字を超えています。')]],
    ['another day', listOf(good, `${clerk},,,`.replace('04-01', '04-02')), [wrong(3, '発令日', /^2行目の発令日（2026-04-01）と異なります/)]],
    ['a day that there is not', listOf(good.replace('04-01', '02-30')), [wrong(2, '発令日', /実在する日付/)]],
    ['a role that there is not', listOf(good.replace('承認者', 'constructor')), [wrong(2, '役割', '担当・承認者・事務局・監査・管理者のいずれかとしてください。')]],
    ['a rank that is no word', listOf(good.replace(',係長', ',主査')), [wrong(2, '職位', /^係長・課長・部長のいずれか/)]],
    ['codes and numbers in another script', listOf(`${clerk},００１,名,`.replace('clerk', '主事')), [wrong(2, '職コード', /半角/), wrong(2, '職員番号', /半角/)]],
    ['a number without a name', listOf(`${chief},003,,`), [wrong(2, '氏名', '空欄です。')]],
    ['an address of nobody', listOf(`${chief},,,a@b`), [wrong(2, '職員番号', '空欄です。'), wrong(2, '氏名', '空欄です。')]],
    ['no address', listOf(`${chief},003,名,a`), [wrong(2, 'メール', /正しくありません/)]],
    ['a number with two names', listOf(good, `${clerk},001,田中 次郎,tanaka@example.jp`), [wrong(3, '氏名', '職員番号が同じ2行目（田中 一郎）と異なります。')]],
    ['a section with two names', listOf(good, `${clerk},,,`.replace('産業振興課', '振興課')), [wrong(3, '課名', '課コードが同じ2行目（産業振興課）と異なります。')]],
    ['a section in two departments', listOf(good, `${clerk},,,`.replace('industry,産業部', 'planning,企画部')), [
      wrong(3, '部コード', '課コードが同じ2行目（industry）と異なります。'),
    ]],
    ['a quote that does not close', listOf(good, `"${clerk},,,`), [wrong(3, '発令日', '引用符「"」が閉じていません。')]],
    ['a quote within', listOf(good, `${clerk},1"2",,`), [wrong(3, '職員番号', '引用符「"」の前に余分な文字があります。')]],
  ])('%s', (_what, text, faults) => expect(faultsIn(text)).toEqual(faults));

  it.each([
    ['nothing but headings', listOf(), /行がありません/],
    ['too much', 'あ'.repeat(300_000), /700KBを超えています/],
    ['another encoding', Buffer.from(`\ufeff${listOf(good)}`, 'utf16le'), /UTF-8またはShift_JIS/],
  ])('%s', (_what, text, message) =>
    expect(faultsIn(text)).toEqual([{ row: undefined, column: undefined, message: expect.stringMatching(message) }]));
});
