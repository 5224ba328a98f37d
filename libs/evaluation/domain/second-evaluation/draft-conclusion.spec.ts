import { describe, expect, it } from '@jest/globals';
import { asked, asSecretariat, given } from '../sheet-examples.ts';
import type { Sheet } from '../sheet.ts';
import { atMeeting, concluded, handedOver } from '../stages/stage-examples.ts';
import { draftConclusion, type DraftConclusion } from './draft-conclusion.ts';
import { drafted, facts, proposed, recused, withGroup } from './second-evaluation-examples.ts';

const conclusion = { 'conclusion-rating': 'b' };
const drafting = (change: Partial<DraftConclusion> = {}) => (sheet: Sheet) =>
  draftConclusion({ ...asSecretariat, conclusion, recommendations: [], dissents: [], ...change }, sheet, facts);
const [first, second] = drafted.recommendations as [typeof drafted.recommendations[number], typeof drafted.recommendations[number]];
const named = ({ recommendation, text }: typeof first) => ({ recommendation, text });
const asItIs = { recommendations: [named(first), named(second)], dissents: drafted.dissents, revises: 10 };

describe('draft a conclusion', () => {
  it('records what it says, with the recommendations numbered and called by new ids', () => {
    given(...handedOver).when(drafting({
      conclusion: { ...conclusion, 'conclusion-text': null }, recommendations: [{ text: first.text }, { text: second.text }], dissents: drafted.dissents,
    })).then({
      ...drafted,
      recommendations: [
        { ...first, recommendation: 'id of recommendation 1' }, { ...second, recommendation: 'id of recommendation 2' },
      ],
    });
  });

  it('keeps the ids of those that were drafted before, in whatever order they come now', () => {
    given(...handedOver, drafted).when(drafting({ revises: 10, recommendations: [{ text: '新しい提言' }, { ...named(first), text: '改めた提言' }] })).then({
      ...drafted, dissents: [],
      recommendations: [
        { recommendation: 'id of recommendation 1', number: 1, text: '新しい提言' }, { ...first, number: 2, text: '改めた提言' },
      ],
    });
  });

  it('stays quiet when nothing differs', () => {
    given(...handedOver, drafted).when(drafting(asItIs)).thenNothing();
  });

  it.each([
    ['the conclusion', { conclusion: { 'conclusion-rating': 'a' } }],
    ['the order', { recommendations: asItIs.recommendations.toReversed() }],
    ['a text', { recommendations: [{ ...named(first), text: '改めた提言' }, named(second)] }],
    ['a dissent', { dissents: [] }],
  ])('records another one where %s differs', (_what, change) => {
    expect(draftConclusion({ ...asSecretariat, conclusion, ...asItIs, ...change }, given(...handedOver, drafted).state(), facts))
      .toMatchObject({ kind: 'accepted', events: [{ type: 'ConclusionDrafted' }] });
  });

  it('overwrites no draft that was not on screen', () => {
    given(...handedOver, drafted).when(drafting()).thenRejected('sheet-changed-since', { revision: 10, by: asked.by, at: asked.now });
    given(...handedOver, drafted, drafted).when(drafting({ revises: 10 })).thenRejected('sheet-changed-since', { revision: 11, by: asked.by, at: asked.now });
    given(...handedOver).when(drafting({ revises: 10 })).thenRejected('sheet-changed-since');
  });

  it('refuses, in this order', () => {
    const dissent = (member: string) => [{ member, text: ' ' }];
    const wrong = { dissents: dissent('member-4'), revises: 3, conclusion: { elsewhere: 'x' }, recommendations: [{ recommendation: 'foreign', text: ' ' }] };
    const recommendations = [...wrong.recommendations, ...asItIs.recommendations, ...asItIs.recommendations];
    given(...concluded).when(drafting(wrong)).thenRejected('wrong-phase');
    given(...atMeeting).when(drafting(wrong)).thenRejected('not-before-committee');
    given(...proposed, recused('member-4')).when(drafting(wrong)).thenRejected('concluded-already');
    given(...handedOver, recused('member-4')).when(drafting(wrong)).thenRejected('recused', { member: 'member-4' });
    given(...handedOver).when(drafting(wrong)).thenRejected('not-a-member', { member: 'member-4' });
    given(...withGroup).when(drafting({ ...wrong, dissents: dissent('member-1') })).thenRejected('not-a-member', { member: 'member-1' });
    given(...handedOver, drafted).when(drafting({ ...wrong, dissents: dissent('member-2') })).thenRejected('sheet-changed-since');
    given(...handedOver, drafted).when(drafting({ ...wrong, dissents: [], revises: 10 })).thenRejected('fields-wrong', { fields: ['elsewhere'] });
    given(...handedOver, drafted).when(drafting({ ...wrong, dissents: [], revises: 10, conclusion: {} })).thenRejected('fields-unanswered');
    given(...handedOver, drafted).when(drafting({ revises: 10, recommendations }))
      .thenRejected('recommendation-unknown', { recommendations: ['foreign', 'recommendation-a', 'recommendation-b'] });
    given(...handedOver).when(drafting({ recommendations: [{ text: '　' }] })).thenRejected('text-missing');
    given(...handedOver).when(drafting({ dissents: dissent('member-2') })).thenRejected('text-missing');
  });
});
