import { dayInJapan } from '../kernel/day.ts';
import type { KnownPeople } from '../municipality/people/known-people.ts';
import { WhoAsks, type Asker, type Credential, type SignedIn } from '../platform/access/asker.ts';
import type { ClockOf } from '../platform/clock-of.ts';
import type { FactReader } from '../platform/commands/verb.ts';
import type { ReadModelHost } from '../platform/reads/read-model-host.ts';
import { membershipsOfSame, roleOf, runsOn } from './domain/roster.ts';
import { membershipsOf, notEndedBefore, type MembershipIn } from './memberships.ts';
import { committeesModel } from './reads/committees/committees.model.ts';

/** Says who asks: by the posts of the office, and where these do not settle it, by memberships. So the office depends on no committee. */
export class KnownMembers extends WhoAsks {
  constructor(private readonly parts: {
    readonly known: KnownPeople; readonly states: FactReader; readonly host: ReadModelHost; readonly clocks: ClockOf;
  }) {
    super();
  }

  override async identify(municipality: string, credential: Credential, appointment?: string): Promise<SignedIn | undefined> {
    const found = this.parts.known.personOf(municipality, credential);
    if (found === undefined) return undefined;
    const asker = await this.#askerOf(municipality, found.person, appointment);
    return asker && { asker, mustChangePassword: found.mustChange };
  }

  override async worksHere(municipality: string, person: string): Promise<boolean> {
    return await this.#askerOf(municipality, person) !== undefined;
  }

  override async isInOffice(municipality: string, person: string): Promise<boolean> {
    return await this.parts.known.isInOffice(municipality, person)
      || notEndedBefore(await this.#memberships(municipality, person), this.#today(municipality)).length > 0;
  }

  async #askerOf(municipality: string, person: string, appointment?: string): Promise<Asker | undefined> {
    return await this.parts.known.askerOf(municipality, person, appointment) ?? await this.#memberOf(municipality, person, appointment);
  }

  /** Under the membership that is asked for, else under the first one. */
  async #memberOf(municipality: string, person: string, asked?: string): Promise<Asker | undefined> {
    const today = this.#today(municipality);
    const held = (await this.#memberships(municipality, person))
      .find(({ membership }) => runsOn(membership, today) && (asked === undefined || membership.id === asked));
    if (held === undefined) return undefined;
    const { committee, membership: { id } } = held;
    return {
      municipality, actor: person, appointment: id, role: roleOf(committee, id), committee: committee.id, memberships: membershipsOfSame(committee, id),
    };
  }

  /** None in an office that is closed. */
  async #memberships(municipality: string, person: string): Promise<readonly MembershipIn[]> {
    const { known, host, states } = this.parts;
    const office = await known.officeOf(municipality);
    return office?.phase === 'founded' ? membershipsOf(person, municipality, host.reader(committeesModel), states) : [];
  }

  #today(municipality: string): string {
    return dayInJapan(this.parts.clocks.now(municipality));
  }
}
