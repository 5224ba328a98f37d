import type { FoundedCommittee } from '../../../committee/domain/committee.ts';
import type { Answering } from '../../../platform/reads/question.ts';
import type { Stage } from '../../../scheme/domain/scheme.events.ts';
import { holds } from '../../domain/content/unanswered.ts';
import { seenFields, type Viewer } from '../../domain/content/visibility.ts';
import { isCurrent } from '../../domain/second-evaluation/opinions.ts';
import type { OpenedSheet } from '../../domain/sheet.ts';
import type { Conclusion, Opinion, Question, Result, StageWork } from '../../domain/stage-work.ts';
import { phaseOf } from '../../domain/seeing/stage-seen.ts';
import { committeeOf, schemeOfSheet } from '../../facts.ts';
import { memberOf, viewerFor } from '../../seeing.ts';
import { personShown, type PersonShown } from './visible-sheet.ts';

/** A member of a committee, by his membership. */
interface MemberShown {
  readonly member: string;
  readonly person: PersonShown | undefined;
}

/** For whom a stage is shown. */
interface Showing {
  readonly viewer: Viewer;
  /** His membership, where it is a member. */
  readonly own: string | undefined;
  readonly member: (id: string) => MemberShown;
  readonly person: (id: string) => PersonShown;
}

/**
 * The stages of the scheme, each with what is asked there and what was done on the sheet: made of the events that the asker is
 * told and of nothing else. A member of a committee is shown those of which he is told anything.
 */
export async function stagesShown(seen: OpenedSheet, answering: Answering) {
  const { asker, states } = answering;
  const viewer = viewerFor(asker.role);
  const { stages } = await schemeOfSheet(states, asker, seen);
  return Promise.all(stages.filter(({ id }) => viewer !== 'members' || seen.works[id] !== undefined).map(async (stage) => {
    const work = seen.works[stage.id];
    return {
      ...askedAt(stage, seen, viewer),
      ...(work !== undefined && workShown(work, await showingOf(work, answering))),
    };
  }));
}

function askedAt({ id, name, evaluator, fields, condition, opinion }: Stage, seen: OpenedSheet, viewer: Viewer) {
  const work = seen.works[id];
  const phase = work === undefined ? seen.phase : phaseOf(work);
  return {
    id, name, evaluator, fields: seenFields(fields, viewer, phase), applies: condition === undefined || holds(condition, seen),
    ...(opinion !== undefined && { opinion: { fields: seenFields(opinion.fields, viewer, phase) } }),
  };
}

export async function showingOf({ handOver }: StageWork, answering: Answering): Promise<Showing> {
  const { asker, states } = answering;
  const committee = handOver.committee === undefined ? undefined : await committeeOf(states, asker.municipality, handOver.committee);
  return {
    viewer: viewerFor(asker.role),
    own: memberOf(asker)?.member,
    member: (id) => ({ member: id, person: personOf(committee, id, answering) }),
    person: (id) => personShown(id, answering),
  };
}

function personOf(committee: FoundedCommittee | undefined, member: string, answering: Answering): PersonShown | undefined {
  const membership = committee?.members.find(({ id }) => id === member);
  return membership && personShown(membership.person, answering);
}

/** What was done in a stage. The office is told nothing of the committee's own affairs, so for it there are none. */
function workShown(work: StageWork, showing: Showing) {
  const { handOver: { fields: _fields, files: _files, ...handOver }, recused, draft, comments, proposed, result } = work;
  const { viewer, member, person } = showing;
  return {
    handOver,
    questions: Object.entries(work.questions).map(([id, question]) => questionShown(id, question, showing)),
    ...((viewer !== 'office' || Object.keys(work.opinions).length > 0) && { opinions: opinionsShown(work, showing) }),
    ...(viewer !== 'office' && {
      recused: recused.map((one) => ({ ...one, ...member(one.member) })),
      draft: draft && { ...draft, by: person(draft.by) },
      comments: comments.map((comment) => ({ ...comment, ...member(comment.member), by: person(comment.by) })),
      proposed: proposed && conclusionShown(proposed, showing),
    }),
    result: result && resultShown(result, showing),
  };
}

/** A committee is told what was answered, and not who wrote it nor how it was approved. */
function questionShown(id: string, { answer, by, member: asking, ...question }: Question, { viewer, member, person }: Showing) {
  const asked = { id, ...question, ...member(asking), by: person(by) };
  if (answer === undefined) return asked;
  const { text, at, isTold, sentBack } = answer;
  return { ...asked, answer: viewer === 'members' ? { text, at } : { text, at, by: person(answer.by), isTold, sentBack } };
}

/** His own first. */
export function opinionsShown(work: StageWork, { own, member, person }: Showing) {
  const shown = (id: string, { basis, by, ...opinion }: Opinion) =>
    ({ ...opinion, ...member(id), isOwn: id === own, by: person(by), basis, isOnOlderHandOver: basis.handOver !== work.handOver.revision });
  const all = Object.entries(work.opinions).map(([id, opinion]) => shown(id, opinion));
  return [...all.filter(({ isOwn }) => isOwn), ...all.filter(({ isOwn }) => !isOwn)];
}

/** How the asker's own opinion stands. */
export function ownOpinion(work: StageWork, member: string): 'none' | 'given' | 'outdated' | 'to-be-confirmed' | 'withdrawn' {
  const opinion = work.opinions[member];
  if (opinion === undefined) return 'none';
  if (opinion.isWithdrawn) return 'withdrawn';
  if (!opinion.isConfirmed) return 'to-be-confirmed';
  return isCurrent(opinion, work) ? 'given' : 'outdated';
}

function conclusionShown({ opinions, roster, counted, member: concluding, dissents, ...conclusion }: Conclusion, { viewer, member }: Showing) {
  return {
    ...conclusion,
    concludedBy: member(concluding),
    dissents: dissents.map((dissent) => (viewer === 'office' ? { text: dissent.text } : { ...dissent, ...member(dissent.member) })),
    ...(viewer !== 'office' && { roster: roster.map(member), counted: counted.map(member), opinions: opinions.map(member) }),
  };
}

function resultShown(result: Result, showing: Showing) {
  return result.by === 'committee' ? { by: result.by, ...conclusionShown(result, showing) } : result;
}
