import { isDay } from '../../../kernel/day.ts';
import type { Fault } from '../../../kernel/fault.ts';
import type { Appointment } from '../municipality.events.ts';

/** What is wrong with the days of an appointment: days that there are not, and an end before the beginning. */
export function dayFaults({ from, to }: Pick<Appointment, 'from' | 'to'>, prefix = ''): readonly Fault[] {
  const noSuchDay = (member: string, day: string | undefined) =>
    (day === undefined || isDay(day) ? [] : [{ path: prefix + member, message: `there is no day ${day}` }]);
  const faults = [...noSuchDay('from', from), ...noSuchDay('to', to)];
  if (faults.length > 0 || from === undefined || to === undefined || from <= to) return faults;
  return [{ path: `${prefix}to`, message: `${to} is before ${from}` }];
}
