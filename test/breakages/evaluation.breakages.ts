import type { Breakage } from './breakage.ts';

const domain = 'libs/evaluation/domain';
const reads = 'libs/evaluation/reads';
const changes = { file: `${domain}/content/changes.ts`, spec: `${domain}/content/changes.spec.ts` };
const unanswered = { file: `${domain}/content/unanswered.ts`, spec: `${domain}/content/unanswered.spec.ts` };
const submit = { file: `${domain}/first-evaluation/submit.ts`, spec: `${domain}/first-evaluation/submit.spec.ts` };
const copyLastYear = { file: `${domain}/first-evaluation/copy-last-year.ts`, spec: `${domain}/first-evaluation/copy-last-year.spec.ts` };
const correct = { file: `${domain}/secretariat/correct.ts`, spec: `${domain}/secretariat/correct.spec.ts` };
const replaceFigures = { file: `${domain}/secretariat/replace-figures.ts`, spec: `${domain}/secretariat/replace-figures.spec.ts` };
const visibility = { file: `${domain}/content/visibility.ts`, spec: `${domain}/content/visibility.spec.ts` };
const search = { file: `${reads}/sheets/matching.ts`, spec: `${reads}/sheets/sheets.spec.ts` };
const watching = { file: 'libs/evaluation/http/changes.controller.ts', spec: 'libs/evaluation/http/changes.spec.ts' };

const writingBreakages: readonly Breakage[] = [
  { ...changes, name: 'evaluation: the later of two overwrites a field', find: 'saved.revision > basedOn', replace: 'saved.revision < basedOn' },
  {
    ...changes, name: 'evaluation: a conflict about the sheet, not about fields',
    find: 'if (basedOn > sheet.revision)', replace: 'if (basedOn !== sheet.revision)',
  },
  {
    ...changes, name: 'evaluation: the section writes into the fields of the secretariat',
    find: ' && may(question) ?', replace: ' && may !== undefined ?',
  },
  {
    ...unanswered, name: 'evaluation: a required field forgotten',
    find: "typeof required === 'boolean' ? required : holds(required, sheet)", replace: "typeof required !== 'boolean' && holds(required, sheet)",
  },
  {
    ...unanswered, name: 'evaluation: what a condition requires forgotten',
    find: "typeof required === 'boolean' ? required : holds(required, sheet)", replace: "typeof required === 'boolean' && required",
  },
  {
    ...unanswered, name: 'evaluation: cells of a table that nobody needs to fill in',
    find: "filledByOf(column, table) === 'section' && isRequired(sheet, column)", replace: "filledByOf(column, table) === 'section' && table.id === ''",
  },
  {
    ...submit, name: 'evaluation: submitted with sums that differ',
    find: "  if (differing.length > 0) return reject('sums-differ', { sums: differing });\n", replace: '',
  },
  { ...submit, name: 'evaluation: submitted to a line without an end', find: '  if (isRejected(line)) return line;\n', replace: '' },
  { ...copyLastYear, name: 'evaluation: copied from another node', find: 'source.node !== drafting.node || ', replace: '' },
  { ...copyLastYear, name: 'evaluation: copied from a year to come', find: ' || source.year >= drafting.year', replace: '' },
  {
    name: 'evaluation: thousands of yen taken for yen', file: `${domain}/content/money.ts`, spec: `${domain}/content/money.spec.ts`,
    find: "['', 3]", replace: "['', 0]",
  },
];

const secretariatBreakages: readonly Breakage[] = [
  {
    name: 'evaluation: 移管 keeps the line of the other section', file: `${domain}/sheet.ts`, spec: `${domain}/secretariat/transfer.spec.ts`,
    find: 'department: event.department, linePosts: [] };', replace: 'department: event.department };',
  },
  {
    ...replaceFigures, name: 'evaluation: 差替え of a rating',
    find: "field.kind === 'value' && filledBy", replace: "field.kind !== 'date' && filledBy",
  },
  {
    ...replaceFigures, name: 'evaluation: 差替え at which nobody is asked to look',
    find: "toBeLookedAtBy: deciders(decided, decided.phase === 'accepted', command)", replace: 'toBeLookedAtBy: []',
  },
  {
    ...replaceFigures, name: 'evaluation: 差替え that takes away a look that was owed',
    find: 'return [...lookers, ...toLookAt.filter(', replace: 'return [...lookers, ...toLookAt.slice(toLookAt.length).filter(',
  },
  { ...replaceFigures, name: 'evaluation: 差替え without a reason', find: "  if (isBlank(reason)) return reject('reason-missing');\n", replace: '' },
  {
    ...replaceFigures, name: 'evaluation: 差替え after which sums differ',
    find: "  if (differing.length > 0) return reject('sums-differ', { sums: differing });\n", replace: '',
  },
  {
    ...correct, name: 'evaluation: 軽微な修正 of a figure',
    find: "field.kind === 'date') && filledBy", replace: "field.kind === 'date' || field.kind === 'value') && filledBy",
  },
  { ...correct, name: 'evaluation: 軽微な修正 without a reason', find: "  if (isBlank(reason)) return reject('reason-missing');\n", replace: '' },
  {
    name: 'evaluation: blanks taken for a reason', file: 'libs/kernel/blank.ts', spec: `${domain}/secretariat/void.spec.ts`,
    find: ' || !/[^\\s\\p{Cc}\\p{Cf}\\p{Cn}\\p{Cs}]/u.test(text)', replace: '',
  },
];

const seeingBreakages: readonly Breakage[] = [
  {
    name: 'reads: the seeing filter left out of a history', file: 'libs/platform/access/sight.ts', spec: 'libs/platform/access/sight.spec.ts',
    find: '      if (!access.sees(header.type, asker, thing)) return undefined;\n', replace: '',
  },
  {
    name: 'seeing: what a room hides inside an event told all the same', file: 'libs/platform/access/sight.ts', spec: 'libs/platform/access/sight.spec.ts',
    find: 'eye === undefined ? event : eye(event, header)', replace: 'eye === null ? undefined : event',
  },
  {
    ...visibility, name: 'seeing: the memo of the secretariat',
    find: "if (viewer === 'records') return event;", replace: "if (viewer !== 'records' || form !== undefined) return event;",
  },
  {
    ...visibility, name: 'seeing: a hidden column of a table that is shown',
    find: 'seesField(viewer, column, phase, of);', replace: 'of.id !== column.id;',
  },
  {
    ...visibility, name: 'seeing: a comment on a hidden field',
    find: 'event.comments.filter(({ field }) => sees(field))', replace: 'event.comments',
  },
  { ...visibility, name: 'seeing: a file at a hidden field', find: 'sees(event.field) ? event : undefined', replace: 'event' },
  {
    ...visibility, name: 'seeing: what is shown once it is accepted shown before',
    find: "approved: ['always', 'submitted'],", replace: "approved: ['always', 'submitted', 'accepted'],",
  },
  {
    ...search, name: 'seeing: a search that tells what stands in hidden fields', test: 'a search',
    find: 'stream === row.stream && await forms.sees(viewer, row, address)', replace: 'stream === row.stream',
  },
  {
    ...search, name: 'seeing: a hidden rating in the list', test: 'a search',
    find: 'row !== undefined && await forms.sees(viewer, row, address)', replace: 'row !== undefined',
  },
  {
    ...search, name: 'evaluation: a list of everybody\'s sheets', file: 'libs/evaluation/access.ts', test: 'the list of sheets',
    find: "...mayAsk('evaluation.list-sheets', readers),", replace: "...mayAsk('evaluation.list-sheets', theOffice),",
  },
  {
    ...watching, name: 'evaluation: a stream of everybody\'s changes',
    find: '    if (!this.access.may(WatchChanges.question.name, asker, place)) return nothing;\n'
      + '    if ((await this.sight.of(asker, sheetDecider, stream, place))(event.stored) === undefined) return nothing;\n', replace: '',
  },
  {
    ...watching, name: 'seeing: a change told of which nothing is seen',
    find: '    if ((await this.sight.of(asker, sheetDecider, stream, place))(event.stored) === undefined) return nothing;\n', replace: '',
  },
  {
    ...watching, name: 'seeing: changes told to whom has left',
    find: '    if (asker === undefined) return over;\n', replace: '    if (asker === undefined) return { type: \'beat\', data: \'\' };\n',
  },
  {
    name: 'seeing: a hidden field on the sheet itself', file: 'libs/evaluation/seeing.ts', spec: `${reads}/one-sheet/sheet.spec.ts`,
    find: "role === 'secretariat' || role === 'auditor' ?", replace: "role !== 'operator' ?",
  },
  {
    name: 'evaluation: the rights of another section\'s approver', file: 'libs/evaluation/commands.ts', spec: 'test/access.spec.ts',
    test: 'evaluation.(approve|save|submit)$', find: 'belongsTo: placeOf }', replace: "belongsTo: () => ({ section: 'promotion', posts: ['approver'] }) }",
  },
  {
    name: 'evaluation: a working copy that everybody finds', file: 'libs/evaluation/working-copy/working-copy.handlers.ts',
    spec: 'test/journeys/working-copy.spec.ts', find: 'const { municipality, post } = asker;', replace: "const { municipality } = asker;\n    const post = 'any';",
  },
];

const listBreakages: readonly Breakage[] = [
  {
    name: 'duties: kept when they are done', file: `${reads}/duties/duties.model.ts`, spec: `${reads}/duties/duties.spec.ts`, test: 'duties on a sheet',
    find: 'if (!(name in after)) close(rows, duty);', replace: 'if (name in after) close(rows, duty);',
  },
  {
    name: 'duties: everybody\'s told to everybody', file: `${reads}/duties/list-duties.ts`, spec: `${reads}/duties/duties.spec.ts`,
    find: 'AND ower IN (SELECT value FROM json_each(@owers)) AND', replace: "AND (ower <> '' OR @owers = '') AND",
  },
  {
    name: 'progress: a sheet counted wherever it has been', file: `${reads}/progress/progress.model.ts`, spec: `${reads}/progress/progress.spec.ts`,
    find: '    if (before !== undefined) count(rows, municipality, before.sheet, -1);\n', replace: '',
  },
  {
    name: 'to-do: a sheet that was added is never opened', file: `${reads}/sheets-to-open/sheets-to-open.ts`,
    spec: `${reads}/sheets-to-open/sheets-to-open.spec.ts`, find: 'SheetAdded: (rows, { node }, header) => ask(rows, node, header),', replace: '',
  },
];

export const evaluationBreakages: readonly Breakage[] = [...writingBreakages, ...secretariatBreakages, ...seeingBreakages, ...listBreakages];
