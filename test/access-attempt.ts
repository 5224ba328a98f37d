import { randomUUID } from 'node:crypto';
import type supertest from 'supertest';
import type { Asker } from '../libs/platform/access/asker.ts';
import type { AnyCommand, Asking } from '../libs/platform/commands/verb.ts';
import { officePlaces, places, type AccessOffice, type Place } from './access-office.ts';
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
  /** Where it is tried: of what belongs to nobody in particular, nowhere in particular. */
  readonly places: readonly Place[];
  /** Whether the operator and the program have a way to it too. */
  readonly isForProgram: boolean;
  readonly tries: (attempting: Attempting) => Promise<boolean>;
}

export type Tries = Attempt['tries'];
export type Attempts = Readonly<Record<string, Attempt>>;

export function ofOffice(tries: Tries): Attempt {
  return { places: [], isForProgram: false, tries };
}

/** Of a sheet before it comes to a committee. */
export function ofSheet(tries: Tries): Attempt {
  return { places: officePlaces, isForProgram: false, tries };
}

/** Of a sheet, wherever it may be. */
export function ofAnySheet(tries: Tries): Attempt {
  return { places, isForProgram: false, tries };
}

/** From its adoption on it is the whole committee’s: nobody keeps out of it. */
export function ofRecommendation(tries: Tries): Attempt {
  return { places: [...officePlaces, 'committee'], isForProgram: false, tries };
}

/** Of a committee itself: the one of those who ask, or another. */
export function ofCommittee(tries: Tries): Attempt {
  return { places: ['committee', 'another'], isForProgram: false, tries };
}

/** Somebody who signs in asks over HTTP; the operator and the program, who do not, ask the runner itself. */
export function alsoByProgram(tries: Tries, command: (asking: Asking) => AnyCommand | Promise<AnyCommand>, { run }: AccessOffice): Attempt {
  return {
    places: [], isForProgram: true,
    tries: async (attempting) => {
      const { asker } = attempting;
      return isProgram(asker) ? runs(run, await command({ asker, key: randomUUID() })) : tries(attempting);
    },
  };
}

/** What no route leads to is asked of the runner by everybody. */
export function byRunner(command: (asking: Asking) => AnyCommand | Promise<AnyCommand>, { run }: AccessOffice, alsoYes?: string): Attempt {
  return {
    places: [], isForProgram: true,
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

/** `alsoYes`: what he is told to whom access was given. */
export async function mayOf(asking: supertest.Test, ...alsoYes: readonly string[]): Promise<boolean> {
  const { status, body } = await asking;
  if (isRefused({ status, body })) return false;
  if ((status >= 200 && status < 300) || alsoYes.includes(body.code)) return true;
  throw new Error(`neither done nor forbidden: ${status} ${JSON.stringify(body)}`);
}

/** What is told is looked at; to whom nothing is told, it is not there. */
export async function isShown<Body>(asking: PromiseLike<supertest.Response>, looks: (body: Body) => boolean): Promise<boolean> {
  const { status, body } = await asking;
  if (isRefused({ status, body }) || (status === 404 && body.code === 'unknown')) return false;
  if (status !== 200) throw new Error(`neither shown nor forbidden: ${status} ${JSON.stringify(body)}`);
  return looks(body as Body);
}

/** Whoever has shown nobody who he is, is told to sign in. */
function isRefused({ status, body }: { readonly status: number; readonly body: { readonly code?: string } }): boolean {
  return (status === 403 && body.code === 'not-allowed') || (status === 401 && body.code === 'not-signed-in');
}
