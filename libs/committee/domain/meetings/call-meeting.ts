import type { Asked } from '../../../kernel/asked.ts';
import { isDay, type Day } from '../../../kernel/day.ts';
import { accept, reject } from '../../../kernel/decision.ts';
import type { Fault } from '../../../kernel/fault.ts';
import type { AgendaItem } from '../committee.events.ts';
import { ofCommittee } from '../committee-verb.ts';
import { subgroupOf } from '../roster.ts';

export interface CallMeeting {
  readonly way: 'meeting' | 'circulation';
  readonly subgroup?: string;
  readonly on: Day;
  /** Of a circulation: its last day. */
  readonly until?: Day;
  readonly place?: string;
  readonly agenda: readonly Omit<AgendaItem, 'id'>[];
}

/** 招集, or 書面審議. In this order: 'subgroup-unknown', 'days-wrong'. */
export const callMeeting = ofCommittee((command: CallMeeting & Asked, committee) => {
  const { way, subgroup, on, until, place, agenda } = command;
  if (subgroup !== undefined && subgroupOf(committee, subgroup) === undefined) return reject('subgroup-unknown', { subgroup });
  const faults = faultsOf(command);
  if (faults.length > 0) return reject('days-wrong', { faults });
  return accept({
    type: 'MeetingCalled', meeting: command.newId('meeting'), way, ...(subgroup !== undefined && { subgroup }), on,
    ...(until !== undefined && { until }), ...(place !== undefined && { place }),
    agenda: agenda.map(({ title, sheet }, index) => ({ id: command.newId(`item ${index}`), title, ...(sheet !== undefined && { sheet }) })),
  });
});

function faultsOf({ way, on, until }: CallMeeting): readonly Fault[] {
  if (!isDay(on)) return [{ path: 'on', message: `there is no day ${on}` }];
  if (way === 'meeting') return until === undefined ? [] : [{ path: 'until', message: 'a meeting is on one day' }];
  if (until === undefined || !isDay(until)) return [{ path: 'until', message: 'a circulation needs its last day' }];
  return on <= until ? [] : [{ path: 'until', message: `${until} is before ${on}` }];
}
