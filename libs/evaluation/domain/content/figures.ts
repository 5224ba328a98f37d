import type { FiscalYear } from '../../../kernel/fiscal-year.ts';
import type { Decimal, Value } from '../../../kernel/value.ts';
import type { Indicator } from '../../../plan/domain/plan.events.ts';
import { computeSheet, unbalanced, type RowIndicator, type SheetFigures, type Unbalanced } from '../../../scheme/domain/computing.ts';
import type { Computed } from '../../../scheme/domain/formula/formula-context.ts';
import type { SheetBody } from '../sheet.ts';
import type { FormFacts } from './changes.ts';
import { rowIdsOf } from './question.ts';

type Contents = { readonly [address: string]: { readonly content: SheetBody['fields'][string]['content'] } };

/** Every computed field and cell of a sheet, by address. */
export function computedOn(fields: Contents, facts: FormFacts): ReadonlyMap<string, Computed> {
  return computeSheet(facts.form, figuresOf(fields, facts));
}

/** The sums of a sheet that must be equal and are not. */
export function differingSums({ fields }: { readonly fields: Contents }, facts: FormFacts): readonly Unbalanced[] {
  return unbalanced(facts.form, figuresOf(fields, facts));
}

function figuresOf(fields: Contents, { form, rows, aboutYear }: FormFacts): SheetFigures {
  return {
    value: (address) => valueOf(fields[address]?.content),
    rows(id) {
      const table = form.fields.find((field) => field.id === id);
      return table?.kind === 'table' ? rowIdsOf(table, rows, fields) : [];
    },
    price: (id): Decimal | undefined => form.unitPrices.find((price) => price.id === id)?.byYear[String(aboutYear)],
    indicator(row) {
      const indicator = rows.indicators.find(({ id }) => id === row);
      if (indicator === undefined) return undefined;
      const { kind, direction } = indicator;
      return { kind, direction, given: givenFor(indicator, aboutYear) };
    },
  };
}

/** What the plan says of an indicator for a year. */
export function givenFor({ baseline, targets }: Indicator, aboutYear: FiscalYear): RowIndicator['given'] {
  const target = targets.find(({ year }) => year === aboutYear);
  const last = targets.at(-1);
  return {
    ...(baseline !== undefined && { baseline: baseline.value.understood }),
    ...(target !== undefined && { target: target.value.understood }),
    ...(last !== undefined && { 'final-target': last.value.understood }),
  };
}

function valueOf(content: SheetBody['fields'][string]['content'] | undefined): Value | undefined {
  return content?.kind === 'value' ? content.value.understood : undefined;
}
