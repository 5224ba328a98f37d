import type { Asked } from '../../kernel/asked.ts';
import { accept, reject, type Decision } from '../../kernel/decision.ts';
import { dangling, repeated, type Fault } from '../../kernel/fault.ts';
import type { Municipality } from './municipality.ts';
import type { Appointment, MunicipalityEvent, MunicipalityFounded } from './municipality.events.ts';
import { overlap } from './office.ts';
import { dayFaults } from './posts/day-faults.ts';

export type FoundMunicipality = Omit<MunicipalityFounded, 'type'>;

/** In this order: the first that holds is told. */
export type FoundingRejection = 'municipality-exists' | 'founding-faulty';

/** The office as it stands on its first day: no one may refer to something that is not there. */
export function found(command: FoundMunicipality & Asked, municipality: Municipality): Decision<MunicipalityEvent, FoundingRejection> {
  if (municipality.phase !== 'absent') return reject('municipality-exists');
  const { name, demonstration, departments, sections, posts, appointments, words } = command;
  const faults = [
    ...repeated('departments', 'id', departments),
    ...repeated('sections', 'id', sections),
    ...repeated('posts', 'id', posts),
    ...repeated('appointments', 'id', appointments),
    ...dangling('sections', 'department', sections, idsOf(departments)),
    ...dangling('posts', 'section', posts, idsOf(sections)),
    ...dangling('appointments', 'post', appointments, idsOf(posts)),
    ...appointments.flatMap((one, index) => dayFaults(one, `appointments[${index}].`)),
    ...heldTwice(appointments),
  ];
  if (faults.length > 0) return reject('founding-faulty', { faults });
  return accept({
    type: 'MunicipalityFounded', name, demonstration, departments, sections, posts, appointments, ...(words !== undefined && { words }),
  });
}

/** A post has one holder at a time. */
function heldTwice(appointments: readonly Appointment[]): readonly Fault[] {
  const byPost = Map.groupBy(appointments.map((one, index) => ({ one, index })), ({ one }) => one.post);
  return [...byPost.values()].flatMap((holders) => holders.flatMap(({ one, index }, place) => {
    const other = holders.slice(0, place).find((earlier) => overlap(earlier.one, one));
    return other === undefined ? [] : [{ path: `appointments[${index}].post`, message: `${one.post} is held by ${other.one.id} then` }];
  }));
}

function idsOf(items: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(items.map((item) => item.id));
}
