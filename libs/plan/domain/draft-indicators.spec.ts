import { describe, it } from '@jest/globals';
import { draftIndicators } from './draft-indicators.ts';
import type { IndicatorDraft } from './indicator-drafts.ts';
import { adopted, asked, companies, companiesIndicator, drafted, given, inDraft, indicatorsDrafted, nodesDrafted } from './plan-examples.ts';

const drafting = (...indicators: readonly IndicatorDraft[]) => (state: Parameters<typeof draftIndicators>[1]) =>
  draftIndicators({ ...asked, indicators }, state);
const kept = { ...companiesIndicator, id: 'kept' };

describe('draft indicators', () => {
  it('adds indicators to the nodes that are there', () => {
    given(drafted, nodesDrafted).when(drafting(companies)).then(indicatorsDrafted);
  });

  it('takes the place of an indicator by its number in its node, or by its id', () => {
    given(drafted, nodesDrafted, { ...indicatorsDrafted, indicators: [kept] }).when(drafting(companies)).then({ ...indicatorsDrafted, indicators: [kept] });
    given(drafted, nodesDrafted, { ...indicatorsDrafted, indicators: [kept] }).when(drafting({ ...companies, id: 'kept', number: '2', node: '3' }))
      .then({ ...indicatorsDrafted, indicators: [{ ...kept, number: '2', node: 'id of 3' }] });
    given(...inDraft).when(drafting({ ...companies, node: '3' })).then({ ...indicatorsDrafted, indicators: [{ ...companiesIndicator, node: 'id of 3' }] });
  });

  it('refuses what is there already, and what points nowhere', () => {
    const { number: _number, ...unnumbered } = companies;
    given(drafted, nodesDrafted, { ...indicatorsDrafted, indicators: [kept] })
      .when(drafting({ ...unnumbered, id: 'gone' }, { ...companies, node: '3', id: 'kept' }, { ...unnumbered, id: 'kept' }, { ...companies, node: '4' }))
      .thenRejected('plan-faulty', {
        faults: [
          { path: 'indicators[0].id', message: 'there is no indicator gone' },
          { path: 'indicators[2].id', message: 'kept is there already' },
          { path: 'indicators[3].node', message: 'there is no node 4' },
        ],
      });
  });

  it('refuses once the plan is adopted', () => {
    given(...inDraft, adopted).when(drafting(companies)).thenRejected('plan-exists', { planVersion: 1 });
  });
});
