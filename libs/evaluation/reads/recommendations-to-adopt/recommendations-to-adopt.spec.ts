import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventAt } from '../../../event-store/contract/given-events.ts';
import type { EventHeader, StoredEvent } from '../../../event-store/event-store.ts';
import { reject } from '../../../kernel/decision.ts';
import { ModelFile } from '../../../platform/reads/model-file.ts';
import { recommendationCatalogue, type RecommendationEvent } from '../../domain/recommendations/recommendation.events.ts';
import { sheetCatalogue, type SheetEvent } from '../../domain/sheet.events.ts';
import type { SecondEvaluationConcluded, SheetHandedOver } from '../../domain/stage.events.ts';
import { adoptRecommendations, recommendationsToAdoptModel } from './recommendations-to-adopt.ts';

const sheet = 'sheet-mihon-2026-node-1';
const [first, second] = ['recommendation-mihon-r1', 'recommendation-mihon-r2'];
const concludedId = '5f0c9f6e-0c3f-4c6e-9d5a-0d7f6f4f2a11';
const reopenedId = 'e3b0c442-98fc-4c14-9afb-f4c8996fb924';

let list: ModelFile;
let position: number;
let revision: number;
beforeEach(() => {
  list = new ModelFile(recommendationsToAdoptModel, ':memory:', true);
  position = 0;
  revision = 0;
});
afterEach(() => list.close());

const catalogue = { ...sheetCatalogue, ...recommendationCatalogue };

function logged(stream: string, at: number, event: SheetEvent | RecommendationEvent, id?: string): void {
  const { type, ...payload } = event;
  const header = { ...JSON.parse(eventAt(stream, at, {}, id).header) as EventHeader, type, version: catalogue[type].version };
  position += 1;
  const stored: StoredEvent = { position: String(position).padStart(3, '0'), header, payload: structuredClone(payload) };
  list.apply([stored], catalogue);
  list.flush();
}

/** On the sheet, each at its own revision. */
function onSheet(event: SheetEvent, id?: string): void {
  logged(sheet, revision, event, id);
  revision += 1;
}

function handedOver(stage: string): SheetHandedOver {
  return {
    type: 'SheetHandedOver', stage, evaluator: stage === 'mayor' ? 'mayor' : 'committee', chosenBy: 'condition', sheetRevision: 0, schemeVersion: 1,
    planVersion: 1, planRevision: 0, ...(stage === 'committee' && { committee: 'committee-1', committeeRevision: 3 }),
  };
}

const concluded: SecondEvaluationConcluded = {
  type: 'SecondEvaluationConcluded', stage: 'committee', member: 'chair', draftRevision: 0, toBeConfirmed: false, meeting: 'meeting-1',
  committeeRevision: 3, roster: [], counted: [], opinions: [], points: [], conclusion: {}, dissents: [],
  recommendations: [{ recommendation: 'r1', number: 1, text: '指標を見直されたい。' }, { recommendation: 'r2', number: 2, text: '周知されたい。' }],
};

const toDo = () => adoptRecommendations.next(list, 10);
const commands = () => toDo().map((item) => adoptRecommendations.commandFor(item));
const done = () => commands().map(({ verb, stream }) => `${verb.name.slice('evaluation.'.length)} ${stream}`);

function adopted(stream: string, sheetRevision: number): void {
  logged(stream, 0, {
    type: 'RecommendationAdopted', year: 2026, committee: 'committee-1', number: 1, text: '', meeting: 'meeting-1', section: 'promotion',
    department: 'industry', sheet: '2026-node-1', plan: 'plan-1', node: 'node-1', sheetRevision,
  });
}

function reopened(to: string, id?: string): void {
  onSheet({ type: 'SheetReopened', to, reason: '再審議のため', cycleRevision: 1 }, id);
}

describe('the recommendations that are to be adopted', () => {
  it('are those of a conclusion, until each is adopted', () => {
    onSheet(handedOver('committee'));
    expect(toDo()).toEqual([]);
    onSheet(concluded, concludedId);
    expect(commands().map(({ stream, body }) => ({ stream, body }))).toEqual([
      { stream: first, body: { sheet: '2026-node-1', stage: 'committee', number: 1, text: '指標を見直されたい。', meeting: 'meeting-1', sheetRevision: 1 } },
      { stream: second, body: { sheet: '2026-node-1', stage: 'committee', number: 2, text: '周知されたい。', meeting: 'meeting-1', sheetRevision: 1 } },
    ]);
    adopted(first, 1);
    expect(done()).toEqual([`adopt-recommendation ${second}`]);
  });

  it('are asked for because of the conclusion, by commands that are the same however often they are made', () => {
    onSheet(handedOver('committee'));
    onSheet(concluded, concludedId);
    const asking = commands().map((command) => command.asking);
    expect(asking.map(({ causation }) => causation)).toEqual([concludedId, concludedId]);
    expect(new Set(asking.map(({ key }) => key)).size).toBe(2);
    expect(commands().map((command) => command.asking)).toEqual(asking);
  });

  it('are those of a sub-group only when the whole has confirmed them, in its meeting', () => {
    onSheet(handedOver('committee'));
    onSheet({ ...concluded, toBeConfirmed: true });
    expect(toDo()).toEqual([]);
    onSheet({ type: 'ConclusionConfirmed', stage: 'committee', member: 'chair', meeting: 'meeting-2', committeeRevision: 4, roster: [], counted: [] });
    expect(commands()[0]?.body).toMatchObject({ meeting: 'meeting-2', sheetRevision: 1 });
  });

  it('leave the list when the conclusion is undone first', () => {
    onSheet(handedOver('committee'));
    onSheet(concluded);
    reopened('section');
    expect(toDo()).toEqual([]);
  });

  it('are withdrawn when the conclusion is undone, because of that, until each is', () => {
    onSheet(handedOver('committee'));
    onSheet(concluded);
    adopted(first, 1);
    reopened('committee', reopenedId);
    expect(done()).toEqual([`withdraw-recommendation ${first}`]);
    expect(commands()[0]).toMatchObject({ body: { sheetRevision: 1, reason: '再審議のため' }, asking: { causation: reopenedId } });
    logged(first, 1, { type: 'RecommendationWithdrawn', reason: '再審議のため' });
    expect(toDo()).toEqual([]);
  });

  it('are withdrawn also when they were adopted while the conclusion was undone', () => {
    onSheet(handedOver('committee'));
    onSheet(concluded);
    reopened('section', reopenedId);
    adopted(first, 1);
    expect(done()).toEqual([`withdraw-recommendation ${first}`]);
    expect(commands()[0]?.asking.causation).toBe(reopenedId);
  });

  it('stay when only a later stage is gone through again', () => {
    onSheet(handedOver('committee'));
    onSheet(concluded);
    adopted(first, 1);
    adopted(second, 1);
    onSheet(handedOver('mayor'));
    reopened('mayor');
    expect(toDo()).toEqual([]);
  });

  it('are adopted again when they are concluded again, whether withdrawn meanwhile or not', () => {
    onSheet(handedOver('committee'));
    onSheet(concluded, concludedId);
    const before = commands()[0]?.asking.key;
    adopted(first, 1);
    adopted(second, 1);
    reopened('committee');
    logged(first, 1, { type: 'RecommendationWithdrawn', reason: '再審議のため' });
    onSheet(concluded, reopenedId);
    expect(done()).toEqual([`adopt-recommendation ${first}`, `adopt-recommendation ${second}`]);
    expect(commands()[0]?.body).toMatchObject({ sheetRevision: 3 });
    expect(commands()[0]?.asking.key).not.toBe(before);
  });

  it('are as many at once as are asked for, from any of them on', () => {
    onSheet(handedOver('committee'));
    onSheet(concluded);
    const [one, other] = adoptRecommendations.next(list, 1).concat(toDo().slice(1));
    if (one === undefined || other === undefined) throw new Error('two are to be adopted');
    expect(adoptRecommendations.next(list, 1)).toEqual([one]);
    expect(adoptRecommendations.next(list, 2, adoptRecommendations.keyOf(one))).toEqual([other]);
  });

  it('are never refused: that is a fault of the house', () => {
    onSheet(handedOver('committee'));
    onSheet(concluded);
    const [item] = toDo();
    if (item === undefined) throw new Error('nothing is to be adopted');
    expect(() => adoptRecommendations.refusalOf(item, reject('wrong-phase'))).toThrow('recommendation-mihon-r1 was refused: wrong-phase');
  });
});
