import { randomUUID } from 'node:crypto';
import type supertest from 'supertest';
import type { Asker } from '../libs/platform/access/asker.ts';
import type { AnyCommand, Asking } from '../libs/platform/commands/verb.ts';
import type { AccessOffice, Place } from './access-office.ts';
import type { Person } from './office.ts';

/** Who tries, and where. */
export interface Attempting {
  readonly person: Person;
  readonly asker: Asker;
  readonly place: Place;
}

/**
 * How somebody tries it in earnest: true when it was done, false when it was refused him; anything else throws. Every attempt is
 * made where nothing but access could refuse it.
 */
export interface Attempt {
  /** Whether it is of one sheet, and so tried at every place. */
  readonly isOfSheet: boolean;
  /** Whether the operator and the program have a way to it too. */
  readonly isForProgram: boolean;
  readonly tries: (attempting: Attempting) => Promise<boolean>;
}

export type Tries = Attempt['tries'];
export type Attempts = Readonly<Record<string, Attempt>>;

export function ofOffice(tries: Tries): Attempt {
  return { isOfSheet: false, isForProgram: false, tries };
}

export function ofSheet(tries: Tries): Attempt {
  return { isOfSheet: true, isForProgram: false, tries };
}

/** Somebody who signs in asks over HTTP; the operator and the program, who do not, ask the runner itself. */
export function alsoByProgram(tries: Tries, command: (asking: Asking) => AnyCommand | Promise<AnyCommand>, { run }: AccessOffice): Attempt {
  return {
    isOfSheet: false, isForProgram: true,
    tries: async (attempting) => {
      const { asker } = attempting;
      return isProgram(asker) ? runs(run, await command({ asker, key: randomUUID() })) : tries(attempting);
    },
  };
}

/** What no route leads to is asked of the runner by everybody. */
export function byRunner(command: (asking: Asking) => AnyCommand | Promise<AnyCommand>, { run }: AccessOffice, alsoYes?: string): Attempt {
  return {
    isOfSheet: false, isForProgram: true,
    tries: async ({ asker }) => runs(run, await command({ asker, key: randomUUID() }), alsoYes),
  };
}

export function isProgram({ role }: Pick<Asker, 'role'>): boolean {
  return role === 'operator' || role === 'system';
}

async function runs(run: AccessOffice['run'], command: AnyCommand, alsoYes?: string): Promise<boolean> {
  const outcome = await run(command);
  if (outcome.kind === 'done' || outcome.code === alsoYes) return true;
  if (outcome.code === 'not-allowed') return false;
  throw new Error(`neither done nor forbidden: ${JSON.stringify(outcome)}`);
}

export async function mayOf(asking: supertest.Test, alsoYes?: number | string): Promise<boolean> {
  const { status, body } = await asking;
  if (status === 403 && body.code === 'not-allowed') return false;
  if ((status >= 200 && status < 300) || status === alsoYes || (status === 409 && body.code === alsoYes)) return true;
  throw new Error(`neither done nor forbidden: ${status} ${JSON.stringify(body)}`);
}
