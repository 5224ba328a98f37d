import { reject } from '../../../kernel/decision.ts';
import { queryOf } from '../../../platform/reads/question.ts';
import { cyclesModel, type CycleRow } from './cycles.model.ts';

/** The years of the municipality, the newest first. */
export const ListCycles = queryOf({
  name: 'cycle.list',
  model: cyclesModel,
  answer(_asked: object, { asker: { municipality }, may }, model) {
    if (!may({})) return reject('not-allowed');
    const rows = model.all<CycleRow>('SELECT * FROM cycles WHERE municipality = @municipality ORDER BY year DESC', { municipality });
    return { cycles: rows.map(({ year, aboutYear, chosen, leftOut }) => ({ year, aboutYear, chosen, leftOut })) };
  },
});
