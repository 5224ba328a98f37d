import { KurrentDouble } from './kurrent-double.ts';

/**
 * A server that a spec may write to: the real one that `KURRENTDB_URL` names, or else the double. A real one may hold
 * events of earlier runs, but not so many that one case cannot follow the whole log.
 */
export interface TestServer {
  readonly connectionString: string;
  close(): void;
}

const realServer = process.env['KURRENTDB_URL'];

/** For the titles of specs, so that a run says what it ran against. */
export const serverInTheTitle = realServer === undefined ? 'the double' : 'the server of KURRENTDB_URL';

export async function openTestServer(): Promise<TestServer> {
  if (realServer !== undefined) return { connectionString: realServer, close: () => undefined };
  const double = await KurrentDouble.start();
  return { connectionString: double.connectionString, close: () => double.kill() };
}
