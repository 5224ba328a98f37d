import type { ImportPreview, PersonChange, PostName, SectionMove, UnitChange } from './preview.ts';

/** A preview as the operator reads it: a heading for all that there is, and below it one line each, in columns. */
export function printPreview(preview: ImportPreview): readonly string[] {
  const { name, municipality, date, departments, sections, posts, joiners, movers, leavers, reappointed, renamed } = preview;
  return [
    `${name}（${municipality}） ${date}付けの名簿`,
    ...block('部の新設', departments.founded.map(unit)),
    ...block('部の改称', departments.renamed.map(unit)),
    ...block('課の新設', sections.founded.map(unit)),
    ...block('課の改称', sections.renamed.map(unit)),
    ...block('課の移管', sections.moved.map(move)),
    ...block('職の新設', posts.created.map(post)),
    ...block('転入・新規', joiners.map(({ after, ...one }) => [...who(one), held(after)]), '人'),
    ...block('異動', movers.map(({ before, after, ...one }) => [...who(one), `${held(before)} → ${held(after)}`]), '人'),
    ...block('退職・転出', leavers.map(({ before, ...one }) => [...who(one), held(before)]), '人'),
    ...block('再任', reappointed.map(({ after, ...one }) => [...who(one), held(after)]), '人'),
    `変更なし ${preview.unchanged}人`,
    ...block('氏名の変更', renamed.map((one) => [one.number, `${one.was} → ${one.name}`]), '人'),
    ...(preview.addressed > 0 ? [`メールアドレスの登録・変更 ${preview.addressed}人`] : []),
    ...block('空席になる職', posts.vacated.map(post)),
    ...block('名簿にない職（職は残ります）', posts.missing.map(post)),
  ];
}

function block(heading: string, rows: readonly (readonly string[])[], unitOfCount = '件'): readonly string[] {
  return rows.length === 0 ? [] : [`${heading} ${rows.length}${unitOfCount}`, ...aligned(rows).map((line) => `  ${line}`)];
}

function unit({ id, name, was }: UnitChange): readonly string[] {
  return [id, was === undefined ? name : `${was} → ${name}`];
}

function move({ id, name, from, to }: SectionMove): readonly string[] {
  return [id, name, `${from} → ${to}`];
}

function post({ id, name }: PostName): readonly string[] {
  return [id, name];
}

function who({ number, name }: Pick<PersonChange, 'number' | 'name'>): readonly string[] {
  return [number ?? '', name];
}

function held(posts: readonly PostName[]): string {
  return posts.map(({ id, name }) => `${name}（${id}）`).join('、');
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  return rows.map((row) => row.map((cell, column) =>
    (column === row.length - 1 ? cell : cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))).join('  '));
}

/** What fills two places of a terminal: kana, kanji, and whatever is written as wide as they are. */
const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{3fffd}]/u;
const graphemes = new Intl.Segmenter('ja');

function widthOf(text: string): number {
  return [...graphemes.segment(text)].reduce((width, { segment }) => width + (wide.test(segment) ? 2 : 1), 0);
}
