import { KurrentDBClient } from '@kurrent/kurrentdb-client';

/**
 * A client that can be replaced. One whose first read met a dead server never reads again, one whose server froze keeps
 * its calls for ever, and one that failed to learn what the server can do remembers the failure: a new one does not.
 */
export class RenewableClient {
  readonly #connectionString: string;
  #current: KurrentDBClient;
  readonly #retiring = new Set<Promise<void>>();

  constructor(connectionString: string) {
    this.#connectionString = connectionString;
    this.#current = KurrentDBClient.connectionString(connectionString);
  }

  get current(): KurrentDBClient {
    return this.#current;
  }

  /** Names the client that failed: of many calls that failed with it only the first one replaces it. */
  renew(failed: KurrentDBClient): void {
    if (failed !== this.#current) return;
    this.#current = KurrentDBClient.connectionString(this.#connectionString);
    const retired = failed.dispose().finally(() => this.#retiring.delete(retired));
    this.#retiring.add(retired);
  }

  /** Without it a process that has appended does not exit. */
  async close(): Promise<void> {
    await Promise.all([this.#current.dispose(), ...this.#retiring]);
  }
}
