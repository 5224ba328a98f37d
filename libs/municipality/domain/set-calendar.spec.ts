import { describe, it } from '@jest/globals';
import { specify } from '../../kernel/testing/given.ts';
import { municipalityDecider } from './municipality.ts';
import { asking, founded, named } from './office-examples.ts';
import { setCalendar } from './set-calendar.ts';

const { given } = specify(municipalityDecider);
const day = (date: string, name = '開庁記念日') => ({ date, name: named(name) });
const command = { closed: [day('2027-10-01'), day('2026-10-01')], opened: [day('2027-03-28', '休日窓口')] };
const recorded = { type: 'CalendarSet', closed: [day('2026-10-01'), day('2027-10-01')], opened: command.opened } as const;

describe('set the calendar', () => {
  it('records the office\'s own days in their order', () => {
    given(founded).when((state) => setCalendar(asking(command), state)).then(recorded);
  });

  it('stays quiet when these are its days', () => {
    given(founded, recorded).when((state) => setCalendar(asking(command), state)).thenNothing();
  });

  it('refuses days that there are not, are there twice, or are both open and closed', () => {
    const faulty = { closed: [day('2026-10-01'), day('2026-10-01')], opened: [day('2026-02-30'), day('2026-10-01')] };
    given(founded).when((state) => setCalendar(asking(faulty), state)).thenRejected('calendar-faulty', {
      faults: [
        { path: 'closed[1].date', message: '2026-10-01 is there already' },
        { path: 'opened[0].date', message: 'there is no day 2026-02-30' },
        { path: 'opened[1].date', message: '2026-10-01 is among the closed days' },
      ],
    });
  });
});
