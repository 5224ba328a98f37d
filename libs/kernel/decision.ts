/** What a verb answers: the events it records (none when there is nothing to do), or a named refusal. */
export type Decision<Event, Code extends string = string> = Accepted<Event> | Rejected<Code>;

export interface Accepted<Event> {
  readonly kind: 'accepted';
  readonly events: readonly Event[];
}

/** `details` is what the person needs to mend it: the phase, the fields, both values. */
export interface Rejected<Code extends string = string> {
  readonly kind: 'rejected';
  readonly code: Code;
  readonly details: Readonly<Record<string, unknown>>;
}

export function accept<Event>(...events: readonly Event[]): Accepted<Event> {
  return { kind: 'accepted', events };
}

export function reject<Code extends string>(code: Code, details: Readonly<Record<string, unknown>> = {}): Rejected<Code> {
  return { kind: 'rejected', code, details };
}

/** Tells a refusal from whatever else may stand in its place. */
export function isRejected(answer: unknown): answer is Rejected {
  return typeof answer === 'object' && answer !== null && (answer as Partial<Rejected>).kind === 'rejected';
}
