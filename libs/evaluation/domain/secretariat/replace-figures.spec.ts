import { describe, expect, it } from '@jest/globals';
import type { Asked } from '../../../kernel/asked.ts';
import type { Sheet } from '../sheet.ts';
import type { Contents } from '../sheet.events.ts';
import {
  accepted, answered, approval, approved, approvedOverChief, as, asSecretariat, atChief, atCoOwners, atManager, formFacts, given, line, opened,
  plainFacts, replaced, saved, submitted, value,
} from '../sheet-examples.ts';
import type { Correct } from './correct.ts';
import { replaceFigures } from './replace-figures.ts';

const reason = '決算の確定';
const final = { result: '5,700社' };
const replacing = (by: Asked, fields: Record<string, unknown> = final, change: Partial<Correct> = {}) => (sheet: Sheet) =>
  replaceFigures({ ...by, basedOn: 2, fields, reason, ...change }, sheet, plainFacts);
const clerk = as('clerk', 'staff');
const post = (name: string) => ({ post: name });
const money = (grants: string, own: string, settled: string) => saved({
  'costs/this-year/grants': value(grants), 'costs/this-year/own': value(own), 'costs/this-year/settled': value(settled),
} satisfies Contents);

describe('replace provisional figures', () => {
  it('records the figures with the reason, and nobody to look where nobody has decided', () => {
    given(...atChief).when(replacing(clerk)).then(replaced());
  });

  it('asks everybody to look who has decided, in the order of the line', () => {
    given(...atManager).when(replacing(clerk)).then(replaced(post('chief')));
    given(...atCoOwners, approval('co-owners', 'trade-manager')).when(replacing(clerk))
      .then(replaced(post('chief'), post('manager'), post('trade-manager')));
    given(...approved).when(replacing(asSecretariat))
      .then(replaced(post('chief'), post('manager'), post('tourism-manager'), post('trade-manager'), post('director')));
  });

  it('asks who decided for another, and not who was passed over: he has a look to come', () => {
    given(...atChief, approvedOverChief).when(replacing(clerk)).then(replaced(post('manager')));
  });

  it('asks the secretariat once it has accepted, unless it replaces them itself', () => {
    const everyPost = [post('chief'), post('manager'), post('tourism-manager'), post('trade-manager'), post('director')];
    given(...accepted).when(replacing(clerk)).then(replaced(...everyPost, { role: 'secretariat' }));
    given(...accepted).when(replacing(asSecretariat)).then(replaced(...everyPost));
  });

  it('asks nobody to look at what he replaced himself', () => {
    given(...atCoOwners).when(replacing(as('chief', 'staff'))).then(replaced(post('manager')));
  });

  it('asks a chief of two steps once', () => {
    const twice = [...line.slice(0, 2), { ...line[3], parties: [{ section: 'promotion', posts: ['chief'] }] }] as typeof line;
    given(opened, answered, { ...submitted, line: twice }, approval('chief', 'chief'), approval('manager', 'manager'),
      approval('director', 'chief', { completes: true })).when(replacing(clerk)).then(replaced(post('chief'), post('manager')));
  });

  it('forgets no look that is still owed', () => {
    given(...atManager, replaced(post('chief'))).when(replacing(as('chief', 'staff'), { staff: '12' }))
      .then({ ...replaced(post('chief')), fields: { staff: value('12') } });
    given(...accepted, replaced({ role: 'secretariat' })).when(replacing(asSecretariat, { result: '5,800社' }, { basedOn: 9 })).then({
      ...replaced(post('chief'), post('manager'), post('tourism-manager'), post('trade-manager'), post('director'), { role: 'secretariat' }),
      basedOn: 9, fields: { result: value('5,800社') },
    });
  });

  it('undoes no decision, and whoever decides next must have seen it', () => {
    expect(given(...atManager, replaced(post('chief'))).state())
      .toMatchObject({ phase: 'submitted', at: 1, approvals: [{ step: 'chief' }], changedRevision: 4, toLookAt: [post('chief')] });
  });

  it('stays quiet when nothing changes', () => {
    given(...atChief).when(replacing(clerk, { result: '延べ5,653社' })).thenNothing();
  });

  it.each([
    ['a rating', { rating: 'a' }],
    ['a text', { remark: '順調' }],
    ['a date', { begun: '2025-04-01' }],
    ['a text in a table', { 'projects/fair/name': '商談会' }],
    ['what is computed', { 'costs/this-year/labour-cost': '1' }],
  ])('refuses %s: a change of anything but a figure needs the line again', (_what, fields) => {
    given(...approved).when(replacing(clerk, fields)).thenRejected('fields-wrong', { fields: Object.keys(fields) });
  });

  it('refuses to empty what must be answered, whatever rows the plan has got since', () => {
    given(...atChief).when((sheet) => replaceFigures({ ...clerk, basedOn: 2, fields: { result: null }, reason }, sheet, formFacts))
      .thenRejected('fields-unanswered', { fields: ['result'] });
    given(...atChief).when((sheet) => replaceFigures({ ...clerk, basedOn: 2, fields: final, reason }, sheet, formFacts)).then(replaced());
  });

  it('refuses sums that would differ', () => {
    const balanced = [opened, answered, money('100円', '200円', '300円'), submitted] as const;
    given(...balanced).when(replacing(clerk, { 'costs/this-year/settled': '310円' })).thenRejected('sums-differ', {
      sums: [{ table: 'costs', row: 'this-year', balance: 'financing', left: { figure: '300', unit: '円' }, right: { figure: '310', unit: '円' } }],
    });
    given(...balanced).when(replacing(clerk, { 'costs/this-year/own': '210円', 'costs/this-year/settled': '310円' }))
      .then({ ...replaced(), fields: { 'costs/this-year/own': value('210円'), 'costs/this-year/settled': value('310円') } });
  });

  it('refuses what somebody else replaced since, and no reason', () => {
    given(...atChief, replaced()).when(replacing(clerk, { result: '5,800社' })).thenRejected('fields-changed-since');
    given(...atChief).when(replacing(clerk, final, { reason: '　' })).thenRejected('reason-missing');
  });

  it('tells the phase first, then the revision, the fields, what is unanswered, the sums, and the reason last', () => {
    given(opened, answered).when(replacing(clerk, { elsewhere: 'x' }, { basedOn: 99 })).thenRejected('wrong-phase', { phase: 'drafting' });
    given(...atChief).when(replacing(clerk, { elsewhere: 'x' }, { basedOn: 99 })).thenRejected('based-on-the-future');
    given(...atChief).when(replacing(clerk, { elsewhere: 'x', result: null })).thenRejected('fields-wrong', { fields: ['elsewhere'] });
    given(...atChief).when(replacing(clerk, { result: null, 'costs/this-year/own': '1' })).thenRejected('fields-unanswered');
    given(...atChief).when(replacing(clerk, { 'costs/this-year/own': '1' }, { reason: '' })).thenRejected('sums-differ');
  });
});
