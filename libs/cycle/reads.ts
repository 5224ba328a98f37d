import { reject } from '../kernel/decision.ts';
import { queryOf } from '../platform/reads/question.ts';
import { cycleDecider, cycleStream } from './domain/cycle.ts';

export const ReadCycle = queryOf({
  name: 'cycle.read',
  async answer({ year }: { readonly year: string }, { asker, states, may }) {
    const { state, revision } = await states.fold(cycleDecider, cycleStream(asker.municipality, year));
    if (state.phase === 'absent') return reject('unknown');
    if (!may({})) return reject('not-allowed');
    const { phase: _phase, ...cycle } = state;
    return { ...cycle, revision };
  },
});
