import { faultAt, type CellFault, type Column, type RosterRow } from './roster.ts';

/** Where rows of one list say different things of one department, section, post or person. */
export function contradictions(rows: readonly RosterRow[]): readonly CellFault[] {
  const held = rows.filter(({ holder }) => holder !== undefined);
  return [
    ...twice(rows),
    ...differing(rows, '部コード', '部名', ({ department }) => [department.id, department.name]),
    ...differing(rows, '課コード', '課名', ({ section }) => [section.id, section.name]),
    ...differing(rows, '課コード', '部コード', ({ section, department }) => [section.id, department.id]),
    ...differing(held, '職員番号', '氏名', ({ holder }) => [holder?.number ?? '', holder?.name ?? '']),
    ...differing(held, '職員番号', 'メール', ({ holder }) => [holder?.number ?? '', holder?.mail ?? '']),
  ];
}

/** A post is one row, because it has one holder. */
function twice(rows: readonly RosterRow[]): readonly CellFault[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ row, post }) => {
    const earlier = first.get(post.id);
    first.set(post.id, earlier ?? row);
    return earlier === undefined ? []
      : [faultAt(row, '職コード', `${earlier}行目と同じ職（${post.id}）です。1つの職に就けるのは1人で、1つの職は1行としてください。`)];
  });
}

function differing(
  rows: readonly RosterRow[], key: Column, column: Column, said: (row: RosterRow) => readonly [string, string],
): readonly CellFault[] {
  const first = new Map<string, { readonly row: number; readonly value: string }>();
  return rows.flatMap((one) => {
    const [about, value] = said(one);
    const earlier = first.get(about);
    if (earlier === undefined) first.set(about, { row: one.row, value });
    if (earlier === undefined || earlier.value === value) return [];
    return [faultAt(one.row, column, `${key}が同じ${earlier.row}行目（${earlier.value === '' ? '空欄' : earlier.value}）と異なります。`)];
  });
}
