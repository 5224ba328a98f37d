import { dayInJapan, type Day } from '../../kernel/day.ts';
import { reject, type Rejected } from '../../kernel/decision.ts';
import type { Asker, Credential } from '../../platform/access/asker.ts';
import type { ClockOf } from '../../platform/clock-of.ts';
import type { FactReader } from '../../platform/commands/verb.ts';
import { isMunicipalityId, municipalityDecider, municipalityStream } from '../domain/municipality.ts';
import type { FoundedMunicipality } from '../domain/municipality.ts';
import { heldOn, notEndedBefore, predecessorsOf } from '../domain/office.ts';
import { keptByOthers } from '../domain/record-account-deed.ts';
import type { PeopleRecords } from './people-records.ts';

/** Somebody by his credential. */
interface Credited {
  readonly person: string;
  /** He knows only the password that was printed for him. */
  readonly mustChange: boolean;
}

/** Says whose a credential is, and which of the posts that he holds today he acts under. */
export class KnownPeople {
  constructor(
    private readonly records: PeopleRecords,
    private readonly states: FactReader,
    private readonly clocks: ClockOf,
  ) {}

  personOf(municipality: string, credential: Credential): Credited | undefined {
    if (!('token' in credential)) return this.records.sessions.find(municipality, credential.session);
    const person = this.records.tokens.holderOf(municipality, credential.token);
    return person === undefined ? undefined : { person, mustChange: false };
  }

  /** Whether he holds a post, or is to hold one. */
  async isInOffice(municipality: string, person: string): Promise<boolean> {
    const office = await this.officeOf(municipality);
    return office !== undefined && notEndedBefore(office, person, this.#today(municipality)).length > 0;
  }

  /** Why the asker may not look after these people's accounts, though he may after others'. */
  async refusalOfAccounts({ municipality, role }: Asker, people: readonly string[]): Promise<Rejected | undefined> {
    const office = await this.officeOf(municipality);
    const others = office === undefined ? [] : keptByOthers(office, people, role, this.#today(municipality));
    return others.length === 0 ? undefined : reject('not-allowed', { people: others });
  }

  /** Everybody who was ever appointed here or has a name here. */
  async everybody(municipality: string): Promise<ReadonlySet<string>> {
    const office = await this.officeOf(municipality);
    const named = this.records.people.all(municipality).map(({ id }) => id);
    return new Set([...named, ...office?.appointments.map(({ person }) => person) ?? []]);
  }

  async officeOf(municipality: string): Promise<FoundedMunicipality | undefined> {
    if (!isMunicipalityId(municipality)) return undefined;
    const { state } = await this.states.fold(municipalityDecider, municipalityStream(municipality));
    return state.phase === 'absent' ? undefined : state;
  }

  /** Under the appointment that is asked for, else under the oldest; under none in an office that is closed. */
  async askerOf(municipality: string, person: string, appointment?: string): Promise<Asker | undefined> {
    const office = await this.officeOf(municipality);
    if (office === undefined || office.phase === 'closed') return undefined;
    const held = this.#heldToday(municipality, office, person).find((one) => appointment === undefined || one.id === appointment);
    const post = office.posts.find((one) => one.id === held?.post);
    const section = office.sections.find((one) => one.id === post?.section);
    if (held === undefined || post === undefined || section === undefined) return undefined;
    return {
      municipality, actor: person, appointment: held.id, post: post.id, role: post.role,
      section: section.id, predecessors: predecessorsOf(office, section.id), department: section.department,
    };
  }

  #heldToday(municipality: string, office: FoundedMunicipality, person: string) {
    return heldOn(office, person, this.#today(municipality));
  }

  #today(municipality: string): Day {
    return dayInJapan(this.clocks.now(municipality));
  }
}
