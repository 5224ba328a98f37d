import { dayInJapan, type Day } from '../kernel/day.ts';
import { reject } from '../kernel/decision.ts';
import type { FiscalYear } from '../kernel/fiscal-year.ts';
import { queryOf } from '../platform/reads/question.ts';
import { closedDaysOf, knownYears } from './calendar.ts';
import { municipalityDecider, municipalityStream } from './domain/municipality.ts';
import { heldOn, holdersOn, wordsOf } from './domain/office.ts';

/** The office as its people see it: its words, how it is divided, and was. Who holds which post is not in it. */
export const ReadMunicipality = queryOf({
  name: 'municipality.read',
  async answer(_asked: object, { asker, states, may }) {
    const { state } = await states.fold(municipalityDecider, municipalityStream(asker.municipality));
    if (state.phase === 'absent') return reject('unknown');
    if (!may({})) return reject('not-allowed');
    const { phase, name, demonstration, departments, sections, posts } = state;
    return { id: asker.municipality, phase, name, demonstration, words: wordsOf(state), departments, sections, posts };
  },
});

/** Every post with its appointments, those to come included, and who holds it on a day, which is today if none is said. */
export const ReadPosts = queryOf({
  name: 'municipality.read-posts',
  async answer(asked: { readonly on?: Day }, { asker, states, may, nameOf, now }) {
    const { state } = await states.fold(municipalityDecider, municipalityStream(asker.municipality));
    if (state.phase === 'absent') return reject('unknown');
    if (!may({})) return reject('not-allowed');
    const on = asked.on ?? dayInJapan(now());
    const named = <One extends { readonly person: string }>({ person, ...rest }: One) => ({ ...rest, person: { id: person, name: nameOf(person) } });
    return {
      on,
      posts: state.posts.map((post) => ({
        ...post,
        holders: holdersOn(state, post.id, on).map(({ id, person }) => named({ appointment: id, person })),
        appointments: state.appointments.filter((one) => one.post === post.id).map(({ post: _post, ...rest }) => named(rest)),
      })),
    };
  },
});

/** The days of a fiscal year on which the office is closed, each with its reason, and the days that are the office's own. */
export const ReadCalendar = queryOf({
  name: 'municipality.read-calendar',
  async answer({ year }: { readonly year: FiscalYear }, { asker, states, may }) {
    const { state } = await states.fold(municipalityDecider, municipalityStream(asker.municipality));
    if (state.phase === 'absent') return reject('unknown');
    if (!may({})) return reject('not-allowed');
    const { first, last } = knownYears;
    if (year < first || year > last) {
      return reject('wrong-input', { errors: [{ field: 'year', message: `must be ${first} to ${last}: of no other year every holiday is known` }] });
    }
    return { year, closedDays: closedDaysOf(state.calendar, `${year}-04-01`, `${year + 1}-03-31`), own: state.calendar };
  },
});

/** Who the asker is to the office, under which appointment or membership he acts, and under which appointments he may today. */
export const WhoAmI = queryOf({
  name: 'municipality.who-am-i',
  async answer(_asked: object, { asker, states, nameOf, may, now }) {
    if (!may({})) return reject('not-allowed');
    const { municipality, actor, appointment, role, section, department, committee } = asker;
    const { state } = await states.fold(municipalityDecider, municipalityStream(municipality));
    const held = state.phase === 'absent' ? [] : heldOn(state, actor, dayInJapan(now())).flatMap(({ id, post: seat }) =>
      state.posts.filter((post) => post.id === seat).map((post) =>
        ({ id, post: post.id, title: post.title, role: post.role, section: post.section })));
    return { person: actor, name: nameOf(actor), appointment, role, section, department, committee, appointments: held };
  },
});
