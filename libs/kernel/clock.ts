/** The only source of "now". A demonstration may run on a moved clock; everything else uses the machine's. */
export interface Clock {
  now(): Instant;
}

/** A moment as RFC 3339 in UTC with milliseconds, so that text order is time order. */
export type Instant = string;

export const systemClock: Clock = { now: () => new Date().toISOString() };
