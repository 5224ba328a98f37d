import type { Breakage } from './breakage.ts';

const scheme = 'libs/scheme/domain';
const adoptScheme = { spec: `${scheme}/adopt.spec.ts` };
const compatible = { spec: `${scheme}/compatible.spec.ts` };
const evaluate = { file: `${scheme}/formula/evaluate.ts`, spec: `${scheme}/formula/evaluate.spec.ts` };
const computing = { file: `${scheme}/computing.ts`, spec: `${scheme}/computing.spec.ts` };
const achievement = { file: 'libs/kernel/achievement.ts', spec: 'libs/kernel/achievement.spec.ts' };
const plan = 'libs/plan/domain';
const changeTarget = { spec: `${plan}/change-target.spec.ts` };
const cycle = 'libs/cycle/domain';
const choose = { file: `${cycle}/choose.ts`, spec: `${cycle}/choose.spec.ts` };

const figureBreakages: readonly Breakage[] = [
  {
    ...achievement, name: 'achievement: more is better where less should be',
    find: "direction === 'higher' ? quotient", replace: "direction !== 'higher' ? quotient",
  },
  {
    ...achievement, name: 'achievement: a mark counted as zero', find: 'if (isAbsent && rule.absentCountsAsZero !== true)',
    replace: 'if (isAbsent && rule.absentCountsAsZero === false)',
  },
  {
    ...achievement, name: 'achievement: people held against firms',
    find: "if (differ(parts, 'unit') || differ(parts, 'per'))", replace: "if (differ(parts, 'per'))",
  },
  {
    ...evaluate, name: 'formula: divided by zero', find: "return figure === undefined ? { none: 'division-by-zero' } : combine(operands, figure, ",
    replace: "return combine(operands, figure ?? '0', ",
  },
  {
    ...evaluate, name: 'formula: a mark counted as zero', find: "case 'mark':\n      return { none: 'absent', name };",
    replace: "case 'mark':\n      return { figure: '0' };",
  },
  {
    ...computing, name: 'formula: sums that differ taken for equal',
    find: 'compare(one, other) === 0;', replace: 'compare(one, other) >= 0;',
  },
];

const schemeBreakages: readonly Breakage[] = [
  {
    ...adoptScheme, name: 'scheme: levels that go round in a circle', file: `${scheme}/faults/level-faults.ts`,
    find: 'if (ring === undefined || ring.some((id) => rings.has(id))) return [];', replace: 'if (ring === undefined || ring.length > 0) return [];',
  },
  {
    ...adoptScheme, name: 'scheme: a scale with a hole', file: `${scheme}/faults/scale-faults.ts`,
    find: 'if (from === undefined) return [{ path: at,', replace: "if (from === undefined) return id !== '' ? [] : [{ path: at,",
  },
  {
    ...adoptScheme, name: 'scheme: two grades for one achievement', file: `${scheme}/faults/scale-faults.ts`,
    find: 'compare(from, better.from) < 0) return [];', replace: 'compare(from, better.from) < 9) return [];',
  },
  {
    ...adoptScheme, name: 'scheme: an approval line without a last step', file: `${scheme}/faults/approval-line-faults.ts`,
    find: "if (last === undefined) return [{ path: `${path}.steps`, message: 'an approval line needs a last step' }];",
    replace: 'if (last === undefined) return [];',
  },
  {
    ...adoptScheme, name: 'scheme: a sheet for which no line fits', file: `${scheme}/faults/approval-line-faults.ts`,
    find: '!lines.some(({ part }) => fitsEverywhere(part, id))', replace: '!lines.some(({ part }) => fitsEverywhere(part, id)) && lines.length === 0',
  },
  {
    ...adoptScheme, name: 'scheme: formulas that wait for each other', file: `${scheme}/faults/formula-faults.ts`,
    find: '    ...rings(read),\n', replace: '',
  },
  {
    ...compatible, name: 'scheme: grades changed under a running year', file: `${scheme}/compatible.ts`,
    find: 'same(grades(before), grades(after)) ? []', replace: 'before.id === after.id ? []',
  },
  {
    ...compatible, name: 'scheme: a new field that everybody must answer under a running year', file: `${scheme}/compatible-fields.ts`,
    find: 'if (part.required !== false) return fault(', replace: 'if (part.required === undefined) return fault(',
  },
];

const planBreakages: readonly Breakage[] = [
  {
    ...changeTarget, name: 'plan: a target changed on evidence that is not there', file: `${plan}/change-target.ts`,
    find: "  if (missingEvidence.length > 0) return reject('evidence-missing', { evidence: missingEvidence });\n", replace: '',
  },
  {
    ...changeTarget, name: 'plan: a target changed without a reason', file: `${plan}/change-target.ts`,
    find: "  if (isBlank(text)) return reject('target-reason-missing');\n", replace: '',
  },
  {
    ...changeTarget, name: 'plan: the old target lost', file: `${plan}/change-target.ts`,
    find: 'indicator, year, old, new: value', replace: 'indicator, year, old: null, new: value',
  },
  {
    ...changeTarget, name: 'plan: earlier changes of a target lost', file: `${plan}/plan.ts`,
    find: 'targetChanges: [...plan.targetChanges, change]', replace: 'targetChanges: [change]',
  },
  {
    name: 'plan: a sheet cited that is not for who cites it', file: 'libs/evaluation/sheet-evidence.ts', spec: 'libs/evaluation/sheet-evidence.spec.ts',
    find: ' && access.may(ReadSheet.question.name, asker, placeOf(state))', replace: ' && access !== undefined',
  },
  {
    name: 'plan: a node below one that is not there', file: `${plan}/node-drafts.ts`, spec: `${plan}/draft.spec.ts`,
    find: '[...faults, ...parentFaults(drafts, nodes, before)]', replace: 'faults',
  },
  {
    name: 'plan: adopted though its sections are gone', file: `${plan}/adopt.ts`, spec: `${plan}/adopt.spec.ts`,
    find: '    ...nodeFaults(asOnPaper(nodes), nodes, facts),\n', replace: '',
  },
];

const cycleBreakages: readonly Breakage[] = [
  { ...choose, name: 'cycle: nodes left out without a word', find: '    else leftOut.push({ plan, node, reason });\n', replace: '' },
  { ...choose, name: 'cycle: a turn that begins one too late', find: 'place % rotation.every', replace: '(place + 1) % rotation.every' },
  { ...choose, name: 'cycle: what is left out singly gets a sheet', find: '    if (reason !== undefined) return reason;\n', replace: '' },
  {
    name: 'cycle: opened with a deadline that is over', file: `${cycle}/periods.ts`, spec: `${cycle}/open.spec.ts`,
    find: 'else if (deadline.at < now)', replace: "else if (deadline.at < '' && now > '')",
  },
  {
    name: 'cycle: extended to a day that is over', file: `${cycle}/extend.ts`, spec: `${cycle}/extend.spec.ts`,
    find: 'else if (deadline.at < command.now)', replace: "else if (deadline.at < '')",
  },
  {
    name: 'cycle: a deadline shortened', file: `${cycle}/extend.ts`, spec: `${cycle}/extend.spec.ts`,
    find: 'deadline.at <= inForce.at', replace: "deadline.at <= ''",
  },
  {
    name: 'cycle: a scheme that asks more taken under a running year', file: `${cycle}/take-scheme-version.ts`, spec: `${cycle}/take-scheme-version.spec.ts`,
    find: "  if (faults.length > 0) return reject('scheme-hardened', { faults });\n", replace: '',
  },
  {
    name: 'cycle: a second sheet for a node', file: `${cycle}/add-sheet.ts`, spec: `${cycle}/add-sheet.spec.ts`,
    find: 'if (cycle.nodes.some((one) => one.node === node) && ', replace: "if (cycle.nodes.some((one) => one.node === '') && ",
  },
];

export const yearBreakages: readonly Breakage[] = [...figureBreakages, ...schemeBreakages, ...planBreakages, ...cycleBreakages];
