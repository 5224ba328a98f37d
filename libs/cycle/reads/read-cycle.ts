import { reject } from '../../kernel/decision.ts';
import { queryOf } from '../../platform/reads/question.ts';
import { cycleDecider, cycleStream } from '../domain/cycle.ts';

/** A cycle as it stands: who gets a sheet and who does not, until when, and why it was put off. */
export const ReadCycle = queryOf({
  name: 'cycle.read',
  async answer({ year }: { readonly year: string }, { asker, states, may, nameOf }) {
    const { state, revision } = await states.fold(cycleDecider, cycleStream(asker.municipality, year));
    if (state.phase === 'absent') return reject('unknown');
    if (!may({})) return reject('not-allowed');
    const { phase: _phase, extensions, publications: _publications, editions: _editions, ...cycle } = state;
    return {
      ...cycle,
      extensions: extensions.map(({ by, ...extension }) => ({ ...extension, by: { id: by, name: nameOf(by) } })),
      revision,
    };
  },
});
