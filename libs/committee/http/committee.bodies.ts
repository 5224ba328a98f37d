import { Type } from 'class-transformer';
import {
  ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength,
  ValidateNested,
} from 'class-validator';
import { officeIdPattern } from '../../kernel/office-id.ts';
import { personPattern } from '../../municipality/http/people.bodies.ts';
import { LabelBody } from '../../platform/http/label-body.ts';
import type { Attendance } from '../domain/committee.events.ts';

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
/** Of its year and its node; whether there is such a sheet is not known in this room. */
const sheetPattern = /^\d{4}-[0-9a-f-]{36}$/;

export class ShareBody {
  @IsInt() @Min(1) @Max(100) parts!: number;
  @IsInt() @Min(1) @Max(100) of!: number;
  /** True: more than that part. False: that part is enough. */
  @IsBoolean() moreThan!: boolean;
}

export class QuorumBody {
  /** Of the members, in a meeting. */
  @IsObject() @ValidateNested() @Type(() => ShareBody) present!: ShareBody;
  /** Of the members, when papers go round 書面審議. */
  @IsObject() @ValidateNested() @Type(() => ShareBody) opinions!: ShareBody;
}

export class FoundCommitteeBody {
  @IsObject() @ValidateNested() @Type(() => LabelBody) name!: LabelBody;
  @IsObject() @ValidateNested() @Type(() => QuorumBody) quorum!: QuorumBody;
}

export class SetQuorumBody {
  @IsObject() @ValidateNested() @Type(() => QuorumBody) quorum!: QuorumBody;
}

export class AppointMemberBody {
  @IsString() @Matches(personPattern) person!: string;
  /** The first day of the term. */
  @IsString() @Matches(dayPattern) from!: string;
  /** The last day of the term; without one no end is known. */
  @IsOptional() @IsString() @Matches(dayPattern) to?: string;
}

export class EndMembershipBody {
  /** The last day of the term. */
  @IsString() @Matches(dayPattern) to!: string;
  @IsString() @MaxLength(2_000) reason!: string;
}

/** Members are named by their memberships. */
export class ElectChairBody {
  @IsString() @IsUUID() chair!: string;
  @IsOptional() @IsString() @IsUUID() deputy?: string;
}

export class FormSubgroupBody {
  @IsObject() @ValidateNested() @Type(() => LabelBody) name!: LabelBody;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(100) @IsUUID(undefined, { each: true }) members!: string[];
  @IsString() @IsUUID() chair!: string;
  @IsOptional() @IsString() @IsUUID() deputy?: string;
}

export class ConflictBody {
  @IsString() @IsUUID() member!: string;
  @IsString() @Matches(officeIdPattern) section!: string;
  @IsString() @MaxLength(2_000) reason!: string;
}

export class AssignSheetsBody {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(500) @IsString({ each: true }) @Matches(sheetPattern, { each: true }) sheets!: string[];
  /** None: everybody gives opinions on them. */
  @IsArray() @ArrayMaxSize(100) @IsUUID(undefined, { each: true }) members!: string[];
}

export class NewAgendaItemBody {
  @IsString() @MinLength(1) @MaxLength(200) title!: string;
  @IsOptional() @IsString() @Matches(sheetPattern) sheet?: string;
}

export class AgendaItemBody extends NewAgendaItemBody {
  /** Of an item that is on the agenda; a new one has none. */
  @IsOptional() @IsString() @IsUUID() id?: string;
}

export class CallMeetingBody {
  /** A circulation 書面審議 goes from `on` to `until`. */
  @IsIn(['meeting', 'circulation']) way!: 'meeting' | 'circulation';
  @IsOptional() @IsString() @IsUUID() subgroup?: string;
  @IsString() @Matches(dayPattern) on!: string;
  @IsOptional() @IsString() @Matches(dayPattern) until?: string;
  @IsOptional() @IsString() @MinLength(1) @MaxLength(200) place?: string;
  @IsArray() @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => NewAgendaItemBody) agenda!: NewAgendaItemBody[];
}

export class ChangeAgendaBody {
  @IsArray() @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => AgendaItemBody) agenda!: AgendaItemBody[];
}

export class CancelMeetingBody {
  @IsString() @MaxLength(2_000) reason!: string;
}

export class AttendanceBody {
  @IsString() @IsUUID() member!: string;
  @IsIn(['present', 'online', 'absent']) way!: Attendance['way'];
}

export class HoldMeetingBody {
  @IsArray() @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => AttendanceBody) attendance!: AttendanceBody[];
  /** Whether everybody could come. */
  @IsBoolean() isOpen!: boolean;
  /** Why it was closed to the public. */
  @IsOptional() @IsString() @MaxLength(2_000) closedFor?: string;
}

export class DraftMinutesBody {
  @IsString() @IsUUID() item!: string;
  @IsString() @MinLength(1) @MaxLength(50_000) text!: string;
}

export class CheckMinutesBody {
  @IsString() @IsUUID() item!: string;
  /** The revision of the draft that was read. */
  @IsInt() @Min(0) @Max(1_000_000) draftRevision!: number;
  /** What is not right; without one, all is. */
  @IsOptional() @IsString() @MaxLength(10_000) remark?: string;
}

export class PublishMinutesBody {
  /** Why, although somebody who was present has not found all of it right. */
  @IsOptional() @IsString() @MaxLength(2_000) reason?: string;
}
