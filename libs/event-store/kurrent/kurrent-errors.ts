/** What is known of whatever the client threw: its command errors, raw gRPC errors, and those of its native part. */
interface Thrown {
  readonly name?: unknown;
  readonly type?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly actualState?: unknown;
}

/** The native part names its errors and gives no type. */
const nativeNames: Readonly<Record<string, string>> = {
  StreamNotFoundError: 'stream-not-found',
  StreamDeletedError: 'stream-deleted',
  AccessDeniedError: 'access-denied',
};

const final = new Set([
  'wrong-expected-version', 'stream-not-found', 'stream-deleted', 'access-denied', 'invalid-argument',
  'maximum-append-size-exceeded', 'unsupported',
]);

/** Invalid argument, permission denied, unimplemented, unauthenticated. */
const finalCodes: ReadonlySet<unknown> = new Set([3, 7, 12, 16]);

export function errorType(error: unknown): string | undefined {
  const { type, name } = thrown(error);
  if (typeof type === 'string') return type;
  return typeof name === 'string' ? nativeNames[name] : undefined;
}

/**
 * True for an answer, and for a mistake of ours: neither gets better by asking again. Everything else is in doubt; the
 * client has too many shapes for "the server is away" to list them (typed, raw code 14, code 8, "Server Is Not Ready",
 * a closed channel), and an exact revision makes asking again harmless.
 */
export function isFinal(error: unknown): boolean {
  const { name, code, message } = thrown(error);
  if (name === 'TypeError' || name === 'RangeError' || finalCodes.has(code)) return true;
  return final.has(errorType(error) ?? '') || message === 'Could not recognize BadRequest';
}

/** The revision in a conflict's own words, where -1 is a stream that is not there. */
export function actualRevision(error: unknown): number {
  const { actualState } = thrown(error);
  return typeof actualState === 'bigint' ? Number(actualState) : -1;
}

function thrown(error: unknown): Thrown {
  return typeof error === 'object' && error !== null ? error : {};
}
