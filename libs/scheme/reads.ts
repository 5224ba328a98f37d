import { reject } from '../kernel/decision.ts';
import { queryOf } from '../platform/reads/question.ts';
import { defaultScheme } from './domain/default-scheme.ts';
import { schemeDecider, schemeStream, versionOf } from './domain/scheme.ts';

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

/** Which versions there ever were; a version is found again by its number. */
export const ListSchemeVersions = queryOf({
  name: 'scheme.list-versions',
  async answer(_asked: object, { asker, may, events }) {
    if (!may({})) return reject('not-allowed');
    const adopted = await events(schemeDecider, schemeStream(asker.municipality), {});
    return {
      versions: adopted.map(({ event: { schemeVersion }, header: { revision, recordedAt } }) => ({ schemeVersion, revision, adoptedAt: recordedAt })),
    };
  },
});

/** One version, as it was adopted. */
export const ReadSchemeVersion = queryOf({
  name: 'scheme.read-version',
  async answer({ schemeVersion }: { readonly schemeVersion: string }, { asker, states, may }) {
    if (!may({})) return reject('not-allowed');
    const { state } = await states.fold(schemeDecider, schemeStream(asker.municipality));
    const number = /^[1-9]\d{0,8}$/.test(schemeVersion) ? Number(schemeVersion) : 0;
    return versionOf(state, number) ?? reject('unknown');
  },
});

/** A scheme to begin with, which nobody has adopted by reading it. */
export const ReadDefaultScheme = queryOf({
  name: 'scheme.read-default',
  answer(_asked: object, { may }) {
    return may({}) ? defaultScheme : reject('not-allowed');
  },
});
