import { readModel, type Table } from '../../../platform/reads/read-model.ts';
import { everyYear } from '../../domain/plan.ts';
import type { PlanEvent } from '../../domain/plan.events.ts';

/** One line of the list of plans. */
export type PlanRow = {
  readonly stream: string;
  readonly municipality: string;
  /** The Japanese name and the English one. */
  readonly ja: string;
  readonly en: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly phase: 'draft' | 'adopted';
  /** null while it is a draft, as is the year from which it holds. */
  readonly planVersion: number | null;
  readonly fromYear: number | null;
  readonly begunAt: string;
};

const plans: Table<PlanRow> = {
  name: 'plans',
  key: 'stream',
  columns: {
    stream: 'text', municipality: 'text', ja: 'text', en: 'text', firstYear: 'integer', lastYear: 'integer',
    phase: 'text', planVersion: 'integer', fromYear: 'integer', begunAt: 'text',
  },
  indexes: [['municipality', 'begunAt']],
};

export const plansModel = readModel<PlanEvent>({
  name: 'plans',
  version: 1,
  tables: [plans],
  on: {
    PlanDrafted(rows, { name: { ja, en }, firstYear, lastYear }, { stream, municipality, recordedAt: begunAt }) {
      rows.put(plans, { stream, municipality, ja, en, firstYear, lastYear, phase: 'draft', planVersion: null, fromYear: null, begunAt });
    },
    PlanAdopted(rows, { planVersion, fromYear, atOnce }, { stream, municipality, recordedAt }) {
      const row = atOnce === undefined ? rows.get(plans, stream)
        : { stream, municipality, ja: atOnce.name.ja, en: atOnce.name.en, ...everyYear, begunAt: recordedAt };
      if (row === undefined) throw new Error(`${stream} was never drafted`);
      rows.put(plans, { ...row, phase: 'adopted', planVersion, fromYear });
    },
    PlanRevised(rows, { planVersion, fromYear }, { stream }) {
      const row = rows.get(plans, stream);
      if (row === undefined) throw new Error(`${stream} was never adopted`);
      rows.put(plans, { ...row, planVersion, fromYear });
    },
  },
});
