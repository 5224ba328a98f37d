import { reject } from '../kernel/decision.ts';
import { queryOf } from '../platform/reads/question.ts';
import { municipalityDecider, municipalityStream } from './domain/municipality.ts';

/** The office as its people see it: what it is called and how it is divided. Who holds which post is not in it. */
export const ReadMunicipality = queryOf({
  name: 'municipality.read',
  async answer(_asked: object, { asker, states, may }) {
    const { state } = await states.fold(municipalityDecider, municipalityStream(asker.municipality));
    if (state.phase === 'absent') return reject('unknown');
    if (!may({})) return reject('not-allowed');
    const { name, demonstration, departments, sections } = state;
    return { id: asker.municipality, name, demonstration, departments, sections };
  },
});

/** Who the asker is to the office, so that a script or a page can say under which appointment it acts. */
export const WhoAmI = queryOf({
  name: 'municipality.who-am-i',
  answer(_asked: object, { asker, nameOf, may }) {
    if (!may({})) return reject('not-allowed');
    const { actor, appointment, role, section, department } = asker;
    return { person: actor, name: nameOf(actor), appointment, role, section, department };
  },
});
