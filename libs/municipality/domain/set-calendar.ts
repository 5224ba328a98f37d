import type { Asked } from '../../kernel/asked.ts';
import { isDay } from '../../kernel/day.ts';
import { accept, reject, type Decision } from '../../kernel/decision.ts';
import { repeated, type Fault } from '../../kernel/fault.ts';
import type { MunicipalityEvent, OfficeCalendar, OwnDay } from './municipality.events.ts';
import { inOffice, sameLabel } from './office-verb.ts';

export type SetCalendar = OfficeCalendar;

export type SetCalendarRejection = 'calendar-faulty';

/** All of the office's own days at once, in their order; those that are not said are days like any other again. */
export const setCalendar = inOffice((command: SetCalendar & Asked, { calendar }): Decision<MunicipalityEvent, SetCalendarRejection> => {
  const faults = faultsOf(command);
  if (faults.length > 0) return reject('calendar-faulty', { faults });
  const [closed, opened] = [inOrder(command.closed), inOrder(command.opened)];
  if (same(closed, calendar.closed) && same(opened, calendar.opened)) return accept();
  return accept({ type: 'CalendarSet', closed, opened });
});

function faultsOf({ closed, opened }: OfficeCalendar): readonly Fault[] {
  const noSuchDay = (path: string, days: readonly OwnDay[]) => days.flatMap(({ date }, index) =>
    (isDay(date) ? [] : [{ path: `${path}[${index}].date`, message: `there is no day ${date}` }]));
  const closedDates = new Set(closed.map(({ date }) => date));
  return [
    ...noSuchDay('closed', closed), ...repeated('closed', 'date', closed),
    ...noSuchDay('opened', opened), ...repeated('opened', 'date', opened),
    ...opened.flatMap(({ date }, index) =>
      (closedDates.has(date) ? [{ path: `opened[${index}].date`, message: `${date} is among the closed days` }] : [])),
  ];
}

function inOrder(days: readonly OwnDay[]): readonly OwnDay[] {
  return days.map(({ date, name }) => ({ date, name })).sort((one, other) => (one.date < other.date ? -1 : 1));
}

function same(days: readonly OwnDay[], others: readonly OwnDay[]): boolean {
  return days.length === others.length
    && days.every(({ date, name }, index) => date === others[index]?.date && sameLabel(name, others[index].name));
}
