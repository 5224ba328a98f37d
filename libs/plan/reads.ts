import { reject } from '../kernel/decision.ts';
import { queryOf } from '../platform/reads/question.ts';
import { planDecider, planStream } from './domain/plan.ts';

export const ReadPlan = queryOf({
  name: 'plan.read',
  async answer({ plan }: { readonly plan: string }, { asker, states, may }) {
    const { state, revision } = await states.fold(planDecider, planStream(asker.municipality, plan));
    if (state.phase === 'absent') return reject('unknown');
    if (!may({})) return reject('not-allowed');
    const { planVersion, name, nodes } = state;
    return { id: plan, revision, planVersion, name, nodes };
  },
});
