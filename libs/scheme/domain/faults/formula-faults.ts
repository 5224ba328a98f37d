import type { Fault } from '../../../kernel/fault.ts';
import type { Column, Field } from '../field.ts';
import { dividesByZero } from '../formula/divides-by-zero.ts';
import { nameOf, type Formula, type Reference } from '../formula/formula.ts';
import { namesIn, partsOf } from '../formula/names-in.ts';
import { parseFormula } from '../formula/parse-formula.ts';
import { nameOfReferent, orderOfFormulas, referentsOf, type NamedFormula, type Scope } from '../formula-scope.ts';
import type { PlacedForm } from '../placed-form.ts';

/** A formula as it stands in a form; what nothing can read has no name. */
interface PlacedFormula {
  readonly path: string;
  readonly text: string;
  readonly scope: Scope;
  readonly name?: string;
}

interface ReadFormula extends PlacedFormula {
  readonly formula: Formula;
}

/** What is wrong with the computed cells and the balances of a form. */
export function formulaFaults(form: PlacedForm, prices: ReadonlySet<string>): readonly Fault[] {
  const read: ReadFormula[] = [];
  const unreadable: Fault[] = [];
  for (const one of formulasIn(form)) {
    const formula = parseFormula(one.text);
    if ('message' in formula) unreadable.push({ path: one.path, message: `${formula.message}, at character ${formula.at + 1}` });
    else read.push({ ...one, formula });
  }
  return [
    ...unreadable,
    ...read.flatMap((one) => [...nameFaults(one, form, prices), ...senselessFaults(one)]),
    ...rings(read),
  ];
}

function formulasIn({ fields }: PlacedForm): readonly PlacedFormula[] {
  const all = fields.map(({ part }) => part);
  return fields.flatMap(({ path, part, columns, balances }): readonly PlacedFormula[] => {
    if (part.kind === 'computed') return [{ path: `${path}.formula`, text: part.formula, scope: { fields: all }, name: part.id }];
    if (part.kind !== 'table') return [];
    const scope = { fields: all, table: part };
    return [
      ...columns.flatMap((column) => (column.part.kind !== 'computed' ? [] : [{
        path: `${column.path}.formula`, text: column.part.formula, scope, name: nameOfReferent({ table: part, field: column.part }),
      }])),
      ...balances.flatMap((balance) => (['left', 'right'] as const)
        .map((side) => ({ path: `${balance.path}.${side}`, text: balance.part[side], scope }))),
    ];
  });
}

function nameFaults({ path, formula, scope }: ReadFormula, { unread }: PlacedForm, prices: ReadonlySet<string>): readonly Fault[] {
  return namesIn(formula).flatMap((reference) => {
    const message = wrongWith(reference, scope, unread, prices);
    return message === undefined ? [] : [{ path, message }];
  });
}

function wrongWith(reference: Reference, scope: Scope, unread: ReadonlySet<string>, prices: ReadonlySet<string>): string | undefined {
  const name = nameOf(reference);
  if (reference.kind === 'price') return prices.has(name) ? undefined : `there is no price ${name}`;
  const [first, ...others] = referentsOf(reference, scope);
  if (first === undefined) {
    return unread.has(reference.kind === 'cell' ? reference.column : name) ? undefined : `there is no ${reference.kind === 'cell' ? 'cell ' : ''}${name}`;
  }
  if (others.length > 0) return `${name} stands in several tables`;
  return isFigure(first.field) ? undefined : `${name} is no figure but of the kind ${first.field.kind}`;
}

function isFigure(field: Field | Column): boolean {
  switch (field.kind) {
    case 'value': case 'computed': return true;
    case 'given': return field.given !== 'name' && field.given !== 'unit';
    default: return false;
  }
}

function senselessFaults({ path, formula, scope }: ReadFormula): readonly Fault[] {
  return [
    ...(dividesByZero(formula) ? [{ path, message: 'divides by zero, whatever stands in the form' }] : []),
    ...(hasAchievement(formula) && scope.table?.rows.from !== 'indicators'
      ? [{ path, message: 'only a row of an indicator has an achievement' }] : []),
  ];
}

function hasAchievement(formula: Formula): boolean {
  return formula.kind === 'achievement' || partsOf(formula).some(hasAchievement);
}

/** Each ring of formulas that wait for each other, told by the first of them. */
function rings(formulas: readonly ReadFormula[]): readonly Fault[] {
  const named = formulas.filter((one): one is ReadFormula & NamedFormula => one.name !== undefined);
  const found = orderOfFormulas(named);
  if ('order' in found) return [];
  const first = named.find(({ name }) => name === found.cycle[0]);
  const path = first?.path ?? '';
  const rest = named.filter(({ name }) => !found.cycle.includes(name));
  return [{ path, message: `waits for itself: ${[...found.cycle, found.cycle[0]].join(' → ')}` }, ...rings(rest)];
}
