import type { Recorded } from '../../kernel/decider.ts';
import { whoSawOthers } from './second-evaluation/saw-others.ts';
import type { AttachedFile, SavedField } from './sheet.ts';
import type { Round } from './approval-line/round.ts';
import { advanced, roundOf } from './approval-line/round.ts';
import type { Contents } from './sheet.events.ts';
import type {
  ConcludedRecommendation, ConclusionBasis, ConclusionContent, ConclusionDrafted, OpinionBasis, OpinionEntered, OpinionGiven, OpinionRevised, OpinionWay,
  SecondEvaluationConcluded, SheetHandedOver, StageEvent,
} from './stage.events.ts';

/** Everything that was done on a sheet in one stage; it stays when the sheet is sent back and comes again. */
export interface StageWork {
  readonly handOver: HandOver;
  readonly questions: Readonly<Record<string, Question>>;
  /** By membership. */
  readonly opinions: Readonly<Record<string, Opinion>>;
  /** Members who may have read what others say; nothing washes that away. */
  readonly sawOthers: readonly string[];
  readonly recused: readonly Recusal[];
  readonly draft?: Draft;
  readonly comments: readonly WordingComment[];
  /** Of a sub-group, while the whole has not confirmed it. */
  readonly proposed?: Conclusion;
  /** What the stage came to: of a committee, a meeting, or the mayor. */
  readonly result?: Result;
}

/** What the stage got: the sheet as it stood then. */
export interface HandOver extends Omit<SheetHandedOver, 'type' | 'recused'> {
  /** Of the event. */
  readonly revision: number;
  readonly at: string;
  readonly fields: Readonly<Record<string, SavedField>>;
  readonly files: Readonly<Record<string, AttachedFile>>;
}

export interface Question {
  readonly member: string;
  readonly text: string;
  readonly about?: string;
  readonly by: string;
  readonly at: string;
  readonly answer?: Answer;
}

export interface Answer {
  readonly round: Round;
  readonly text: string;
  readonly by: string;
  readonly at: string;
  /** Of the event in which it was written. */
  readonly revision: number;
  /** Its line has approved it: the committee is told. */
  readonly isTold: boolean;
  /** Why it went back to the section, if it did; then it is to be written anew. */
  readonly sentBack?: string;
}

export interface Opinion {
  readonly opinion: Contents;
  readonly basis: OpinionBasis;
  readonly by: string;
  readonly at: string;
  readonly revision: number;
  /** How it came, when the secretariat entered it. */
  readonly entered?: { readonly way: OpinionWay; readonly receivedOn: string };
  readonly isConfirmed: boolean;
  readonly isWithdrawn: boolean;
}

export interface Recusal {
  readonly member: string;
  readonly way: 'by-oneself' | 'excluded' | 'standing';
  /** Of a standing conflict the committee keeps it. */
  readonly reason?: string;
  readonly at: string;
}

export interface Draft extends ConclusionContent {
  readonly revision: number;
  readonly by: string;
  readonly at: string;
}

export interface WordingComment {
  readonly member: string;
  readonly text: string;
  readonly by: string;
  readonly at: string;
  readonly revision: number;
}

export interface Conclusion extends ConclusionContent, ConclusionBasis {
  readonly member: string;
  readonly at: string;
  readonly revision: number;
  /** Of a sub-group: the meeting in which the whole confirmed it. */
  readonly confirmedIn?: string;
}

export type Result =
  | ({ readonly by: 'committee' } & Conclusion)
  | { readonly by: 'meeting' | 'mayor'; readonly decision: Contents; readonly decidedOn: string; readonly at: string; readonly revision: number };

/** By stage. */
export type Works = Readonly<Record<string, StageWork>>;

/** What a hand-over adds: what was asked and said before stays, on the revision on which it was said. */
export function handedOver(works: Works, event: SheetHandedOver, frozen: Pick<HandOver, 'fields' | 'files'>, recorded: Recorded): Works {
  const { stage, evaluator, chosenBy, reason, sheetRevision, schemeVersion, planVersion, planRevision, committee, subgroup, committeeRevision } = event;
  const handOver: HandOver = {
    stage, evaluator, chosenBy, ...(reason !== undefined && { reason }), sheetRevision, schemeVersion, planVersion, planRevision,
    ...(committee !== undefined && { committee }), ...(subgroup !== undefined && { subgroup }),
    ...(committeeRevision !== undefined && { committeeRevision }), revision: recorded.revision, at: recorded.recordedAt, ...frozen,
  };
  const { questions = {}, opinions = {}, sawOthers = [], recused = [], draft, comments = [] } = works[stage] ?? {};
  const keptOut = withStanding(recused, event, recorded);
  return { ...works, [stage]: { handOver, questions, opinions, sawOthers, recused: keptOut, ...(draft !== undefined && { draft }), comments } };
}

/** Standing conflicts are those of this hand-over; whoever recused himself or was excluded stays so. */
function withStanding(before: readonly Recusal[], { recused: members = [] }: SheetHandedOver, { recordedAt: at }: Recorded): readonly Recusal[] {
  const stay = before.filter(({ way }) => way !== 'standing');
  const standing = members.filter((member) => !stay.some((one) => one.member === member));
  return [...stay, ...standing.map((member) => ({ member, way: 'standing' as const, at }))];
}

type WorkEvent = Exclude<StageEvent, { type: 'SheetHandedOver' | 'SheetFinalised' | 'SheetReopened' | 'PublishedCorrected' }>;

/** What happens within a stage. */
export function worked(works: Works, event: WorkEvent, recorded: Recorded): Works {
  const work = works[event.stage];
  if (work === undefined) throw new Error(`${event.type} in ${event.stage}, to which the sheet was never handed over`);
  return { ...works, [event.stage]: workAfter(work, event, recorded) };
}

function workAfter(work: StageWork, event: WorkEvent, recorded: Recorded): StageWork {
  const { actor: by, recordedAt: at, revision } = recorded;
  switch (event.type) {
    case 'QuestionAsked': {
      const { question, member, text, about } = event;
      return { ...work, questions: { ...work.questions, [question]: { member, text, ...(about !== undefined && { about }), by, at } } };
    }
    case 'QuestionAnswered': return withAnswer(work, event.question, { text: event.text, by, at, revision, isTold: false, round: roundOf(event.line) });
    case 'AnswerApproved': {
      const answer = answerOf(work, event.question);
      return withAnswer(work, event.question, { ...answer, round: advanced(answer.round, event, recorded), isTold: event.completes });
    }
    case 'AnswerSentBack': return withAnswer(work, event.question, { ...answerOf(work, event.question), sentBack: event.reason });
    case 'MemberRecused': return { ...work, recused: [...work.recused, { member: event.member, way: event.way, reason: event.reason, at }] };
    case 'OpinionGiven': case 'OpinionRevised': case 'OpinionEntered':
      return withOpinions(work, { ...work.opinions, [event.member]: opinionOf(event, recorded) });
    case 'OpinionWithdrawn': return withOpinion(work, event.member, { isWithdrawn: true });
    case 'OpinionConfirmed': return withOpinion(work, event.member, { isConfirmed: true, basis: event.basis });
    case 'ConclusionDrafted': return { ...work, draft: draftOf(event, recorded) };
    case 'WordingCommented': return { ...work, comments: [...work.comments, { member: event.member, text: event.text, by, at, revision }] };
    case 'SecondEvaluationConcluded': {
      const conclusion = conclusionOf(event, recorded);
      return event.toBeConfirmed ? { ...work, proposed: conclusion } : { ...work, result: { by: 'committee', ...conclusion } };
    }
    case 'ConclusionConfirmed': {
      const { proposed, ...rest } = work;
      if (proposed === undefined) throw new Error('a conclusion was confirmed that nobody proposed');
      return { ...rest, result: { by: 'committee', ...proposed, confirmedIn: event.meeting } };
    }
    case 'StageDecided': {
      const { evaluator } = work.handOver;
      if (evaluator === 'committee') throw new Error(`${event.stage} is a committee's`);
      return { ...work, result: { by: evaluator, decision: event.decision, decidedOn: event.decidedOn, at, revision } };
    }
  }
}

function answerOf(work: StageWork, question: string): Answer {
  const answer = work.questions[question]?.answer;
  if (answer === undefined) throw new Error(`${question} was never answered`);
  return answer;
}

function withAnswer(work: StageWork, question: string, answer: Answer): StageWork {
  const asked = work.questions[question];
  if (asked === undefined) throw new Error(`${question} was never asked`);
  return { ...work, questions: { ...work.questions, [question]: { ...asked, answer } } };
}

function withOpinion(work: StageWork, member: string, change: Partial<Opinion>): StageWork {
  const opinion = work.opinions[member];
  if (opinion === undefined) throw new Error(`${member} never gave an opinion`);
  return withOpinions(work, { ...work.opinions, [member]: { ...opinion, ...change } });
}

function withOpinions(work: StageWork, opinions: StageWork['opinions']): StageWork {
  return { ...work, opinions, sawOthers: whoSawOthers(work.sawOthers, opinions) };
}

function opinionOf(event: OpinionGiven | OpinionRevised | OpinionEntered, { actor, recordedAt, revision }: Recorded): Opinion {
  const { opinion, basis } = event;
  const said = { opinion, basis, by: actor, at: recordedAt, revision, isWithdrawn: false };
  return event.type === 'OpinionEntered'
    ? { ...said, entered: { way: event.way, receivedOn: event.receivedOn }, isConfirmed: false } : { ...said, isConfirmed: true };
}

function draftOf({ conclusion, recommendations, dissents }: ConclusionDrafted, { actor, recordedAt, revision }: Recorded): Draft {
  return { conclusion, recommendations, dissents, by: actor, at: recordedAt, revision };
}

function conclusionOf(event: SecondEvaluationConcluded, { recordedAt, revision }: Recorded): Conclusion {
  const { member, conclusion, recommendations, dissents, meeting, committeeRevision, roster, counted, opinions, points } = event;
  return { member, conclusion, recommendations, dissents, meeting, committeeRevision, roster, counted, opinions, points, at: recordedAt, revision };
}

/** 再開: what a stage came to is undone, and everything that led to it stays. */
export function undone(works: Works, stages: readonly string[]): Works {
  return Object.fromEntries(Object.entries(works).map(([stage, work]) => {
    if (!stages.includes(stage)) return [stage, work];
    const { result: _result, proposed: _proposed, ...rest } = work;
    return [stage, rest];
  }));
}

/** What the conclusions that stand recommend. */
export function concludedRecommendations(works: Works): readonly ConcludedRecommendation[] {
  return Object.values(works).flatMap(({ result }) => (result?.by === 'committee' ? result.recommendations : []));
}

/** The committees to which a sheet was ever handed over, and who is kept out of it there. */
export function committeesOf(works: Works): { readonly committees?: readonly string[]; readonly recused?: readonly string[] } {
  const before = Object.values(works).filter(({ handOver: { committee } }) => committee !== undefined);
  if (before.length === 0) return {};
  return {
    committees: before.map(({ handOver: { committee } }) => committee as string),
    recused: before.flatMap(({ recused }) => recused.map(({ member }) => member)),
  };
}
