import { compare, isMultiple, subtract } from '../../kernel/decimal.ts';
import type { Fault } from '../../kernel/fault.ts';
import { changedMembers, compareParts, fault, noFaults, same } from './compare-parts.ts';
import type { AnyField, Column, Field, PointsField, TableField, TableRows } from './field.ts';
import { placedIn } from './faults/repeated-ids.ts';
import type { Placed } from './reading.ts';

/** What became harder in the fields of a form; they may move from one section to another. */
export function hardenedFields(path: string, before: readonly Field[], after: readonly Placed<Field>[]): readonly Fault[] {
  return compareParts(before, after, { path, what: 'field', changed: hardenedField, added: addedField });
}

/** What is new may ask nothing of anybody. */
function addedField({ path, part }: Placed<Field | Column>): readonly Fault[] {
  if (part.required !== false) return fault(`${path}.required`, 'is new, so nobody may be asked for it');
  if (part.kind !== 'table') return [];
  return [
    ...placedIn(`${path}.columns`, part.columns).flatMap(addedField),
    ...(part.balances ?? []).flatMap((_, index) => fault(`${path}.balances[${index}]`, 'is new')),
  ];
}

function hardenedField({ path, part: after }: Placed<Field>, before: Field): readonly Fault[] {
  if (after.kind === 'table' && before.kind === 'table') return [...inCommon(path, before, after), ...hardenedTable(path, before, after)];
  return hardenedPart({ path, part: after }, before);
}

/** A field or a column, by what its kind has of its own. */
function hardenedPart({ path, part: after }: Placed<Field | Column>, before: Field | Column): readonly Fault[] {
  return [...inCommon(path, before, after), ...ofItsKind(path, before, after)];
}

function ofItsKind(path: string, before: Field | Column, after: Field | Column): readonly Fault[] {
  if (after.kind === 'text' && before.kind === 'text') {
    return isLess(after.longestLength, before.longestLength) ? fault(`${path}.longestLength`, 'is shorter than it was') : [];
  }
  if ((after.kind === 'choice' && before.kind === 'choice') || (after.kind === 'checks' && before.kind === 'checks')) {
    return compareParts(before.options, placedIn(`${path}.options`, after.options),
      { path: `${path}.options`, what: 'option', changed: noFaults, added: noFaults });
  }
  if (after.kind === 'value' && before.kind === 'value') {
    return [
      ...changedMembers(path, { money: false, ...before }, { money: false, ...after }, ['money', 'unit']),
      ...(after.figureOnly === true && before.figureOnly !== true ? fault(`${path}.figureOnly`, 'refuses words that were taken') : []),
    ];
  }
  if (after.kind === 'computed' && before.kind === 'computed') {
    return changedMembers(path, { money: false, percent: false, ...before }, { money: false, percent: false, ...after }, ['formula', 'money', 'percent']);
  }
  if (after.kind === 'attachments' && before.kind === 'attachments') {
    return isLess(after.atMost, before.atMost) ? fault(`${path}.atMost`, 'is less than it was') : [];
  }
  if (after.kind === 'points' && before.kind === 'points') return narrowedPoints(path, before, after);
  if (after.kind === 'rating' && before.kind === 'rating') return changedMembers(path, before, after, ['scale']);
  if (after.kind === 'given' && before.kind === 'given') return changedMembers(path, before, after, ['given']);
  if (after.kind === 'roll-up' && before.kind === 'roll-up') return changedMembers(path, before, after, ['sheetType', 'field']);
  return after.kind === before.kind ? [] : fault(`${path}.kind`, `is no ${before.kind} any more`);
}

/** Whatever points could be given before can be given still. */
function narrowedPoints(path: string, before: PointsField, after: PointsField): readonly Fault[] {
  if (compare(after.least, before.least) > 0) return fault(`${path}.least`, 'is more than it was');
  if (compare(after.most, before.most) < 0) return fault(`${path}.most`, 'is less than it was');
  const isFinerGrid = [before.step, subtract(before.least, after.least)].every((distance) => isMultiple(distance, after.step));
  return isFinerGrid ? [] : fault(`${path}.step`, 'leaves out points that could be given');
}

function inCommon(path: string, before: AnyField, after: AnyField): readonly Fault[] {
  return [
    ...(after.required === false || before.required === true || same(before.required, after.required)
      ? [] : fault(`${path}.required`, 'asks for more than before')),
    ...((after.filledBy ?? 'section') === (before.filledBy ?? 'section') ? [] : fault(`${path}.filledBy`, 'is asked of others than before')),
    ...(same(after.seenBy ?? {}, before.seenBy ?? {}) ? [] : fault(`${path}.seenBy`, 'is shown otherwise than before')),
  ];
}

function hardenedTable(path: string, before: TableField, after: TableField): readonly Fault[] {
  return [
    ...hardenedRows(`${path}.rows`, before.rows, after),
    ...compareParts<Column>(before.columns, placedIn(`${path}.columns`, after.columns),
      { path: `${path}.columns`, what: 'column', changed: hardenedPart, added: addedField }),
    ...placedIn(`${path}.balances`, after.balances ?? []).flatMap((balance) => {
      const earlier = before.balances?.find(({ id }) => id === balance.part.id);
      return earlier === undefined ? fault(balance.path, 'is new') : changedMembers(balance.path, earlier, balance.part, ['left', 'right']);
    }),
  ];
}

function hardenedRows(path: string, before: TableRows, { rows: after, columns }: TableField): readonly Fault[] {
  if (after.from === 'form' && before.from === 'form') {
    const isAsked = columns.some(({ required }) => required !== false);
    return compareParts(before.rows, placedIn(`${path}.rows`, after.rows), {
      path: `${path}.rows`, what: 'row', changed: noFaults,
      added: (row) => (isAsked ? fault(row.path, 'is new, and the table asks for something in every row') : []),
    });
  }
  if (after.from === 'section' && before.from === 'section') {
    return after.atMost < before.atMost ? fault(`${path}.atMost`, 'is less than it was') : [];
  }
  return same(before, after) ? [] : fault(path, 'come from elsewhere than before');
}

/** Without a limit there is room for everything. */
function isLess(after: number | undefined, before: number | undefined): boolean {
  return after !== undefined && (before === undefined || after < before);
}
