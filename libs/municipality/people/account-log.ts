import { randomUUID } from 'node:crypto';
import { isRejected, type Rejected } from '../../kernel/decision.ts';
import type { Asker } from '../../platform/access/asker.ts';
import type { Runner } from '../../platform/commands/runner.ts';
import { RecordAccountDeed } from '../commands.ts';
import { municipalityStream } from '../domain/municipality.ts';
import type { AccountDeed } from '../domain/record-account-deed.ts';

/** Says in the log who did what to whose account; the account itself stands beside it. */
export class AccountLog {
  constructor(private readonly runner: Runner) {}

  /**
   * Told before it is done: the two are kept in two places, so a fault may come between them, and then the log tells of a deed
   * that came to nothing and is done again, but never keeps quiet about one that was done. A refusal means that it must not be done.
   */
  async tell(asker: Asker, deed: AccountDeed, people: readonly string[]): Promise<Rejected | undefined> {
    const outcome = await this.runner.run(
      new RecordAccountDeed(municipalityStream(asker.municipality), { asker, key: randomUUID() }, { deed, people }));
    return isRejected(outcome) ? outcome : undefined;
  }
}
