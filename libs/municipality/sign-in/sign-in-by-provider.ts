import type { Logger } from 'pino';
import { reject, type Rejected } from '../../kernel/decision.ts';
import type { WhoAsks } from '../../platform/access/asker.ts';
import type { PeopleRecords } from '../people/people-records.ts';
import type { IdentityProvider, Vouched } from './identity-provider.ts';
import type { BegunSession, SignIn } from './sign-in.ts';

interface Parts {
  readonly records: PeopleRecords;
  readonly whoAsks: WhoAsks;
  readonly signIn: SignIn;
  /** Undefined where people have local accounts only. */
  readonly provider: IdentityProvider | undefined;
  readonly log: Logger;
}

/**
 * Signs in whom the provider vouches for: by a link that was made before, or at first by his verified address. Where the browser
 * comes back to is asked for only when there is a provider: without one, nobody need have said how this installation is reached.
 */
export class SignInByProvider {
  constructor(private readonly parts: Parts) {}

  /** Where the browser goes, and what it keeps until it comes back. */
  async begin(municipality: string, redirectUri: () => string, address: string): Promise<{ readonly url: string; readonly kept: string } | Rejected> {
    const { provider, signIn, records } = this.parts;
    if (provider === undefined) return reject('unknown');
    const refused = signIn.attempt(address);
    if (refused !== undefined) return refused;
    const comesBackTo = redirectUri();
    try {
      const { url, elsewhere } = await provider.begin(comesBackTo);
      return { url, kept: records.signInsElsewhere.begin(municipality, elsewhere) };
    } catch (fault) {
      this.#tell(fault);
      return reject('provider-unavailable');
    }
  }

  async finish(municipality: string, kept: string | undefined, cameBackTo: () => URL, address: string): Promise<BegunSession | Rejected> {
    const { provider, signIn, records, whoAsks } = this.parts;
    if (provider === undefined) return reject('unknown');
    const elsewhere = kept === undefined ? undefined : records.signInsElsewhere.take(municipality, kept);
    if (elsewhere === undefined) return reject('sign-in-failed');
    const asked = cameBackTo();
    try {
      const vouched = await provider.finish(asked, elsewhere);
      const person = this.#personOf(municipality, vouched);
      if (person === undefined || !await whoAsks.worksHere(municipality, person)) return reject('sign-in-failed');
      if (!records.identities.link(municipality, vouched, person)) return reject('sign-in-failed');
      return signIn.begin(municipality, person, { mustChange: false, address });
    } catch (fault) {
      this.#tell(fault);
      return reject('sign-in-failed');
    }
  }

  #personOf(municipality: string, vouched: Vouched): string | undefined {
    const { identities, people } = this.parts.records;
    const linked = identities.personOf(municipality, vouched);
    if (linked !== undefined || vouched.verifiedMail === undefined) return linked;
    const [person, ...others] = people.withMail(municipality, vouched.verifiedMail);
    return others.length === 0 ? person : undefined;
  }

  /** Only the kind of fault: what a provider answers may hold a name, a code or a token. */
  #tell(fault: unknown): void {
    const { name, code } = fault as { readonly name?: unknown; readonly code?: unknown };
    this.parts.log.warn({ fault: name, code }, 'signing in by the provider failed');
  }
}
