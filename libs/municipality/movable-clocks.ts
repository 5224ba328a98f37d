import type { Clock, Instant } from '../kernel/clock.ts';
import { ClockOf } from '../platform/clock-of.ts';
import type { Municipality } from './domain/municipality.ts';

/** The machine's time for every municipality, but for a demonstration whose years are being made. */
export class MovableClocks extends ClockOf {
  readonly #moved = new Map<string, Instant>();

  constructor(private readonly machine: Clock) {
    super();
  }

  override now(municipality: string): Instant {
    return this.#moved.get(municipality) ?? this.machine.now();
  }

  /** Stops the clock of a demonstration at a moment; nobody's real records are ever dated so. */
  move(municipality: string, office: Municipality, to: Instant): void {
    if (office.phase !== 'absent' && !office.demonstration) throw new Error(`${municipality} is no demonstration: its clock is not moved`);
    this.#moved.set(municipality, to);
  }

  /** From here on it is as late there as everywhere. */
  release(municipality: string): void {
    this.#moved.delete(municipality);
  }
}
