import type { Asked } from '../../../kernel/asked.ts';
import { dayInJapan } from '../../../kernel/day.ts';
import { accept, reject, type Rejected } from '../../../kernel/decision.ts';
import { ofCommittee } from '../committee-verb.ts';
import { rosterOn } from '../roster.ts';

export interface ElectChair {
  readonly chair: string;
  /** 副委員長・職務代理: absent where nobody was named. */
  readonly deputy?: string;
}

/** 互選, as the secretariat records it. In this order: 'deputy-is-chair', 'member-unknown'. */
export const electChair = ofCommittee(({ chair, deputy, now }: ElectChair & Asked, committee) => {
  const refused = wrongChair({ chair, deputy }, rosterOn(committee, dayInJapan(now)).map(({ id }) => id));
  if (refused !== undefined) return refused;
  if (committee.chair === chair && committee.deputy === deputy) return accept();
  return accept({ type: 'ChairElected', chair, ...(deputy !== undefined && { deputy }) });
});

/** Why these two cannot preside over those. */
export function wrongChair(
  { chair, deputy }: { readonly chair: string; readonly deputy: string | undefined }, members: readonly string[],
): Rejected<'deputy-is-chair' | 'member-unknown'> | undefined {
  if (chair === deputy) return reject('deputy-is-chair');
  const strangers = [chair, deputy].filter((one) => one !== undefined && !members.includes(one));
  return strangers.length === 0 ? undefined : reject('member-unknown', { members: strangers });
}
