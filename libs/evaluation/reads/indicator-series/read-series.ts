import { achievement, achievementsAgainst, type AchievementRule } from '../../../kernel/achievement.ts';
import { reject } from '../../../kernel/decision.ts';
import type { FiscalYear } from '../../../kernel/fiscal-year.ts';
import type { TypedValue } from '../../../kernel/value.ts';
import { planDecider, planStream, type AdoptedPlan } from '../../../plan/domain/plan.ts';
import type { Indicator } from '../../../plan/domain/plan.events.ts';
import { targetsEverHeld, type HeldTarget } from '../../../plan/domain/targets.ts';
import { queryOf, type Answering } from '../../../platform/reads/question.ts';
import type { ModelReader } from '../../../platform/reads/read-model.ts';
import { fieldAt } from '../../domain/content/question.ts';
import { sheetId } from '../../domain/sheet.ts';
import type { FieldContent } from '../../domain/sheet.events.ts';
import type { SheetPhase } from '../../domain/sheet-life.ts';
import { cycleOf } from '../../facts.ts';
import { viewerFor } from '../../seeing.ts';
import { Forms } from '../forms.ts';
import { personShown } from '../one-sheet/visible-sheet.ts';
import { placeOfRow, sheetsModel, type ContentRow, type SheetRow } from '../sheets/sheets.model.ts';

interface WhichIndicator {
  readonly plan: string;
  readonly indicator: string;
}

/** What a sheet says was attained. The form may ask for it in several columns. */
interface Actual {
  readonly sheet: string;
  readonly phase: SheetPhase;
  readonly table: string;
  readonly column: string;
  readonly aboutYear: FiscalYear;
  readonly value: TypedValue;
}

/** An indicator over the years: what was aimed at, ever, and what was attained, as far as the asker may see the sheets that say so. */
export const ReadSeries = queryOf({
  name: 'evaluation.read-series',
  model: sheetsModel,
  async answer({ plan: planId, indicator: id }: WhichIndicator, answering, model) {
    const { state: plan } = await answering.states.fold(planDecider, planStream(answering.asker.municipality, planId));
    const indicator = plan.phase === 'adopted' ? indicatorOf(plan, id) : undefined;
    if (plan.phase !== 'adopted' || indicator === undefined) return reject('unknown');
    const actuals = await actualsOf(id, answering, model);
    const targets = new Map(targetsEverHeld(plan, id).map(({ year, held }) => [year, held]));
    const years = [...new Set([...targets.keys(), ...actuals.map(({ aboutYear }) => aboutYear)])].toSorted((one, other) => one - other);
    return {
      plan: planId,
      indicator,
      years: years.map((year) => {
        const held = targets.get(year) ?? [];
        return {
          year,
          targets: held.map(({ by, ...target }) => ({ ...target, by: personShown(by, answering) })),
          actuals: actuals.filter(({ aboutYear }) => aboutYear === year)
            .map(({ aboutYear: _year, ...actual }) => ({ ...actual, ...achieved(actual.value, held, indicator) })),
        };
      }),
    };
  },
});

/** As it is now, or was in the last version that had it. */
function indicatorOf({ indicators, versions }: AdoptedPlan, id: string): Indicator | undefined {
  return indicators.get(id) ?? versions.findLast((version) => version.indicators.has(id))?.indicators.get(id);
}

async function actualsOf(indicator: string, { asker, states, may }: Answering, model: ModelReader): Promise<readonly Actual[]> {
  const { municipality } = asker;
  const forms = new Forms(states, municipality);
  const viewer = viewerFor(asker.role);
  const rows = model.all<SheetRow & Pick<ContentRow, 'address' | 'value'>>(
    `SELECT sheets.*, address, value FROM sheet_contents JOIN sheets USING (stream)
     WHERE sheet_contents.municipality = @municipality AND row = @indicator AND value IS NOT NULL AND phase <> 'voided' ORDER BY year, address`,
    { municipality, indicator });
  const actuals: Actual[] = [];
  for (const row of rows) {
    const { address, phase, year, node, value } = row;
    if (!may(placeOfRow(row)) || !await forms.sees(viewer, row, address)) continue;
    const table = fieldAt(await forms.of(row), address);
    const content = JSON.parse(value as string) as FieldContent;
    // Rows that a section made itself may be called anything, also as an indicator is.
    if (table?.kind !== 'table' || table.rows.from !== 'indicators' || content.kind !== 'value') continue;
    const { cycle: { aboutYear } } = await cycleOf(states, municipality, year);
    actuals.push({ sheet: sheetId(year, node), phase, table: table.id, column: address.split('/')[2] as string, aboutYear, value: content.value });
  }
  return actuals;
}

/** Against the target that holds, and against every one that ever held. */
function achieved({ understood: actual }: TypedValue, held: readonly HeldTarget[], { kind, direction, baseline }: Indicator) {
  const rule: AchievementRule = { kind, direction };
  const question = { ...rule, actual, ...(baseline !== undefined && { baseline: baseline.value.understood }) };
  const inForce = held.at(-1)?.value;
  return {
    ...(inForce && { achievement: achievement({ ...question, target: inForce.understood }) }),
    againstEvery: achievementsAgainst(held.flatMap(({ value, revision }) => (value === null ? [] : [{ revision, target: value.understood }])), question)
      .map(({ revision, achievement: against }) => ({ revision, achievement: against })),
  };
}
