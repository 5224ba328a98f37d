import type { Clock } from '../../kernel/clock.ts';

/** So many keys are remembered; beyond that the oldest is let go, so that nobody can fill the memory. */
const keysAtMost = 10_000;

/** How often something may be tried within a while, by whatever it is counted. In memory: a restart forgives. */
export class AttemptLimit {
  readonly #attempts = new Map<string, readonly number[]>();

  constructor(private readonly atMost: number, private readonly withinMs: number, private readonly clock: Clock) {}

  /** Counts an attempt, or says after how many seconds there may be another. */
  take(key: string): number | undefined {
    const now = Date.parse(this.clock.now());
    const recent = (this.#attempts.get(key) ?? []).filter((at) => at > now - this.withinMs);
    const [oldest = now] = recent;
    if (recent.length >= this.atMost) return Math.max(1, Math.ceil((oldest + this.withinMs - now) / 1_000));
    this.#keep(key, [...recent, now]);
    return undefined;
  }

  /** What ended well does not count. */
  giveBack(key: string): void {
    const attempts = this.#attempts.get(key);
    if (attempts !== undefined && attempts.length > 1) this.#attempts.set(key, attempts.slice(0, -1));
    else this.#attempts.delete(key);
  }

  #keep(key: string, attempts: readonly number[]): void {
    // At the end again, so that the first is the one that was longest not tried.
    this.#attempts.delete(key);
    this.#attempts.set(key, attempts);
    const [first] = this.#attempts.keys();
    if (this.#attempts.size > keysAtMost && first !== undefined) this.#attempts.delete(first);
  }
}
