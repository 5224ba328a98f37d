import { reject, type Rejected } from '../../../kernel/decision.ts';
import type { ApprovalLine, ApprovalStep } from '../../../scheme/domain/scheme.events.ts';
import type { Post } from '../../../municipality/domain/municipality.events.ts';
import type { Approval } from '../sheet.ts';
import { isDecided, type Round } from './round.ts';
import type { AbsentParty, LineStep, Party } from '../sheet.events.ts';

/** Who a step of a line may be asked of: the office's posts, and the sections that own the node beside the lead. */
export interface LineOffice {
  readonly section: string;
  readonly department: string;
  readonly coOwners: readonly { readonly section: string; readonly department: string }[];
  postsOfRank(rank: string, within: { readonly section: string } | { readonly department: string }): readonly Post[];
}

/** Who would decide on something of a sheet, as the office is now. */
export interface LineFacts {
  readonly line: readonly LineStep[] | Rejected<'line-incomplete'>;
  readonly municipalityRevision: number;
}

/** The line of a sheet as the office is now. A rank that nobody has there is no step; but somebody must take the last one. */
export function lineOf(line: ApprovalLine | undefined, office: LineOffice): readonly LineStep[] | Rejected<'line-incomplete'> {
  const steps = (line?.steps ?? []).map((step) => ({
    step: step.id, name: step.name, ofCoOwners: step.ofCoOwners, parties: partiesOf(step, office),
  }));
  if (steps.at(-1)?.parties.length !== 1) return reject('line-incomplete', { step: steps.at(-1)?.step });
  return steps.filter(({ parties }) => parties.length > 0);
}

/** Two sections of one department have the same chief there, who is asked once. */
function partiesOf({ rank, within, ofCoOwners }: ApprovalStep, office: LineOffice): readonly Party[] {
  const owners = ofCoOwners ? office.coOwners : [office];
  return owners.flatMap(({ section, department }) => {
    const posts = office.postsOfRank(rank, within === 'section' ? { section } : { department }).map(({ id }) => id);
    return posts.length === 0 ? [] : [{ section, posts }];
  }).filter(({ posts }, index, parties) => parties.findIndex((one) => one.posts[0] === posts[0]) === index);
}

/** The party of a step to which a post belongs. */
export function partyOf({ parties }: LineStep, post: string | undefined): Party | undefined {
  return post === undefined ? undefined : parties.find(({ posts }) => posts.includes(post));
}

/** Those of a step who have not decided it yet. */
export function undecided({ step, parties }: LineStep, approvals: readonly Approval[]): readonly AbsentParty[] {
  return parties
    .filter(({ section }) => !isDecided(approvals, step, section))
    .map(({ section, posts }) => ({ step, section, posts }));
}

/** The party for which a post may still decide a step. */
export function openPartyOf(step: LineStep, approvals: readonly Approval[], post: string | undefined): AbsentParty | undefined {
  return undecided(step, approvals).find(({ posts }) => post !== undefined && posts.includes(post));
}

export function stepNow({ line, at }: Round): LineStep {
  return line[at] as LineStep;
}

/** The last step has one party, so whoever decides it completes the line. */
export function isLast({ line }: Pick<Round, 'line'>, { step }: LineStep): boolean {
  return line.at(-1)?.step === step;
}
