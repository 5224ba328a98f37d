/** How long the adapter is patient, in milliseconds; a test is less so. */
export interface Waits {
  /** One attempt: the client itself enforces no deadline on appends, and a frozen server never answers. */
  readonly attempt: number;
  /** All attempts at one append or read together, before it is given up. */
  readonly patience: number;
  /** Between attempts; doubled each time up to the longest. */
  readonly firstPause: number;
  readonly longestPause: number;
}

export const usualWaits: Waits = { attempt: 3_000, patience: 10_000, firstPause: 50, longestPause: 2_000 };

/** Fulfilled after the time, or as soon as the signal says that it is in vain. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, milliseconds);
    signal.addEventListener('abort', finish);
  });
}

/** The answer, or `TookTooLong`; what comes after that is nobody's any more. */
export async function within<Answer>(milliseconds: number, answer: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TookTooLong(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([answer, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

class TookTooLong extends Error {
  override readonly name = 'TookTooLong';
}
