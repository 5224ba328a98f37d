import type { Position } from '../event-store.ts';

/** As many digits as the largest integer that is exact in JavaScript. */
const digits = 16;
const shape = /^\d{16}$/;

/** Padded, so that positions compare as text. */
export function positionText(position: number | string): Position {
  return String(position).padStart(digits, '0');
}

export function positionNumber(position: Position): number {
  if (!shape.test(position)) throw new RangeError(`${JSON.stringify(position)} is not a position of this log`);
  return Number(position);
}
