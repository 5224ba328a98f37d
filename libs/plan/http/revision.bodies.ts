import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import type { RevisionReason } from '../domain/revision/revision.events.ts';
import { TargetEvidenceBody, targetReasons } from './plan.bodies.ts';

const revisionReasons = [
  ...targetReasons, 'recommendation', 'reorganisation', 'consolidation', 'upper-plan-changed', 'measure-begun', 'measure-ended',
] as const satisfies readonly RevisionReason[];

export class RevisionReasonBody {
  @IsString() @MaxLength(5_000) reason!: string;
}

export class ProposeChangeBody {
  /**
   * Its kind says what else it has: change-target, add-node, drop-node, rename-node, move-node, merge-nodes, split-node,
   * change-owner, add-indicator, replace-indicator, drop-indicator.
   */
  @IsObject() change!: Record<string, unknown>;
  @IsIn(revisionReasons) reason!: RevisionReason;
  @IsString() @MaxLength(5_000) text!: string;
  /** The sheets on which it rests. */
  @IsOptional() @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => TargetEvidenceBody) evidence?: TargetEvidenceBody[];
  /** The recommendations on which it rests, by id. */
  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) @Matches(/^[A-Za-z0-9-]{1,100}$/, { each: true }) recommendations?: string[];
}

export class DiscussProposalBody {
  @IsString() @MaxLength(5_000) text!: string;
}

export class AdoptPlanRevisionBody {
  /** The fiscal year from which the version holds. */
  @IsInt() @Min(1927) @Max(9999) fromYear!: number;
  /** Those that are taken, in the order in which they are worked in. */
  @IsArray() @ArrayMaxSize(1_000) @IsUUID('all', { each: true }) proposals!: string[];
}

export class ComparePlanVersionsQuery {
  @IsString() @Matches(/^[1-9]\d{0,5}$/) from!: string;
  @IsString() @Matches(/^[1-9]\d{0,5}$/) to!: string;
}
