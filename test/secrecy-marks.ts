import { sheetDecider, sheetStream, type OpenedSheet } from '../libs/evaluation/domain/sheet.ts';
import { recommendationDecider, recommendationStream } from '../libs/evaluation/domain/recommendations/recommendation.ts';
import type { StageWork } from '../libs/evaluation/domain/stage-work.ts';
import { cycleDecider, cycleStream, type Edition } from '../libs/cycle/domain/cycle.ts';
import { expectedLines } from './access-expected.ts';
import { year, type MemberName } from './whole-year/papers.ts';
import { municipality, type CommitteeName, type Who, type WholeYear } from './whole-year/year.ts';

/** Who looks on, in which column of access.expected.txt he stands, and whose he is. */
export interface Observer {
  readonly who: Who | 'public';
  readonly column: 'staff' | 'approver' | 'secretariat' | 'auditor' | 'admin' | 'member' | 'chair' | 'public';
  readonly section?: string;
  readonly committee?: CommitteeName;
}

export const observers: readonly Observer[] = [
  { who: 'promotion-clerk', column: 'staff', section: 'promotion' },
  { who: 'promotion-manager', column: 'approver', section: 'promotion' },
  { who: 'childcare-clerk', column: 'staff', section: 'childcare' },
  { who: 'secretariat', column: 'secretariat' },
  { who: 'auditor', column: 'auditor' },
  { who: 'admin', column: 'admin' },
  { who: 'chair', column: 'chair', committee: 'first' },
  { who: 'deputy', column: 'member', committee: 'first' },
  { who: 'third', column: 'member', committee: 'first' },
  { who: 'fourth', column: 'member', committee: 'first' },
  { who: 'sixth', column: 'chair', committee: 'second' },
  { who: 'public', column: 'public' },
];

/** Sheets on which something is marked. */
export const markedSheets = ['1-1', '1-2', '1-3', '1-4', '2-3', '3-2'] as const;

/** Something that was written, found by its words wherever it comes out. */
export interface Mark {
  readonly secret: string;
  readonly text: string;
  readonly number: string;
  /** Of an opinion. */
  readonly author?: MemberName;
  /** Of what is recommended: its place in the conclusion, or that it belongs to no sheet. */
  readonly recommendation?: 1 | 'general';
}

const opinions: readonly (readonly [string, readonly MemberName[]])[] = [
  ['1-2', ['chair', 'deputy', 'fourth']], ['1-3', ['chair', 'third']], ['1-4', ['deputy', 'fourth']], ['2-3', ['sixth', 'seventh']], ['3-2', ['deputy', 'third']],
];

export const marks: readonly Mark[] = [
  ...opinions.flatMap(([number, authors]) => authors.map((author) => ({ secret: 'opinion', text: `${number}について${author}の意見`, number, author }))),
  { secret: 'question', text: '1-2の質問', number: '1-2' },
  { secret: 'answer', text: '1-2の回答', number: '1-2' },
  { secret: 'reason of a recusal', text: '受託事業者の役員', number: '1-2' },
  { secret: 'reason of a recusal', text: '親族が従事', number: '1-3' },
  { secret: 'reason of a recusal', text: '委員長の前職', number: '1-4' },
  { secret: 'reason of sending back', text: '差戻しの理由', number: '2-3' },
  ...['1-2', '1-3', '1-4', '2-3', '3-2'].map((number) => ({ secret: 'conclusion', text: `${number}の二次評価`, number })),
  { secret: 'dissent', text: '達成度はCとすべき', number: '1-2' },
  ...['1-2', '3-2'].map((number) => ({ secret: 'recommendation', text: `${number}の提言一`, number, recommendation: 1 as const })),
  { secret: 'general recommendation', text: '総括的提言：', number: '1-2', recommendation: 'general' },
  { secret: 'comment on the wording', text: '文案への意見', number: '1-2' },
  ...['1-2', '2-3'].map((number) => ({ secret: 'response', text: `${number}/1への対応方針`, number, recommendation: 1 as const })),
  { secret: 'memo of the secretariat', text: '事務局限り1-2', number: '1-2' },
  ...['1-2', '2-3'].map((number) => ({ secret: 'field for the office only', text: `庁内限り${number}`, number })),
  { secret: 'field', text: '1-3の取組結果', number: '1-3' },
  { secret: 'field', text: '対象者を明記', number: '2-3' },
  { secret: 'correction', text: '訂正後', number: '1-2' },
  { secret: 'decision of the meeting', text: '1-4は改善して継続', number: '1-4' },
];

/** What is true at a moment. */
export interface Moment {
  readonly sheets: ReadonlyMap<string, OpenedSheet>;
  /** Whether the response to the first recommendation of a sheet is approved. */
  readonly answered: ReadonlySet<string>;
  readonly editions: readonly Edition[];
}

export async function momentOf({ house: { installation: { states } }, nodes }: WholeYear): Promise<Moment> {
  const sheets = new Map<string, OpenedSheet>();
  const answered = new Set<string>();
  if (nodes.size === 0) return { sheets, answered, editions: [] };
  for (const number of markedSheets) {
    const { state } = await states.fold(sheetDecider, sheetStream(municipality, `${year}-${nodes.get(number)}`));
    if (state.phase === 'absent') continue;
    sheets.set(number, state);
    const result = workOf(state)?.result;
    const [first] = result?.by === 'committee' ? result.recommendations : [];
    if (first === undefined) continue;
    const { phase } = (await states.fold(recommendationDecider, recommendationStream(municipality, first.recommendation))).state;
    if (phase === 'answered' || phase === 'closed') answered.add(number);
  }
  const { state: cycle } = await states.fold(cycleDecider, cycleStream(municipality, year));
  return { sheets, answered, editions: cycle.phase === 'absent' ? [] : cycle.editions };
}

export function workOf({ works }: OpenedSheet): StageWork | undefined {
  return works['committee'];
}

const secrets = new Map(expectedLines.filter(({ what }) => what.startsWith('secret ')).map(({ what, expected }) => [what.slice('secret '.length), expected]));

/** Whether somebody is told what was marked, once it is written. */
export function isExpected(mark: Mark, observer: Observer, moment: Moment, lived: WholeYear): boolean {
  const cell = secrets.get(mark.secret)?.[observer.column];
  if (cell === undefined) throw new Error(`access.expected.txt says nothing of ${mark.secret} to ${observer.column}`);
  return cell.split(', ').some((word) => {
    const holds = words[word];
    if (holds === undefined) throw new Error(`${word} is no word for secrets`);
    return holds({ mark, observer, moment, lived, sheet: moment.sheets.get(mark.number) });
  });
}

interface Asked {
  readonly mark: Mark;
  readonly observer: Observer;
  readonly moment: Moment;
  readonly lived: WholeYear;
  readonly sheet: OpenedSheet | undefined;
}

/** The words in which access.expected.txt speaks of secrets. */
const words: Readonly<Record<string, (asked: Asked) => boolean>> = {
  no: () => false,
  anywhere: () => true,
  'own or line': ({ sheet, observer: { section } }) => sheet !== undefined && sheet.section === section,
  committee: (asked) => isOnCommittee(asked),
  unrecused: (asked) => isUnrecused(asked),
  'handed over': (asked) => isUnrecused(asked) && isHandedOver(asked),
  'own in': (asked) => isUnrecused(asked) && isOwnIn(asked),
  approved: (asked) => isUnrecused(asked) && Object.values(committeeWork(asked)?.questions ?? {}).some(({ answer }) => answer?.isTold === true),
  answered: (asked) => isOnCommittee(asked) && asked.moment.answered.has(asked.mark.number),
  concluded: (asked) => words['own or line']?.(asked) === true && committeeWork(asked)?.result !== undefined,
  adopted: (asked) => isOnCommittee(asked) && committeeWork(asked)?.result !== undefined,
  published: (asked) => isPublished(asked),
};

function committeeWork({ sheet }: Asked): StageWork | undefined {
  return sheet && workOf(sheet);
}

function isOnCommittee({ observer: { committee }, mark, lived, ...rest }: Asked): boolean {
  if (committee === undefined) return false;
  const of = mark.recommendation === 'general' ? lived.committee('first') : rest.sheet && workOf(rest.sheet)?.handOver.committee;
  return of === lived.committee(committee);
}

function isUnrecused(asked: Asked): boolean {
  const work = committeeWork(asked);
  return isOnCommittee(asked) && work?.recused.some(({ member }) => member === membershipOf(asked)) === false;
}

function membershipOf({ observer: { who, committee }, lived }: Asked): string {
  return lived.membership(committee as CommitteeName, who as MemberName);
}

/** As it stood when it was handed over, on the sheet or decided before. */
function isHandedOver({ mark: { text }, sheet }: Asked): boolean {
  const handOver = sheet && workOf(sheet)?.handOver;
  if (sheet === undefined || handOver === undefined) return false;
  const internal = sheet.works['internal']?.result;
  return JSON.stringify([handOver.fields, internal !== undefined && internal.revision < handOver.revision ? internal : []]).includes(text);
}

function isOwnIn(asked: Asked): boolean {
  const { mark: { author }, observer: { who, committee }, lived } = asked;
  if (author === who) return true;
  const said = committeeWork(asked)?.opinions ?? {};
  const [own, other] = [said[membershipOf(asked)], said[lived.membership(committee as CommitteeName, author as MemberName)]];
  return own?.isConfirmed === true && !own.isWithdrawn && other?.isWithdrawn === false;
}

/** In an edition that is for him: what was corrected, in those made since. */
function isPublished(asked: Asked): boolean {
  const { observer: { column }, moment: { editions }, mark, lived, sheet } = asked;
  const isMember = column === 'member' || column === 'chair';
  const isForHim = ({ step }: Edition): boolean => {
    if (column === 'public' || step === 'public') return step === 'public';
    if (step === 'council') return !isMember;
    return isMember ? isUnrecused(asked) : column === 'secretariat' || column === 'auditor';
  };
  return editions.filter(isForHim).some(({ parts }) => (mark.recommendation === 'general'
    ? parts.some(({ kind }) => kind === 'recommendation')
    : parts.some(({ kind, id, revision }) => kind === 'sheet' && id === lived.sheetId(mark.number)
      && (mark.secret !== 'correction' || (revision ?? 0) >= (sheet?.revision ?? 0)))));
}
