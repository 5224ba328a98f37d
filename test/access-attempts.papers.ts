import { randomUUID } from 'node:crypto';
import { RecordEdition, RecordPublicationRefusal, RecordRefusal } from '../libs/cycle/commands.ts';
import { cycleStream } from '../libs/cycle/domain/cycle.ts';
import { DraftPlan } from '../libs/plan/commands.ts';
import { planDecider, planStream } from '../libs/plan/domain/plan.ts';
import { AdoptScheme } from '../libs/scheme/commands.ts';
import { schemeDecider, schemeStream } from '../libs/scheme/domain/scheme.ts';
import { byRunner, isShown, mayOf, ofOffice, type Attempts } from './access-attempt.ts';
import { municipality, scheme, year, type AccessOffice } from './access-office.ts';

const named = (text: string) => ({ ja: text, en: text });
const node = { number: '1', level: 'policy', section: 'promotion', name: named('政策') };
const indicator = { node: '1', name: named('指標'), class: 'outcome' as const, unit: '社', kind: 'state' as const, direction: 'higher' as const };
const draft = { name: named('計画案'), firstYear: 2020, lastYear: 2029, nodes: [node] };

/** Scheme, plans and cycles. */
export function paperAttempts(opened: AccessOffice): Attempts {
  const { does, house: { installation: { states } }, plan, at } = opened;
  let count = 0;

  const newDraft = async (): Promise<string> => {
    const id = randomUUID();
    await does('other-secretariat', DraftPlan, planStream(municipality, id), draft);
    return id;
  };
  const nodeOf = async (id: string): Promise<string> => {
    const { state } = await states.fold(planDecider, planStream(municipality, id));
    return state.phase === 'absent' ? '' : [...state.nodes.keys()][0] as string;
  };
  /** On one that is a draft still. */
  const inDraft = (verb: string, body: (id: string) => Promise<object>) => ofOffice(async ({ person }) => {
    const id = await newDraft();
    return mayOf(person.post(`plans/${id}/${verb}`, await body(id)));
  });
  const takesNewerVersion = async (): Promise<number> => {
    await does('other-secretariat', AdoptScheme, schemeStream(municipality), scheme);
    return (await states.fold(schemeDecider, schemeStream(municipality))).state.versions.length;
  };
  const openedPlan = `plans/${plan}`;

  return {
    'scheme.adopt': ofOffice(({ person }) => mayOf(person.post('scheme', scheme))),
    'scheme.read': ofOffice(({ person }) => mayOf(person.get('scheme'))),
    'scheme.list-versions': ofOffice(({ person }) => mayOf(person.get('scheme/versions'))),
    'scheme.read-version': ofOffice(({ person }) => mayOf(person.get('scheme/versions/1'))),
    'scheme.read-default': ofOffice(({ person }) => mayOf(person.get('scheme/default'))),
    'sees SchemeAdopted': ofOffice(({ person }) => isShown<{ readonly versions: readonly object[] }>(
      person.get('scheme/versions'), ({ versions }) => versions.length > 0)),
    'plan.draft': ofOffice(({ person }) => mayOf(person.post('plans', draft))),
    'plan.draft-nodes': inDraft('nodes', async () => ({ nodes: [{ ...node, number: '2' }] })),
    'plan.draft-indicators': inDraft('indicators', async () => ({ indicators: [indicator] })),
    'plan.prune': inDraft('prune', async (id) => ({ nodes: [await nodeOf(id)] })),
    'plan.adopt': inDraft('adopt', async () => ({ fromYear: 2020 })),
    'plan.change-target': ofOffice(({ person }) => mayOf(person.post(`${openedPlan}/indicators/${at.own.indicator}/target`, {
      year: 2026, value: `${++count}回`, reason: 'correction', text: '訂正',
    }))),
    'plan.list': ofOffice(({ person }) => mayOf(person.get('plans'))),
    'plan.read': ofOffice(({ person }) => mayOf(person.get(openedPlan))),
    'plan.list-versions': ofOffice(({ person }) => mayOf(person.get(`${openedPlan}/versions`))),
    'plan.read-version': ofOffice(({ person }) => mayOf(person.get(`${openedPlan}/versions/1`))),
    'plan.read-indicator': ofOffice(({ person }) => mayOf(person.get(`${openedPlan}/indicators/${at.own.indicator}`))),
    'cycle.open': ofOffice(({ person }) => mayOf(person.post('cycles', {
      year: year + ++count, aboutYear: year, plans: [plan], periods: { submission: '2999-03-31' }, choose: { nodes: at.another.spares },
    }))),
    'cycle.add-sheet': ofOffice(async ({ person }) => {
      const [spare, ...rest] = at.own.spares;
      const isDone = await mayOf(person.post(`cycles/${year}/sheets`, { plan, node: spare, reason: '議会の求めによる。' }));
      if (isDone) at.own.spares.splice(0, at.own.spares.length, ...rest);
      return isDone;
    }),
    'cycle.extend': ofOffice(({ person }) => mayOf(person.post(`cycles/${year}/extensions`, {
      period: 'submission', date: `${3000 + ++count}-03-31`, for: { all: true }, reason: '災害対応のため。',
    }))),
    'cycle.take-scheme-version': ofOffice(async ({ person }) =>
      mayOf(person.post(`cycles/${year}/scheme`, { schemeVersion: await takesNewerVersion() }))),
    'cycle.read': ofOffice(({ person }) => mayOf(person.get(`cycles/${year}`))),
    'cycle.list': ofOffice(({ person }) => mayOf(person.get('cycles'))),
    'cycle.record-refusal': byRunner(async (asking) => new RecordRefusal(
      cycleStream(municipality, year), asking, { node: `node-${++count}`, code: 'node-missing' }), opened),
    'cycle.record-edition': byRunner((asking) => new RecordEdition(
      cycleStream(municipality, year), asking, { publication: randomUUID(), file: '0'.repeat(64), parts: [], leftOut: [] }), opened),
    'cycle.record-publication-refusal': byRunner((asking) => new RecordPublicationRefusal(
      cycleStream(municipality, year), asking, { publication: randomUUID(), code: 'no-sheet-final' }), opened),
  };
}
