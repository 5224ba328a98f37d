import type { Breakage } from './breakage.ts';

const firstEvaluation = 'libs/evaluation/domain/first-evaluation';
const deadline = { file: 'libs/cycle/domain/deadline.ts', spec: 'libs/cycle/domain/open.spec.ts' };

export const roomBreakages: readonly Breakage[] = [
  {
    ...deadline, name: 'cycle: the deadline compared in the wrong time zone',
    find: 'T23:59:59.999+09:00', replace: 'T23:59:59.999Z',
  },
  {
    name: 'evaluation: a late submission does not say so', file: `${firstEvaluation}/submit.ts`, spec: `${firstEvaluation}/submit.spec.ts`,
    find: 'late: command.now > deadline.at', replace: 'late: command.now > deadline.at && sheet.late === true',
  },
  {
    name: 'evaluation: a required field forgotten', file: `${firstEvaluation}/submit.ts`, spec: `${firstEvaluation}/submit.spec.ts`,
    find: 'field.required && !isAnswered', replace: 'field.required && field.kind !== \'value\' && !isAnswered',
  },
  {
    name: 'evaluation: the later of two overwrites a field', file: `${firstEvaluation}/save.ts`, spec: `${firstEvaluation}/save.spec.ts`,
    find: 'saved.revision > basedOn', replace: 'saved.revision < basedOn',
  },
  {
    name: 'evaluation: a conflict about the sheet, not about fields', file: `${firstEvaluation}/save.ts`, spec: `${firstEvaluation}/save.spec.ts`,
    find: 'if (basedOn > drafting.revision)', replace: 'if (basedOn !== drafting.revision)',
  },
  {
    name: 'evaluation: approved without being submitted', file: `${firstEvaluation}/approve.ts`, spec: `${firstEvaluation}/approve.spec.ts`,
    find: "inPhase(sheet, 'submitted')", replace: "inPhase(sheet, sheet.phase)",
  },
  {
    name: 'evaluation: sent back without a reason', file: `${firstEvaluation}/send-back.ts`, spec: `${firstEvaluation}/send-back.spec.ts`,
    find: "if (reason.trim() === '')", replace: "if (reason === undefined)",
  },
  {
    name: 'evaluation: an earlier reason lost', file: 'libs/evaluation/domain/sheet.ts', spec: `${firstEvaluation}/send-back.spec.ts`,
    find: 'sentBack: [...sheet.sentBack, sendingBack]', replace: 'sentBack: [sendingBack]',
  },
  {
    name: 'evaluation: a list of everybody\'s sheets', file: 'libs/evaluation/reads/sheets/list-sheets.ts', spec: 'test/journeys/first-evaluation.spec.ts',
    find: 'page.push(...rows.filter(may));', replace: 'page.push(...rows);',
  },
  {
    name: 'evaluation: a stream of everybody\'s changes', file: 'libs/evaluation/http/changes.controller.ts', spec: 'test/journeys/changes.spec.ts',
    find: '.pipe(filter(Boolean), map(() => event))', replace: '.pipe(map(() => event))',
  },
  {
    name: 'evaluation: the rights of another section\'s approver', file: 'libs/evaluation/commands.ts', spec: 'test/access.spec.ts',
    find: "name: 'evaluation.approve', decider: sheetDecider, belongsTo: placeOf,",
    replace: "name: 'evaluation.approve', decider: sheetDecider, belongsTo: () => ({ section: 'promotion' }),",
  },
  {
    name: 'evaluation: a working copy that everybody finds', file: 'libs/evaluation/working-copy/working-copy.handlers.ts',
    spec: 'test/journeys/working-copy.spec.ts', find: 'const { municipality, post } = asker;', replace: "const { municipality } = asker;\n    const post = 'any';",
  },
];
