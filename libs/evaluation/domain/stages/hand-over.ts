import type { FoundedCommittee } from '../../../committee/domain/committee.ts';
import { hasConflict, rosterOn, subgroupOf } from '../../../committee/domain/roster.ts';
import type { Asked } from '../../../kernel/asked.ts';
import { isBlank } from '../../../kernel/blank.ts';
import { dayInJapan } from '../../../kernel/day.ts';
import { accept, isRejected, reject, type Decision, type Rejected } from '../../../kernel/decision.ts';
import type { Stage } from '../../../scheme/domain/scheme.events.ts';
import { stageOf, type SchemeVersion } from '../../../scheme/domain/scheme.ts';
import { asSeen } from '../approval-line/deciding.ts';
import type { Sheet, SheetBody } from '../sheet.ts';
import type { SheetEvent } from '../sheet.events.ts';
import { inPhaseFor } from '../sheet.rejections.ts';
import type { SheetHandedOver } from '../stage.events.ts';
import type { StageRejection } from '../stage.rejections.ts';
import type { Works } from '../stage-work.ts';
import { goesTo } from './goes-to.ts';

export interface HandOver {
  /** The revision of the sheet that was on screen. */
  readonly basedOn: number;
  readonly stage: string;
  /** Of a committee's stage. */
  readonly committee?: string;
  readonly subgroup?: string;
  /** Needed where the condition of the stage does not hold. */
  readonly reason?: string;
}

export interface HandOverFacts {
  readonly version: SchemeVersion;
  readonly planVersion: number;
  readonly planRevision: number;
  /** Undefined when none is named, or the office has no such committee. */
  readonly committee: FoundedCommittee | undefined;
}

/** 付議: to the stages in their order; to one whose condition does not hold by choice, and with a reason. */
export function handOver(command: HandOver & Asked, sheet: Sheet, facts: HandOverFacts): Decision<SheetEvent, StageRejection> {
  const ready = inPhaseFor(sheet, 'hand-over');
  if (isRejected(ready)) return ready;
  const { version, planVersion, planRevision } = facts;
  const stage = stageOf(version, command.stage);
  if (stage === undefined) return reject('stage-unknown', { stage: command.stage });
  if (isPassed(stage, version, ready.works)) return reject('stage-passed', { stage: stage.id });
  const given = givenTo(command, stage, facts.committee, ready);
  if (isRejected(given)) return given;
  const seen = asSeen(command, ready);
  if (isRejected(seen)) return seen;
  const { reason } = command;
  const chosenBy = goesTo(stage, ready) ? 'condition' : 'choice';
  if (chosenBy === 'choice' && isBlank(reason)) return reject('reason-missing');
  return accept({
    type: 'SheetHandedOver', stage: stage.id, evaluator: stage.evaluator, chosenBy, ...(reason !== undefined && { reason }),
    sheetRevision: ready.changedRevision, schemeVersion: version.schemeVersion, planVersion, planRevision, ...given,
  });
}

function isPassed(stage: Stage, { stages }: SchemeVersion, works: Works): boolean {
  return stages.slice(stages.indexOf(stage)).some(({ id }) => works[id]?.result !== undefined);
}

type GivenTo = Pick<SheetHandedOver, 'committee' | 'subgroup' | 'committeeRevision' | 'recused'>;

/** The committee that gets the sheet, and who of it always has to do with the sheet's section. */
function givenTo(
  { committee: id, subgroup, now }: HandOver & Asked, { id: stage, evaluator }: Stage, committee: FoundedCommittee | undefined, { section, works }: SheetBody,
): GivenTo | Rejected<'committee-wrong'> {
  const before = works[stage]?.handOver.committee;
  if (evaluator !== 'committee') return id === undefined && subgroup === undefined ? {} : reject('committee-wrong');
  if (committee === undefined || (subgroup !== undefined && subgroupOf(committee, subgroup) === undefined)) return reject('committee-wrong');
  if (rosterOn(committee, dayInJapan(now), subgroup).length === 0) return reject('committee-wrong');
  // What one committee said in a stage is not another's to read.
  if (before !== undefined && before !== committee.id) return reject('committee-wrong');
  return {
    committee: committee.id, ...(subgroup !== undefined && { subgroup }), committeeRevision: committee.revision,
    recused: committee.members.filter((member) => hasConflict(committee, member.id, section)).map((member) => member.id),
  };
}
