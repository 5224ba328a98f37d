import { planDecider, planStream } from '../../../plan/domain/plan.ts';
import { targetsEverHeld, type HeldTarget } from '../../../plan/domain/targets.ts';
import type { Answering } from '../../../platform/reads/question.ts';
import type { FormFacts } from '../../domain/content/changes.ts';
import type { OpenedSheet } from '../../domain/sheet.ts';
import { achieved } from '../achieved.ts';
import { personShown, type PersonShown } from './visible-sheet.ts';

/** Where a target was changed: every one that ever held for the year, and what was attained against each. */
export interface TargetsHeld {
  readonly targets: readonly (Omit<HeldTarget, 'by'> & { readonly by: PersonShown })[];
  /** By column of the table. */
  readonly attained: Readonly<Record<string, ReturnType<typeof achieved>>>;
}

/** By the row of a table of indicators, as `table/row`. */
export async function targetsHeldOn(
  { plan: id, fields }: OpenedSheet, { form, rows, aboutYear }: FormFacts, answering: Answering,
): Promise<Readonly<Record<string, TargetsHeld>>> {
  const { state: plan } = await answering.states.fold(planDecider, planStream(answering.asker.municipality, id));
  if (plan.phase !== 'adopted') return {};
  const tables = form.fields.filter((field) => field.kind === 'table' && field.rows.from === 'indicators');
  return Object.fromEntries(rows.indicators.flatMap((indicator) => {
    const held = targetsEverHeld(plan, indicator.id).find(({ year }) => year === aboutYear)?.held ?? [];
    if (held.length < 2) return [];
    const targets = held.map(({ by, ...target }) => ({ ...target, by: personShown(by, answering) }));
    return tables.map((table) => {
      const place = `${table.id}/${indicator.id}/`;
      const attained = Object.entries(fields).flatMap(([address, { content }]) =>
        (address.startsWith(place) && content?.kind === 'value' ? [[address.slice(place.length), achieved(content.value, held, indicator)] as const] : []));
      return [`${table.id}/${indicator.id}`, { targets, attained: Object.fromEntries(attained) }] as const;
    });
  }));
}
