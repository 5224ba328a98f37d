import { reject } from '../kernel/decision.ts';
import { queryOf } from '../platform/reads/question.ts';
import { schemeDecider, schemeStream } from './domain/scheme.ts';

/** The scheme in force. */
export const ReadScheme = queryOf({
  name: 'scheme.read',
  async answer(_asked: object, { asker, states, may }) {
    const { state, revision } = await states.fold(schemeDecider, schemeStream(asker.municipality));
    const version = state.versions.at(-1);
    if (version === undefined) return reject('unknown');
    return may({}) ? { ...version, revision } : reject('not-allowed');
  },
});
