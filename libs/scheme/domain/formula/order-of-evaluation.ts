import type { Formula, Reference } from './formula.ts';
import { namesIn } from './names-in.ts';

/** Formulas in an order in which each finds the others that it reads computed, or those that wait for each other. */
export type OrderOfEvaluation = { readonly order: readonly string[] } | { readonly cycle: readonly string[] };

/** Formulas go by the name of their column or field; so a column that reads one of its own cells waits for itself. */
export function orderOfEvaluation(formulas: ReadonlyMap<string, Formula>): OrderOfEvaluation {
  const order = new Set<string>();
  for (const name of formulas.keys()) {
    const cycle = visit(name, [], formulas, order);
    if (cycle !== undefined) return { cycle };
  }
  return { order: [...order] };
}

function visit(
  name: string, waiting: readonly string[], formulas: ReadonlyMap<string, Formula>, order: Set<string>,
): readonly string[] | undefined {
  const formula = formulas.get(name);
  if (formula === undefined || order.has(name)) return undefined;
  if (waiting.includes(name)) return waiting.slice(waiting.indexOf(name));
  for (const needed of namesIn(formula).flatMap(formulaBehind)) {
    const cycle = visit(needed, [...waiting, name], formulas, order);
    if (cycle !== undefined) return cycle;
  }
  order.add(name);
  return undefined;
}

function formulaBehind(reference: Reference): readonly string[] {
  switch (reference.kind) {
    case 'price':
      return [];
    case 'cell':
      return [reference.column];
    default:
      return [reference.name];
  }
}
