import type { Instant } from '../kernel/clock.ts';

/** What time it is in a municipality; only that of a demonstration may be moved. Answered by a room that knows which is one. */
export abstract class ClockOf {
  abstract now(municipality: string): Instant;
}
