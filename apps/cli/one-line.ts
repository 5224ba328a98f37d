import { DataDirectoryRefused } from '../../libs/event-store/data-directory.ts';
import { WrongSetting } from '../../libs/platform/settings.ts';

/** What the operator can mend is told in one line; anything else keeps its stack. */
export async function orOneLine(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (fault) {
    if (!(fault instanceof Error) || !isForTheOperator(fault)) throw fault;
    console.error(`meguri: ${fault.message}`);
    process.exit(1);
  }
}

function isForTheOperator(fault: Error): boolean {
  return fault instanceof WrongSetting || fault instanceof DataDirectoryRefused || fault instanceof CannotDo
    || ['EADDRINUSE', 'EADDRNOTAVAIL', 'EACCES'].includes((fault as NodeJS.ErrnoException).code ?? '');
}

/** What was asked of the command line cannot be done, and why. */
export class CannotDo extends Error {
  override readonly name = 'CannotDo';
}
