import { add, compare, divide } from '../../../kernel/decimal.ts';
import type { Decimal } from '../../../kernel/value.ts';
import { combine, isAbsent, unitOfSome, unitsDiffer } from './combine.ts';
import type { Gathering } from './formula.ts';
import type { Computed, NoFigure } from './formula-context.ts';

/** Makes one figure of many: leaves out what is absent, and gives none where something stands that is no figure. */
export function gather(gathering: Gathering, all: readonly Computed[]): Computed {
  const present = all.filter((one) => !isAbsent(one));
  const figures = present.filter((one) => 'figure' in one);
  const broken = present.find((one) => 'none' in one);
  if (broken !== undefined) return broken;
  if (gathering === 'count') return { figure: String(figures.length) };
  const [first, ...others] = figures;
  if (first === undefined) return nothingIn(all);
  if (unitsDiffer(figures)) return { none: 'units-differ' };
  return combine(figures, figureOf(gathering, first.figure, others.map(({ figure }) => figure)), unitOfSome(figures));
}

function nothingIn(all: readonly Computed[]): NoFigure {
  const first = all.find((one) => 'none' in one);
  return { none: 'absent', ...(first?.name !== undefined && { name: first.name }) };
}

function figureOf(gathering: Exclude<Gathering, 'count'>, first: Decimal, others: readonly Decimal[]): Decimal {
  switch (gathering) {
    case 'sum':
      return others.reduce(add, first);
    case 'mean':
      // Never zero, as there is a first one.
      return divide(others.reduce(add, first), String(others.length + 1)) ?? first;
    case 'min':
      return others.reduce((least, one) => (compare(one, least) < 0 ? one : least), first);
    case 'max':
      return others.reduce((most, one) => (compare(one, most) > 0 ? one : most), first);
  }
}
