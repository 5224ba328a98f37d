import { reject } from '../../../kernel/decision.ts';
import { queryOf } from '../../../platform/reads/question.ts';
import { planStream } from '../../domain/plan.ts';
import { plansModel, type PlanRow } from './plans.model.ts';

/** Every plan of the municipality, the first that was begun at the top. An office has a few. */
export const ListPlans = queryOf({
  name: 'plan.list',
  model: plansModel,
  answer(_asked: object, { asker: { municipality }, may }, model) {
    if (!may({})) return reject('not-allowed');
    const rows = model.all<PlanRow>('SELECT * FROM plans WHERE municipality = @municipality ORDER BY begunAt, stream', { municipality });
    return {
      plans: rows.map(({ stream, ja, en, phase, planVersion, fromYear, firstYear, lastYear }) => ({
        id: stream.slice(planStream(municipality, '').length),
        name: { ja, en },
        phase,
        ...(planVersion !== null && { planVersion }),
        ...(fromYear !== null && { fromYear }),
        firstYear,
        lastYear,
      })),
    };
  },
});
