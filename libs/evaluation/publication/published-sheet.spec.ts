import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '../../event-store/canonical-json.ts';
import type { PlanNode } from '../../plan/domain/plan.events.ts';
import type { SchemeVersion } from '../../scheme/domain/scheme.ts';
import type { FinalSheet } from '../domain/sheet.ts';
import type { SheetEvent } from '../domain/sheet.events.ts';
import { accepted, formFacts, given, saved, text, value } from '../domain/sheet-examples.ts';
import { finalisation, meetingDecided, questionAsked, toCommittee, toMeeting, version } from '../domain/stages/stage-examples.ts';
import type { OpinionBasis, OpinionGiven, SecondEvaluationConcluded } from '../domain/stage.events.ts';
import { pageText } from './page-text.ts';
import { publishedSheet, type PublishedSheetFacts } from './published-sheet.ts';

const label = (ja: string) => ({ ja, en: ja });
const node: PlanNode = {
  id: 'node-35', level: 'measure', number: '35', name: label('販路開拓'), section: 'promotion', related: [], outside: [], flags: [], texts: {}, upper: [],
};
const facts: PublishedSheetFacts = {
  ...formFacts, rows: { ...formFacts.rows, children: [] },
  municipality: { id: 'mihon', name: label('みほん市') }, scheme: version, planVersion: 2, nodes: new Map([[node.id, node]]),
  section: label('産業振興課'), department: label('産業部'), committees: new Map([['committee-1', label('評価委員会')]]),
  responses: new Map([['recommendation-1', { policy: 'follow', text: '実施します。' }]]), valueLastYear: () => undefined, below: {},
};

const basis: OpinionBasis = { handOver: 12, sheetRevision: 2, answers: [], sawOthers: false };
const opinion = (member: string, comment: string): OpinionGiven => ({
  type: 'OpinionGiven', stage: 'committee', member, opinion: { 'opinion-rating': { kind: 'rating', grade: 'a' }, comment: text(comment) }, basis,
});
const conclusion: SecondEvaluationConcluded = {
  type: 'SecondEvaluationConcluded', stage: 'committee', member: 'member-1', draftRevision: 15, toBeConfirmed: false, meeting: 'meeting-1',
  committeeRevision: 12, roster: ['member-1', 'member-2'], counted: ['member-1', 'member-2'], opinions: ['member-2', 'member-1'],
  points: [{ field: 'points', count: 3, mean: '7.5', least: '7', most: '8', spread: '0.5' }],
  conclusion: { 'conclusion-rating': { kind: 'rating', grade: 'b' }, 'conclusion-text': text('継続すべきである。') },
  recommendations: [
    { recommendation: 'recommendation-1', number: 1, text: '対象を広げること。' }, { recommendation: 'recommendation-2', number: 2, text: '周知すること。' },
  ],
  dissents: [{ member: 'member-2', text: '縮小すべきである。' }],
};
const history: readonly SheetEvent[] = [
  ...accepted, saved({ 'indicators/sales/actual': value('150社'), 'projects/fair/name': text('商談会'), 'projects/fair/checked': text('秘密の確認') }),
  { type: 'SecretariatFieldsSaved', basedOn: 0, fields: { memo: text('秘密のメモ'), verdict: text('秘密の所見') } },
  toMeeting, meetingDecided, toCommittee, { ...questionAsked, text: '秘密の質問' },
  { type: 'MemberRecused', stage: 'committee', member: 'member-3', way: 'by-oneself', reason: '秘密の理由' },
  opinion('member-1', '個人の意見その一'), opinion('member-2', '個人の意見その二'), conclusion, finalisation,
];
const sheet = given(...history).state() as FinalSheet;
const contentOf = (page: ReturnType<typeof publishedSheet>, id: string) => page.sections.flatMap(({ fields }) => fields).find((field) => field.id === id);
const publishing = (opinions: 'published' | 'never'): SchemeVersion => ({
  ...version, stages: version.stages.map((stage) => (stage.opinion ? { ...stage, opinion: { ...stage.opinion, seenBy: { public: opinions } } } : stage)),
});

describe('a published sheet', () => {
  const page = publishedSheet(sheet, facts, 'public');

  it('says what it is of, and what stands in the form as the office prints it', () => {
    expect(page).toMatchObject({
      sheet: '2026-node-35', year: 2026, aboutYear: 2025, planVersion: 2, node: { number: '35', name: label('販路開拓') }, section: label('産業振興課'),
    });
    expect(contentOf(page, 'result')).toMatchObject({ content: { text: '延べ5,653社' } });
    expect(contentOf(page, 'rating')).toMatchObject({ content: { label: { ja: '欄' } } });
    expect(contentOf(page, 'indicators')).toMatchObject({
      rows: [{ id: 'visits' }, { id: 'sales', cells: { target: { text: '200社' }, actual: { text: '150社' }, reached: { text: expect.any(String) } } }],
    });
    expect(contentOf(page, 'projects')).toMatchObject({ columns: [{ id: 'name' }, { id: 'spent' }], rows: [{ id: 'fair', cells: { name: { text: '商談会' } } }] });
  });

  it('says what each stage came to, with its recommendations and what is answered to them', () => {
    expect(page.stages).toMatchObject([
      { stage: 'meeting', decidedOn: '2026-05-18', sections: [{ fields: [{ content: { text: '継続とする。' } }] }] },
      {
        stage: 'committee', committee: label('評価委員会'), points: [{ mean: '7.5' }], dissents: ['縮小すべきである。'],
        recommendations: [{ number: 1, response: { policy: 'follow', text: '実施します。' } }, { number: 2 }],
      },
    ]);
    expect(page.stages[1]?.recommendations?.[1]).not.toHaveProperty('response');
  });

  it('never says what is the secretariat\'s, what was asked, why somebody kept out of it, or who said what', () => {
    for (const readers of ['public', 'members'] as const) {
      expect(canonicalJson(publishedSheet(sheet, facts, readers))).not.toMatch(/秘密|個人の意見|member-\d|person-\d|meeting-1/);
    }
  });

  it('has single opinions only where the scheme publishes them, without their authors and not in their order', () => {
    const opinionsIn = (seenBy: 'published' | 'never', readers: 'public' | 'members' = 'public') =>
      publishedSheet(sheet, { ...facts, scheme: publishing(seenBy) }, readers).stages[1]?.opinions;
    expect([opinionsIn('never'), opinionsIn('published', 'members')]).toEqual([undefined, undefined]);
    expect(opinionsIn('published')?.map((fields) => fields.find(({ id }) => id === 'comment')?.content))
      .toEqual([{ text: '個人の意見その一' }, { text: '個人の意見その二' }]);
  });

  it('has the same bytes however often it is made', () => {
    const again = given(...history).state() as FinalSheet;
    expect(pageText(publishedSheet(again, facts, 'public'))).toBe(pageText(page));
    expect(pageText(page)).toBe(canonicalJson(page));
  });
});

describe('for whom a field is', () => {
  const shownTo = (readers: 'public' | 'members', seenBy: object, more: object = {}) => {
    const fields = formFacts.form.fields.map((field) => (field.id === 'result' ? { ...field, ...more, seenBy } : field));
    const form = { ...formFacts.form, fields, sheetType: { ...formFacts.form.sheetType, sections: [{ id: 'all', name: label('欄'), fields }] } };
    return contentOf(publishedSheet(sheet, { ...facts, form }, readers), 'result') !== undefined;
  };

  it('is what the form says: everybody from the publication on, the members from the hand-over on', () => {
    expect([shownTo('public', {}), shownTo('members', {})]).toEqual([true, true]);
    expect([shownTo('public', { public: 'never' }), shownTo('members', { public: 'never' })]).toEqual([false, true]);
    expect([shownTo('public', { members: 'published' }), shownTo('members', { members: 'published' })]).toEqual([true, false]);
  });

  it('is nobody of what the secretariat fills in, unless the form says so', () => {
    const own = { filledBy: 'secretariat' };
    expect([shownTo('public', {}, own), shownTo('public', { public: 'published' }, own)]).toEqual([false, true]);
  });
});
