import type { Breakage } from './breakage.ts';

const domain = 'libs/evaluation/domain';
const line = `${domain}/approval-line`;
const approve = { spec: `${line}/approve.spec.ts` };
const approveOver = { file: `${line}/turn-on.ts`, spec: `${line}/approve-over.spec.ts` };
const forAbsent = { file: `${line}/turn-on.ts`, spec: `${line}/approve-for-absent.spec.ts` };
const sendBack = { spec: `${line}/send-back.spec.ts` };
const decisions = { file: `${domain}/sheet-decisions.ts` };
const life = { file: `${domain}/sheet-life.ts` };
const submit = { spec: `${domain}/first-evaluation/submit.spec.ts` };
const inForce = { file: 'libs/cycle/domain/cycle.ts', spec: 'libs/cycle/domain/extend.spec.ts' };

const decisionBreakages: readonly Breakage[] = [
  {
    ...approve, ...life, name: 'evaluation: approved without being submitted',
    find: "submit: ['submitted'], transfer", replace: "submit: ['submitted'], approve: ['submitted'], transfer",
  },
  {
    ...life, name: 'evaluation: accepted before the line has decided', spec: `${domain}/secretariat/accept.spec.ts`,
    find: "'take-back': ['drafting'], approve:", replace: "'take-back': ['drafting'], accept: ['accepted'], approve:",
  },
  {
    ...approve, name: 'line: whoever is on it approves out of turn', file: `${line}/line.ts`,
    find: '.find(({ posts }) => post !== undefined && posts.includes(post))', replace: '.find(() => post !== undefined)',
  },
  {
    ...approve, file: `${line}/round.ts`, name: 'line: 合議 is done when one party has agreed',
    find: 'parties.every((party) =>', replace: 'parties.some((party) =>',
  },
  {
    ...approve, name: 'line: approved by who has not seen the last change', file: `${line}/deciding.ts`,
    find: 'if (basedOn < changedRevision)', replace: 'if (basedOn < 0)',
  },
  {
    ...approve, name: 'line: figures replaced that nobody who decides needs to have seen', file: `${domain}/sheet.ts`,
    find: 'return { ...replaced(sheet, event), changedRevision, fields:', replace: 'return { ...replaced(sheet, event), fields:',
  },
  { ...forAbsent, name: 'line: 代決 of any step', find: '!isLast(round, step) || ', replace: '' },
  { ...forAbsent, name: 'line: 代決 by who stands on no earlier step', find: '!stands || ', replace: '' },
  { ...forAbsent, name: 'line: 代決 for oneself', find: 'isHolder || ', replace: '' },
  {
    ...approveOver, name: 'line: 引上げ tells nobody who was passed over',
    find: 'absent: passed.flatMap((one) => undecided(one, approvals))', replace: 'absent: []',
  },
  { ...approveOver, name: 'line: 引上げ from any step', find: 'place > at && !step', replace: 'place !== at && !step' },
  {
    ...approveOver, name: 'line: 引上げ without a reason',
    find: "  if (way !== 'in-turn' && isBlank(reason)) return reject('reason-missing');\n", replace: '',
  },
  { ...approveOver, name: 'line: 引上げ over another section', find: 'one.ofCoOwners || openPartyOf', replace: 'openPartyOf' },
  { ...approveOver, name: 'line: 引上げ by another section', find: ' && !step.ofCoOwners', replace: '' },
  { ...forAbsent, name: 'line: 代決 by another section', find: 'findLast(({ ofCoOwners }) => !ofCoOwners)', replace: 'findLast(() => true)' },
  {
    ...approveOver, ...decisions, name: 'line: whoever was passed over owes no look afterwards',
    find: 'const toReview = [...sheet.toReview, ...absent];', replace: 'const { toReview } = sheet;',
  },
  {
    name: 'line: 後閲 done by somebody else', file: `${line}/review-afterwards.ts`, spec: `${line}/review-afterwards.spec.ts`,
    find: 'post !== undefined && posts.includes(post)', replace: 'post !== undefined && posts.length > 0',
  },
  {
    ...sendBack, name: 'evaluation: sent back without a reason', file: `${line}/send-back.ts`,
    find: 'if (isBlank(reason))', replace: 'if (reason === undefined)',
  },
  {
    ...sendBack, ...decisions, name: 'evaluation: an earlier reason lost',
    find: 'const reasons = [...sheet.sentBack, {', replace: 'const reasons = [{',
  },
  {
    ...sendBack, name: 'line: sent back to a later step', file: `${line}/send-back.ts`,
    find: 'decided.line.slice(0, decided.at)', replace: 'decided.line.slice(0)',
  },
  {
    ...sendBack, ...decisions, name: 'line: decisions that stand after the sheet was sent back behind them',
    find: 'sheet.approvals.filter(({ step }) => still.has(step));', replace: 'sheet.approvals;',
  },
  {
    name: 'line: taken back after somebody has decided', file: `${domain}/first-evaluation/take-back.ts`, spec: `${domain}/first-evaluation/take-back.spec.ts`,
    find: 'submitted.approvals.length > 0', replace: 'submitted.approvals.length < 0',
  },
  {
    name: 'line: a last step that nobody holds', file: `${line}/line.ts`, spec: `${line}/line.spec.ts`,
    find: 'parties.length !== 1', replace: 'parties.length > 1',
  },
];

const lateBreakages: readonly Breakage[] = [
  {
    ...submit, name: 'evaluation: a late submission does not say so', file: `${domain}/judge.ts`,
    find: 'late: now > deadline.at', replace: 'late: now > deadline.at && cycleRevision < 0',
  },
  {
    name: 'cycle: the deadline compared in the wrong time zone', file: 'libs/cycle/domain/deadline.ts', spec: 'libs/cycle/domain/open.spec.ts',
    find: 'T23:59:59.999+09:00', replace: 'T23:59:59.999Z',
  },
  {
    name: 'lateness: today is what it is in London', file: 'libs/kernel/day.ts', spec: 'libs/kernel/day.spec.ts',
    find: 'const hoursAheadOfUtc = 9;', replace: 'const hoursAheadOfUtc = 0;',
  },
  {
    ...inForce, name: 'lateness: an extension that changes nothing',
    find: 'return [...own, ...reaching].map', replace: 'return [...own].map',
  },
  {
    ...inForce, name: 'lateness: an extension for another department that reaches',
    find: 'extendedFor.department === department', replace: "extendedFor.department !== '' && department !== ''",
  },
  {
    ...inForce, name: 'lateness: an extension for another sheet that reaches',
    find: 'extendedFor.node === node', replace: "extendedFor.node !== '' && node !== ''",
  },
  {
    ...inForce, name: 'lateness: the earliest of several deadlines holds',
    find: 'one.at < other.at ? 1 : -1', replace: 'one.at < other.at ? -1 : 1',
  },
];

export const lineBreakages: readonly Breakage[] = [...decisionBreakages, ...lateBreakages];
