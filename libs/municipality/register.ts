import { canonicalJson } from '../event-store/canonical-json.ts';
import { isBlank } from '../kernel/blank.ts';
import { isRejected, reject, type Rejected } from '../kernel/decision.ts';
import { parseUuid } from '../kernel/uuid.ts';
import { operatorAsker } from '../platform/access/asker.ts';
import { deriveUuid } from '../platform/commands/command-id.ts';
import type { Runner } from '../platform/commands/runner.ts';
import type { FactReader, Receipt } from '../platform/commands/verb.ts';
import { CloseMunicipality, FoundMunicipality } from './commands.ts';
import { isMunicipalityId, municipalityDecider, municipalityStream } from './domain/municipality.ts';
import { readFounding } from './founding.ts';
import type { PeopleRecords } from './people/people-records.ts';

const foundingKeys = '6d656775-7269-4000-8000-666f756e6421';
const closingKeys = '6d656775-7269-4000-8000-636c6f736564';
const longestLabel = 100;

/** What the operator does for a municipality before anybody can sign in there. */
export class Register {
  constructor(private readonly parts: { readonly runner: Runner; readonly states: FactReader; readonly records: PeopleRecords }) {}

  /**
   * The same founding again is answered as the first time and its names are written again, so one that was cut off
   * between the log and the names is mended by asking once more.
   */
  async found(asked: unknown): Promise<{ municipality: string; receipt: Receipt; namedPeople: number } | Rejected> {
    const founding = readFounding(asked);
    if (!('office' in founding)) return reject('founding-faulty', { faults: founding });
    const { municipality, office, people } = founding;
    const key = deriveUuid(foundingKeys, municipality, canonicalJson(office));
    const outcome = await this.parts.runner.run(
      new FoundMunicipality(municipalityStream(municipality), { asker: operatorAsker(municipality), key }, office));
    if (isRejected(outcome)) return outcome;
    for (const { id, name } of people) this.parts.records.people.name(municipality, id, name);
    return { municipality, receipt: outcome.receipt, namedPeople: people.length };
  }

  /** A municipality is closed once and for ever, so asking again is answered as the first time. */
  async close(municipality: string): Promise<{ municipality: string; receipt: Receipt } | Rejected> {
    if (!isMunicipalityId(municipality)) return reject('municipality-unknown', { municipality });
    const key = deriveUuid(closingKeys, municipality);
    const outcome = await this.parts.runner.run(
      new CloseMunicipality(municipalityStream(municipality), { asker: operatorAsker(municipality), key }, {}));
    if (isRejected(outcome)) return outcome.code === 'unknown' ? reject('municipality-unknown', { municipality }) : outcome;
    return { municipality, receipt: outcome.receipt };
  }

  /** A token for somebody who holds a post; for anybody else it would open nothing. */
  async addToken(municipality: string, asked: string, label: string): Promise<{ token: string } | Rejected> {
    if (isBlank(label) || label.length > longestLabel) {
      return reject('wrong-input', { errors: [{ field: 'label', message: `must have 1 to ${longestLabel} characters` }] });
    }
    const person = parseUuid(asked) ?? asked;
    if (!isMunicipalityId(municipality)) return reject('municipality-unknown', { municipality });
    const { state } = await this.parts.states.fold(municipalityDecider, municipalityStream(municipality));
    if (state.phase === 'absent') return reject('municipality-unknown', { municipality });
    if (state.phase === 'closed') return reject('municipality-closed', { municipality });
    if (!state.appointments.some((one) => one.person === person)) return reject('person-without-post', { person });
    return { token: this.parts.records.tokens.add(municipality, person, label) };
  }
}
