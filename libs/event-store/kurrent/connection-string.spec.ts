import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { inspect } from 'node:util';
import { checkConnectionString, connectingSoon, WrongConnectionString } from './connection-string.ts';
import { KurrentEventStore } from './kurrent-event-store.ts';

const wrong: readonly (readonly [string, string, RegExp])[] = [
  ['a value that is none', 'kurrentdb://admin:geheim@rechner:2113?tls=maybe', /it expected true or false$/],
  ['an option that is none', 'kurrentdb://admin:geheim@rechner:2113?foo=bar', /an option that is none; there are connectionName, /],
  ['an option that is none after one that is', 'kurrentdb://admin:geheim@rechner:2113/?tls=false&foo=bar', /an option that is none/],
  ['an option without a value', 'kurrentdb://admin:geheim@rechner:2113?tls', /something other than option=value/],
  ['two question marks', 'kurrentdb://admin:geheim@rechner:2113??tls=false', /something other than option=value/],
  ['a host that is none', 'kurrentdb://admin:geheim@rech$ner', /it expected \?key=value$/],
  ['a port that only the native part refuses', 'kurrentdb://admin:geheim@rechner:211399', /does not take it$/],
  ['a deadline before its beginning', 'kurrentdb://admin:geheim@rechner?defaultDeadline=-1', /does not take it$/],
  ['a broken escape in the password', 'kurrentdb://admin:geheim%zz@rechner', /does not take it$/],
  ['an @ in the password', 'kurrentdb://admin:x@geheim@rechner:2113', /an @ in the password must be written as %40$/],
  ['a certificate that is not there', 'kurrentdb://admin:geheim@rechner?tlsCAFile=/geheim/ca.crt', /does not take it$/],
];

const right = [
  'kurrentdb://rechner', 'kurrentdb://rechner:2113/?tls=false', 'kurrentdb+discover://admin:geheim@rechner?tls_verify_cert=false',
  'kurrentdb://admin:ge%3Fheim@rechner:2113?TLS=false', 'kurrentdb://a:2113,b:2113?nodePreference=follower&connectionName=a%20b',
];

const levels = ['debug', 'log', 'info', 'warn', 'error'] as const;

/** All that was said to the console from now on. */
function consoleHeard(): unknown[] {
  const heard: unknown[] = [];
  for (const level of levels) jest.spyOn(console, level).mockImplementation((...said) => { heard.push(...said); });
  return heard;
}

describe('a connection string', () => {
  afterEach(() => { jest.restoreAllMocks(); });

  it.each(wrong)('with %s is refused without a word of it', (_, connectionString, message) => {
    const heard = consoleHeard();
    const fault = thrownBy(() => new KurrentEventStore(connectionString));
    expect(fault).toBeInstanceOf(WrongConnectionString);
    expect(fault).toHaveProperty('message', expect.stringMatching(message));
    expect(inspect(fault, { depth: Infinity, showHidden: true })).not.toMatch(/geheim|admin|rech|2113|maybe|foo/);
    expect(heard).toEqual([]);
  });

  it.each(right)('that is right is taken in silence: %s', (connectionString) => {
    const heard = consoleHeard();
    expect(() => checkConnectionString(connectionString)).not.toThrow();
    expect(heard).toEqual([]);
  });

  it('is told to connect soon, unless it says when', () => {
    expect(connectingSoon('kurrentdb://a')).toBe('kurrentdb://a?discoveryInterval=20');
    expect(connectingSoon('kurrentdb://a?tls=false')).toBe('kurrentdb://a?tls=false&discoveryInterval=20');
    expect(connectingSoon('kurrentdb://u:p?x@a')).toBe('kurrentdb://u:p?x@a?discoveryInterval=20');
    expect(connectingSoon('kurrentdb://a?discoveryInterval=7')).toBe('kurrentdb://a?discoveryInterval=7');
  });
});

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (fault) {
    return fault;
  }
  return undefined;
}
