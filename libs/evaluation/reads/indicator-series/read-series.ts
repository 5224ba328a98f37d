import { reject } from '../../../kernel/decision.ts';
import type { FiscalYear } from '../../../kernel/fiscal-year.ts';
import type { TypedValue } from '../../../kernel/value.ts';
import { indicatorPredecessors } from '../../../plan/domain/lineage.ts';
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
import { achieved } from '../achieved.ts';
import { Forms } from '../forms.ts';
import { personShown } from '../one-sheet/visible-sheet.ts';
import { sheetsModel, type ContentRow, type SheetRow } from '../sheets/sheets.model.ts';
import { toldRows, type ToldRow } from '../sheets/told-rows.ts';

interface WhichIndicator {
  readonly plan: string;
  readonly indicator: string;
}

/** What a sheet says was attained. The form may ask for it in several columns. */
interface Actual {
  readonly indicator: string;
  readonly sheet: string;
  readonly phase: SheetPhase;
  readonly table: string;
  readonly column: string;
  readonly aboutYear: FiscalYear;
  readonly value: TypedValue;
}

/** What was aimed at in a year, by the indicator of which it was the target. */
interface Aim extends HeldTarget {
  readonly indicator: string;
  readonly year: FiscalYear;
}

/**
 * An indicator over the years, with those of which it took the place: what was aimed at, ever, and what was attained, as far as
 * the asker may see the sheets that say so, each by its indicator.
 */
export const ReadSeries = queryOf({
  name: 'evaluation.read-series',
  model: sheetsModel,
  async answer({ plan: planId, indicator: id }: WhichIndicator, answering, model) {
    const { state: plan } = await answering.states.fold(planDecider, planStream(answering.asker.municipality, planId));
    const indicator = plan.phase === 'adopted' ? indicatorOf(plan, id) : undefined;
    if (plan.phase !== 'adopted' || indicator === undefined) return reject('unknown');
    const predecessors = indicatorPredecessors(plan, id).flatMap((one) => indicatorOf(plan, one) ?? []);
    const line = new Map([...predecessors.toReversed(), indicator].map((one) => [one.id, one]));
    const actuals = await actualsOf([...line.keys()], answering, model);
    const aims = [...line.keys()].flatMap((one) => aimsOf(plan, one));
    const years = [...new Set([...aims.map(({ year }) => year), ...actuals.map(({ aboutYear }) => aboutYear)])].toSorted((one, other) => one - other);
    return {
      plan: planId,
      indicator,
      predecessors,
      years: years.map((year) => {
        const aimed = aims.filter((aim) => aim.year === year);
        return {
          year,
          targets: aimed.map(({ year: _year, by, ...aim }) => ({ ...aim, by: personShown(by, answering) })),
          actuals: actuals.filter(({ aboutYear }) => aboutYear === year).map(({ aboutYear: _year, ...actual }) =>
            ({ ...actual, ...achieved(actual.value, heldFor(actual.indicator, aimed, plan), line.get(actual.indicator) as Indicator) })),
        };
      }),
    };
  },
});

function aimsOf(plan: AdoptedPlan, indicator: string): readonly Aim[] {
  return targetsEverHeld(plan, indicator).flatMap(({ year, held }) => held.map((target) => ({ indicator, year, ...target })));
}

/** A value is held against targets of its own indicator alone; that one which ended has none since then makes nothing of what it aimed at before. */
function heldFor(indicator: string, aimed: readonly Aim[], { indicators }: AdoptedPlan): readonly Aim[] {
  return aimed.filter((aim) => aim.indicator === indicator && (indicators.has(indicator) || aim.value !== null));
}

/** As it is now, or was in the last version that had it. */
function indicatorOf({ indicators, versions }: AdoptedPlan, id: string): Indicator | undefined {
  return indicators.get(id) ?? versions.findLast((version) => version.indicators.has(id))?.indicators.get(id);
}

async function actualsOf(indicators: readonly string[], answering: Answering, model: ModelReader): Promise<readonly Actual[]> {
  const { asker: { municipality, role }, states } = answering;
  const forms = new Forms(states, municipality);
  const viewer = viewerFor(role);
  const actuals: Actual[] = [];
  for (const { row, address, content } of await valuesOf(indicators, answering, model)) {
    if (!await forms.sees(viewer, row, address)) continue;
    const table = fieldAt(await forms.of(row), address);
    // Rows that a section made itself may be called anything, also as an indicator is.
    if (table?.kind !== 'table' || table.rows.from !== 'indicators' || content?.kind !== 'value') continue;
    const { year, node, phase } = row;
    const { cycle: { aboutYear } } = await cycleOf(states, municipality, year);
    const [, indicator, column] = address.split('/') as [string, string, string];
    actuals.push({ indicator, sheet: sheetId(year, node), phase, table: table.id, column, aboutYear, value: content.value });
  }
  return actuals;
}

interface ValueOnSheet {
  readonly row: ToldRow;
  readonly address: string;
  readonly content: FieldContent | null;
}

/** In the rows that are called as one of the indicators is, on the sheets of which the asker is told. */
async function valuesOf(indicators: readonly string[], answering: Answering, model: ModelReader): Promise<readonly ValueOnSheet[]> {
  const { municipality } = answering.asker;
  const written = model.all<Pick<ContentRow, 'stream' | 'address' | 'value'>>(
    `SELECT stream, address, value FROM sheet_contents
     WHERE municipality = @municipality AND row IN (SELECT value FROM json_each(@indicators)) AND value IS NOT NULL ORDER BY address`, { municipality, indicators: JSON.stringify(indicators) });
  const rows = model.all<SheetRow>(
    `SELECT * FROM sheets WHERE phase <> 'voided'
     AND stream IN (SELECT value FROM json_each(@streams) UNION SELECT stream FROM sheet_committees WHERE municipality = @municipality AND committee = @committee)
     ORDER BY year`, { municipality, streams: JSON.stringify(written.map(({ stream }) => stream)), committee: answering.asker.committee ?? null });
  return (await toldRows(rows, answering)).flatMap((row): readonly ValueOnSheet[] => {
    if (row.told === undefined) {
      return written.filter(({ stream }) => stream === row.stream)
        .map(({ address, value }) => ({ row, address, content: JSON.parse(value as string) as FieldContent }));
    }
    return Object.entries(row.told.fields).filter(([address]) => indicators.includes(address.split('/')[1] as string))
      .map(([address, { content }]) => ({ row, address, content }));
  });
}
