import type { Recorded } from '../../../kernel/decider.ts';
import type { Approval } from '../sheet.ts';
import type { LineStep } from '../sheet.events.ts';

/** A line while it decides: which step is to decide, and what was decided. */
export interface Round {
  readonly line: readonly LineStep[];
  readonly at: number;
  readonly approvals: readonly Approval[];
}

/** What one decision says of the line, whatever it is that is decided. */
export interface StepDecided {
  readonly step: string;
  readonly section: string;
  readonly post?: string;
  readonly way: Approval['way'];
}

export function roundOf(line: readonly LineStep[]): Round {
  return { line, at: 0, approvals: [] };
}

/** After a decision: a step is done when each of its parties has decided; the last one leaves the line at its end. */
export function advanced({ line, at: _at, approvals: before }: Round, { step, section, post, way }: StepDecided, { actor, recordedAt }: Recorded): Round {
  const approvals = [...before, { step, section, ...(post !== undefined && { post }), by: actor, at: recordedAt, way }];
  const at = line.findIndex((one) => one.step === step);
  const isDone = line[at]?.parties.every((party) => isDecided(approvals, step, party.section)) === true;
  return { line, at: isDone ? at + 1 : at, approvals };
}

export function isDecided(approvals: readonly Approval[], step: string, section: string): boolean {
  return approvals.some((one) => one.step === step && one.section === section);
}
