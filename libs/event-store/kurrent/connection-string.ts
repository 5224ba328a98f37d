import { KurrentDBClient } from '@kurrent/kurrentdb-client';

const millisecondsToWait = 20;

/** Of a connection string, said without any part of it: it holds a password, and what is thrown gets printed. */
export class WrongConnectionString extends Error {
  override readonly name = 'WrongConnectionString';
}

const options = [
  'connectionName', 'defaultDeadline', 'discoveryInterval', 'gossipTimeout', 'keepAliveInterval', 'keepAliveTimeout',
  'maxDiscoverAttempts', 'nodePreference', 'throwOnAppendFailure', 'tls', 'tlsCAFile', 'tlsVerifyCert', 'userCertFile', 'userKeyFile',
];
const knownOptions: ReadonlySet<string> = new Set(options.map(asTheClientCompares));

/**
 * Throws a `WrongConnectionString` for what the client would refuse, in errors that quote the whole of it, or complain
 * of on the console, which it does with each new client.
 */
export function checkConnectionString(connectionString: string): void {
  const asUsed = connectingSoon(connectionString);
  const { hosts, query } = partsOf(asUsed);
  if (hosts.includes('@')) throw new WrongConnectionString('an @ in the password must be written as %40');
  if (!query.slice(1).split('&').every(isKnownOption)) {
    throw new WrongConnectionString(`after the ? it has something other than option=value, or an option that is none; there are ${options.join(', ')}`);
  }
  try {
    // Made only for its complaints: the native part reads the string once more, in its own way, and so do the certificates.
    KurrentDBClient.connectionString(asUsed);
  } catch (fault) {
    throw new WrongConnectionString(`the KurrentDB client does not take it${expectation(fault)}`);
  }
}

/**
 * The client's native part waits before it connects at all, by default half a second, and every new client does so again.
 * Who says otherwise in the connection string is heard.
 */
export function connectingSoon(connectionString: string): string {
  const { query } = partsOf(connectionString);
  if (/[?&]discoveryInterval=/i.test(query)) return connectionString;
  const separator = query === '' ? '?' : /[?&]$/.test(query) ? '' : '&';
  return `${connectionString}${separator}discoveryInterval=${millisecondsToWait}`;
}

/** Cut as the client cuts it: a password may hold a question mark. */
function partsOf(connectionString: string): { readonly hosts: string; readonly query: string } {
  const rest = connectionString.trim().replace(/^[^:]+:\/\/(?:[^:]+:[^@]+@)?/, '');
  const end = rest.includes('?') ? rest.indexOf('?') : rest.length;
  return { hosts: rest.slice(0, end), query: rest.slice(end) };
}

function isKnownOption(option: string): boolean {
  const [name = '', value] = option.split('=');
  return value !== undefined && knownOptions.has(asTheClientCompares(name));
}

function asTheClientCompares(name: string): string {
  return name.trim().toLowerCase().replaceAll(/[_-]/g, '');
}

/** What the client's parser says it wanted, which is the one thing in its errors that is not from the string. */
function expectation(fault: unknown): string {
  const expected = typeof fault === 'object' && fault !== null && 'expected' in fault ? fault.expected : undefined;
  return typeof expected === 'string' ? `: it expected ${expected}` : '';
}
