import { docx, jpeg, pdf, png, zipOf } from '../../libs/platform/attachments/testing/given-files.ts';
import { deriveUuid } from '../../libs/platform/commands/command-id.ts';
import { systemClock } from '../../libs/kernel/clock.ts';
import { fiscalYearAt } from '../../libs/kernel/fiscal-year.ts';
import { municipality, schemeOf, spare, stages, textFields, year, yearOf, type FoundedOffice } from './founded-office.ts';
import type { KnownThings } from './hostile-requests.ts';
import type { Learned } from './courses.ts';

export const spares = 60;
export const ranks = ['chief', 'manager'];
/** People of whom nothing is there but a name. */
export const sparePeople = Array.from({ length: spares }, (_, index) => deriveUuid('6d656775-7269-4000-8000-000000000003', 'person', String(index)));

const spareIds = Array.from({ length: spares }, (_, index) => spare(index));
const days = (of: number, count: number) => Array.from({ length: count }, (_, index) => `${of + Math.floor(index / 12)}-${String(index % 12 + 1).padStart(2, '0')}-01`);

/** Schemes that a year can go on under. */
const schemes = Array.from({ length: 5 }, (_, index) => {
  const { sheetTypes: [sheetType], ...scheme } = schemeOf(ranks, stages);
  const more = { id: `more-${index}`, kind: 'text', label: { ja: '追加の欄', en: 'One more' }, required: false };
  const sections = sheetType?.sections.map((section) => ({ ...section, fields: [...section.fields, more] }));
  return { ...scheme, sheetTypes: [{ ...sheetType, sections }] };
});

/** Where something ends or is given away, it is one of the spare things, or nobody would be left to ask. */
export function knownThings(office: FoundedOffice, learned: Learned): KnownThings {
  const { plans, appointments, account } = learned;
  const sections = Object.keys(office.sheets);
  const sheets = Object.values(office.sheets).flat();
  const members = (office.committee?.members ?? []).map(({ member }) => member);
  const revisions = Array.from({ length: 40 }, (_, revision) => revision);
  const thisYear = fiscalYearAt(systemClock.now());
  const newIds = Array.from({ length: 500 }, (_, index) => `new-${index}`);
  return {
    inPaths: {
      municipality: [municipality], sheet: sheets, plan: plans, indicator: office.indicators, year: [year], version: [1],
      department: spareIds, section: spareIds, post: spareIds, appointment: appointments, person: sparePeople,
      committee: learned.committees, member: learned.memberships, meeting: learned.meetings, question: learned.questions, edition: [1, 2],
      recommendation: learned.recommendations, proposal: learned.proposals,
    },
    inBodies: {
      basedOn: Array.from({ length: 30 }, (_, index) => Math.max(0, index - 20)), field: [...textFields, 'attainment', 'settled', 'nothing'],
      typed: ['a', 'b', '延べ5,653社', '△3.2％', '', '－', '順調'], fields: [...textFields],
      'SaveFieldsBody.fields': [{ memo: '事務局より' }, { opinion: '順調' }, { settled: '100円' }, { attainment: 'a' }, {}],
      'WorkingCopyBody.fields': [{ opinion: '下書き' }, { settled: null }, {}],
      'ChangeFieldsBody.fields': [{ remark: '訂正' }, { settled: '200円' }],
      level: ['measure'], levels: ['measure'], section: sections, related: sections, texts: [{}], outside: ['商工会'],
      number: ['1', '2', '3', '1-1', '4', '5', '6', '7'], parent: ['1', '2'], firstYear: [2024], lastYear: [2029], 'YearValueBody.year': [2024, 2025, 2026, 2027, 2028],
      'IndicatorBody.node': ['1', '2', '3', '1-1', '4', '5', '6', '7'], 'UpperNodeBody.plan': [office.plan], 'UpperNodeBody.node': office.nodes,
      'ChangeTargetBody.year': [2025, 2026, 2027], 'TargetEvidenceBody.sheet': sheets, 'TargetEvidenceBody.revision': [0],
      'OpenCycleBody.year': [year, year + 1, year + 2, 1927, 9999], aboutYear: [year - 1], plans: [office.plan], 'ChooseBody.nodes': office.nodes,
      submission: ['2999-03-31'], approval: ['2999-04-30'], acceptance: ['2999-05-31'], every: [2, 3], turn: [0, 1], 'LeaveOutBody.node': office.leftOut,
      plan: [office.plan], 'AddSheetBody.node': office.leftOut, 'ExtendedForBody.node': office.nodes, 'ExtendDeadlineBody.date': days(3000, 120),
      period: ['submission', 'submission', 'submission', 'approval'], schemeVersion: Array.from({ length: 40 }, (_, index) => index + 1),
      id: newIds, department: ['department'], into: ['department', sections[0]], departments: spareIds, sections: spareIds, sectionsTo: ['department'],
      postsTo: [sections[0]], fromYear: [thisYear, thisYear - 1], rank: ranks, 'OwnDayBody.date': days(2026, 24),
      'AppointBody.post': spareIds, person: sparePeople, from: ['2026-04-01', '2027-04-01'], to: ['2999-03-31', '2998-03-31'],
      'CopyLastYearBody.from': sheets, 'SendBackBody.to': ['section', 'chief'], decidedOn: ['2026-06-01'],
      committee: [office.committee?.committee], stage: ['committee', 'mayor'], member: learned.memberships, chair: learned.memberships, deputy: learned.memberships,
      subgroup: [office.committee?.subgroup], meeting: learned.meetings, parts: [1, 2], of: [2, 3], on: ['2026-04-01'], until: ['2026-04-30'],
      decision: [{ decided: '継続' }, {}], opinion: [{ points: '5' }, { points: '10', thought: '妥当' }, {}, ...['７．５', '1e400', '-0', '0.3', '11'].map((points) => ({ points })), { points: 7 }], conclusion: [{ view: '妥当' }, {}],
      receivedOn: ['2026-04-01'], proposals: learned.proposals, 'ReopenBody.to': ['committee', 'mayor', 'section'], about: textFields,
      ...Object.fromEntries(['Exclude', 'EnterOpinion', 'ConfirmOpinion', 'Dissent'].map((body) => [`${body}Body.member`, members])),
      ...Object.fromEntries(['GiveOpinion', 'ConfirmOpinion', 'Conclude', 'HandOver', 'Finalise', 'ApproveAnswer'].map((body) => [`${body}Body.basedOn`, revisions])),
      'ConcludeBody.meeting': learned.held, 'ConfirmConclusionBody.meeting': learned.held,
      'PersonToNameBody.id': sparePeople, 'SignInBody.login': account.logins, 'SignInBody.password': account.passwords,
    },
    queries: {
      '/files': [...Array.from({ length: 24 }, () => '?field=papers&name=a.pdf'), '?field=papers&name=%E5%9B%B3.png', '?field=papers&name=a.docx', '?field=papers&name=a.txt', '?field=opinion&name=a.pdf',
        '?field=papers&name=..%2fa.pdf', '?field=papers&name=a.html', '?field=papers', '?name=a.pdf', '?field=papers&name=%00', `?field=papers&name=${'x'.repeat(1_001)}.pdf`],
      '/calendar': ['?year=2026', '?year=2030', '?year=1926', '?year=9999', '?year='],
      '/posts': ['', '?on=2026-05-01', '?on=2026-02-31', '?on=9999-12-31', '?on='],
      '/compare': ['?from=1&to=1', '?from=1&to=2', '?from=0&to=1', '?from=1', ''],
      '/recommendations': ['', '?year=2026', '?general=true', '?phase=answering', '?phase=x', '?limit=1', '?committee=x'],
      '/duties': ['', '?year=2026', '?year=1'], '/all': ['', '?year=2026', '?year=x'],
    },
    bodies: {
      '/cycles': [...Array(12).keys()].map((later) => yearOf(office.nodes.slice(0, 3), year + 1 + later)),
      '/sections/merge': spareIds.map((id) => ({ sections: [id], into: sections[0], fromYear: thisYear })),
      '/departments/merge': spareIds.map((id) => ({ departments: [id], into: 'department', fromYear: thisYear })),
      '{year}/scheme': Array.from({ length: 12 }, (_, index) => ({ schemeVersion: index + 1 })),
      '/scheme': schemes,
      '/revision/proposals': proposalsOn(office),
      '/extensions': days(3000, 60).map((date, index) => ({ period: 'submission', date, for: { node: office.nodes[index] }, reason: '議会対応のため' })),
    },
    beforeCommittee: {
      path: /\/(opinion|questions|conclusion|exclude|decide-stage)/, sheets: learned.left,
      tokens: [...(office.committee?.members ?? []), ...office.members.filter(({ role }) => role === 'secretariat')].map(({ token }) => token),
    },
    files: [pdf, pdf, pdf, pdf, pdf, png, jpeg, docx, zipOf('a.exe'), Buffer.from('指標,実績\r\n'), Buffer.from('<html>'), Buffer.alloc(0), Buffer.alloc(2_000_000, 'x')],
  };
}

/** Changes of every kind; which of them are right depends on those before. */
function proposalsOn({ nodes, indicators, sheets }: FoundedOffice): readonly object[] {
  const [section = ''] = Object.keys(sheets);
  const name = { ja: '改定後', en: 'Revised' };
  const counted = { name, class: 'activity', unit: '回', kind: 'annual', direction: 'higher', targets: [{ year: year + 1, value: '１０回' }] };
  const changes = [
    ...indicators.flatMap((indicator) => [
      { kind: 'change-target', indicator, year: year + 1, value: '120人' }, { kind: 'replace-indicator', indicator, replacement: { ...counted, node: nodes[0] } },
    ]),
    ...nodes.slice(0, 5).flatMap((node, index) => [
      { kind: 'rename-node', node, name }, { kind: 'change-owner', node, section }, { kind: 'drop-node', node }, { kind: 'move-node', node, number: `8-${index}` },
      { kind: 'merge-nodes', nodes: [node], into: nodes[9] }, { kind: 'add-indicator', indicator: { ...counted, node } },
      { kind: 'split-node', node, into: [1, 2].map((part) => ({ number: `7-${index}-${part}`, name, section })) },
      { kind: 'add-node', node: { level: 'measure', number: `9-${index}`, name, section } },
    ]),
  ];
  return changes.map((change) => ({ change, reason: 'circumstances-changed', text: '社会情勢の変化' }));
}
