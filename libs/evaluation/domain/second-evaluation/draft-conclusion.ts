import type { Asked } from '../../../kernel/asked.ts';
import { isBlank } from '../../../kernel/blank.ts';
import { accept, isRejected, reject, type Decision, type Rejected } from '../../../kernel/decision.ts';
import { answersTo } from '../content/answers-to.ts';
import type { SecondEvaluationRejection } from '../second-evaluation.rejections.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import type { Draft } from '../stage-work.ts';
import type { ConcludedRecommendation, ConclusionContent, Dissent } from '../stage.events.ts';
import { beforeConclusion, type CommitteeFacts, type Deliberation } from './deliberation.ts';
import { sameContents } from './opinions.ts';
import { takesPart } from './taking-part.ts';

export interface DraftConclusion {
  /** By field of the stage: what was typed. */
  readonly conclusion: Readonly<Record<string, unknown>>;
  /** In their order; one of the draft before keeps its id. */
  readonly recommendations: readonly DraftedRecommendation[];
  readonly dissents: readonly Dissent[];
  /** The revision of the draft that was on screen; absent where there was none. */
  readonly revises?: number;
}

export interface DraftedRecommendation {
  readonly recommendation?: string;
  readonly text: string;
}

/** 結論の案: the secretariat writes what the committee may conclude. */
export function draftConclusion(
  command: DraftConclusion & Asked, sheet: Sheet, facts: CommitteeFacts,
): Decision<SheetEvent, SecondEvaluationRejection> {
  const deliberation = beforeConclusion(sheet, 'draft-conclusion', facts);
  if (isRejected(deliberation)) return deliberation;
  const { sheet: { stage }, work: { draft } } = deliberation;
  const stranger = notTakingPart(command, deliberation);
  if (stranger !== undefined) return stranger;
  if (draft?.revision !== command.revises) return reject('sheet-changed-since', draft && { revision: draft.revision, by: draft.by, at: draft.at });
  const conclusion = answersTo(facts.resultForm, command.conclusion);
  if (isRejected(conclusion)) return conclusion;
  const recommendations = numbered(command, draft);
  if (isRejected(recommendations)) return recommendations;
  const dissents = command.dissents.map(({ member, text }) => ({ member, text }));
  if ([...recommendations, ...dissents].some(({ text }) => isBlank(text))) return reject('text-missing');
  const drafted: ConclusionContent = { conclusion, recommendations, dissents };
  return draft !== undefined && saysTheSame(draft, drafted) ? accept() : accept({ type: 'ConclusionDrafted', stage, ...drafted });
}

/** Only who takes part can dissent. */
function notTakingPart({ dissents, now }: DraftConclusion & Asked, deliberation: Deliberation): Rejected<'recused' | 'not-a-member'> | undefined {
  return dissents.map(({ member }) => takesPart(member, now, deliberation)).find((one) => typeof one !== 'string');
}

/** 1 to n, in the order in which they stand. */
function numbered(
  command: DraftConclusion & Asked, draft: Draft | undefined,
): readonly ConcludedRecommendation[] | Rejected<'recommendation-unknown'> {
  const known = draft?.recommendations.map(({ recommendation }) => recommendation) ?? [];
  const named = command.recommendations.flatMap(({ recommendation }) => recommendation ?? []);
  const wrong = named.filter((one, place) => !known.includes(one) || named.indexOf(one) !== place);
  if (wrong.length > 0) return reject('recommendation-unknown', { recommendations: wrong });
  return command.recommendations.map(({ recommendation, text }, place) =>
    ({ recommendation: recommendation ?? command.newId(`recommendation ${place + 1}`), number: place + 1, text }));
}

function saysTheSame(one: ConclusionContent, other: ConclusionContent): boolean {
  const listed = ({ recommendations, dissents }: ConclusionContent) => JSON.stringify([
    recommendations.map(({ recommendation, text }) => [recommendation, text]), dissents.map(({ member, text }) => [member, text]),
  ]);
  return sameContents(one.conclusion, other.conclusion) && listed(one) === listed(other);
}
