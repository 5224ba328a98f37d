import type { Asked } from '../../../kernel/asked.ts';
import { dayInJapan } from '../../../kernel/day.ts';
import { accept, reject } from '../../../kernel/decision.ts';
import type { Label } from '../../../kernel/label.ts';
import { ofCommittee } from '../committee-verb.ts';
import { strangersFrom } from '../roster.ts';
import { wrongChair } from './elect-chair.ts';

export interface FormSubgroup {
  readonly name: Label;
  readonly members: readonly string[];
  readonly chair: string;
  readonly deputy?: string;
}

/** 部会. Its chair and deputy are among its own members. In this order: 'member-unknown', 'deputy-is-chair', 'member-unknown'. */
export const formSubgroup = ofCommittee((command: FormSubgroup & Asked, committee) => {
  const { name, members, chair, deputy, now } = command;
  const strangers = strangersFrom(committee, members, dayInJapan(now));
  if (strangers.length > 0) return reject('member-unknown', { members: strangers });
  return wrongChair({ chair, deputy }, members) ?? accept({
    type: 'SubgroupFormed', subgroup: command.newId('subgroup'), name, members: [...new Set(members)], chair, ...(deputy !== undefined && { deputy }),
  });
});
