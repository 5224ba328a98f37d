import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Decision } from '../../../kernel/decision.ts';
import { adopt } from './adopt.ts';
import { adoptGeneral } from './adopt-general.ts';
import { approveResponse } from './approve-response.ts';
import { close } from './close.ts';
import { recommendationLife, type RecommendationPhase, type RecommendationVerb } from './recommendation-life.ts';
import { recommendationDecider, recommendationStream, type Recommendation } from './recommendation.ts';
import type { RecommendationEvent } from './recommendation.events.ts';
import {
  adopted, answered, as, asked, asSecretariat, atDirector, closed, concluded, given, lineFacts, ofSheet, onLine, withdrawn, written,
} from './recommendation-examples.ts';
import { reopen } from './reopen.ts';
import { reportResult } from './report-result.ts';
import { sendResponseBack } from './send-response-back.ts';
import { submitResponse } from './submit-response.ts';
import { withdraw } from './withdraw.ts';
import { writeResponse } from './write-response.ts';

type Deed = (recommendation: Recommendation) => Decision<RecommendationEvent>;

const reason = '確認のため';
const basedOn = (recommendation: Recommendation) => ('revision' in recommendation ? recommendation.revision : 0);
const histories: Record<RecommendationPhase, readonly RecommendationEvent[]> = {
  absent: [], answering: [adopted, written], 'on-line': onLine, answered, closed, withdrawn: [adopted, withdrawn],
};
const verbs: Record<RecommendationVerb, Deed> = {
  adopt: (state) => adopt({ ...asked, ...concluded, sheetRevision: 40 }, state, ofSheet),
  'adopt-general': (state) => adoptGeneral({ ...asSecretariat, committee: 'committee-1', meeting: 'held', text: '提言', section: 'promotion' }, state, {
    owner: ofSheet,
    committee: {
      phase: 'founded', id: 'committee-1', revision: 3, name: { ja: '', en: '' }, members: [], subgroups: [], conflicts: [], assigned: {},
      quorum: { present: { parts: 1, of: 2, moreThan: true }, opinions: { parts: 1, of: 2, moreThan: true } },
      meetings: { held: { id: 'held', way: 'circulation', on: '2026-10-01', agenda: [], minutes: {}, minutesArePublished: false } },
    },
  }),
  withdraw: (state) => withdraw({ ...asked, sheetRevision: 20, reason }, state),
  'write-response': (state) => writeResponse({ ...asked, basedOn: basedOn(state), policy: 'consider', text: '検討する。' }, state),
  'submit-response': (state) => submitResponse(asked, state, lineFacts),
  'approve-response': (state) => approveResponse({ ...as('chief'), basedOn: basedOn(state) }, state),
  'send-response-back': (state) => sendResponseBack({ ...as('chief'), reason }, state),
  'report-result': (state) => reportResult({ ...asked, year: 2027, text: '反映した。' }, state, { planVersions: [] }),
  close: (state) => close({ ...asSecretariat, reason }, state),
  reopen: (state) => reopen({ ...asSecretariat, reason }, state),
};

/** Where a verb leads from a history. */
function ledTo(history: readonly RecommendationEvent[], deed: Deed): RecommendationPhase | 'wrong-phase' {
  const decision = deed(given(...history).state());
  if (decision.kind === 'accepted') return given(...history, ...decision.events).state().phase;
  if (decision.code === 'wrong-phase') return 'wrong-phase';
  throw new Error(`refused: ${decision.code}`);
}

describe('the life of a recommendation', () => {
  it.each(Object.keys(histories) as RecommendationPhase[])('lets be done what the table names for the phase "%s", and leads where it says', (phase) => {
    expect(given(...histories[phase]).state().phase).toBe(phase);
    const life: Readonly<Partial<Record<RecommendationVerb, readonly string[]>>> = recommendationLife[phase];
    for (const [verb, deed] of Object.entries(verbs) as [RecommendationVerb, Deed][]) {
      expect([verb, life[verb] ?? ['wrong-phase']]).toEqual([verb, expect.arrayContaining([ledTo(histories[phase], deed)])]);
    }
  });

  it('comes to the end of its line with the last step', () => {
    expect(ledTo(atDirector, (state) => approveResponse({ ...as('director'), basedOn: basedOn(state) }, state))).toBe('answered');
  });

  it('begins with its adoption, under the id that it was given', () => {
    expect(() => given(written).state()).toThrow('ResponseWritten on a recommendation that was never adopted');
    expect(recommendationStream('mihon', 'id-1')).toBe('recommendation-mihon-id-1');
  });

  it('keeps what events say, and not how they were written', () => {
    const stored = { ...adopted, $salt: 'c2FsdA' };
    expect(recommendationDecider.evolve({ phase: 'absent' }, stored, { actor: 'a', command: 'c', recordedAt: asked.now, revision: 0 }))
      .not.toHaveProperty('$salt');
  });
});

describe('the table of the README', () => {
  it('says what the table of the program says', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const [table = ''] = readme.slice(readme.indexOf('| verb of a recommendation')).split('\n\n');
    const [phases, , ...rows] = table.split('\n').map((row) => row.split('|').slice(1, -1).map((cell) => cell.trim()));
    const lives: readonly Readonly<Record<string, readonly string[]>>[] = Object.values(recommendationLife);
    expect(phases?.slice(1)).toEqual(Object.keys(recommendationLife));
    expect(rows.map(([verb = '', ...cells]) => [verb.split(' ')[0], ...cells]))
      .toEqual(Object.keys(verbs).map((verb) => [verb, ...lives.map((life) => (life[verb] ?? []).join(', '))]));
  });
});
