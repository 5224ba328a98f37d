import { DataDirectoryRefused } from '../../libs/event-store/data-directory.ts';
import { StoreUnavailable } from '../../libs/event-store/event-store.ts';
import { EventFileRefused } from '../../libs/event-store/sqlite/event-file.ts';
import { PrivateStoreRefused } from '../../libs/platform/private-store/private-store.ts';
import type { ProblemBody } from '../../libs/platform/problems/problem.ts';
import { WrongSetting } from '../../libs/platform/settings.ts';
import { AddressTaken } from '../api/serve.ts';

/** What was asked of the command line cannot be done, and why. */
export class CannotDo extends Error {
  override readonly name = 'CannotDo';
}

const forTheOperator = [
  WrongSetting, DataDirectoryRefused, EventFileRefused, PrivateStoreRefused, StoreUnavailable, AddressTaken, CannotDo,
];
/** No room, no right, nothing sound to write on: of the machine and not of ours. */
const codeOfTheMachine = /^(ENOSPC|EDQUOT|EROFS|EACCES|EPERM|EIO|SQLITE_(FULL|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB|BUSY).*)$/;

/** What the operator can mend is told in one line; anything else keeps its stack. */
export async function orOneLine(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (fault) {
    const line = oneLineOf(fault);
    if (line === undefined) throw fault;
    console.error(line);
    process.exit(1);
  }
}

export function oneLineOf(fault: unknown): string | undefined {
  const { code, message } = fault as NodeJS.ErrnoException;
  const isForTheOperator = forTheOperator.some((type) => fault instanceof type) || codeOfTheMachine.test(code ?? '');
  return isForTheOperator ? `meguri: ${message.replaceAll(/\s*\n\s*/g, ' ')}` : undefined;
}

const pointsAtMost = 5;

/** A refusal of the server, or of ours in its place, in the words in which it is shown to an operator. */
export function lineOfProblem({ type: _type, status: _status, code: _code, title, ...details }: ProblemBody): string {
  const points = Object.entries(details).flatMap(([name, value]) => (Array.isArray(value) ? value.map(pointOf) : [`${name}: ${String(value)}`]));
  const more = points.length > pointsAtMost ? [`and ${points.length - pointsAtMost} more`] : [];
  const sentence = title.replace(/\.$/, '');
  return points.length === 0 ? sentence : `${sentence} (${[...points.slice(0, pointsAtMost), ...more].join('; ')})`;
}

function pointOf(value: unknown): string {
  const { path, field, message } = value as { readonly path?: string; readonly field?: string; readonly message?: string };
  const place = path ?? field ?? '';
  return place === '' ? String(message) : `${place}: ${message}`;
}
