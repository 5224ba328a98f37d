import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { appended, eventsAfter, eventually } from '../contract/given-events.ts';
import { noStream } from '../event-store.ts';
import type { StoredEvent } from '../event-store.ts';
import { MortalServer } from './double/mortal-server.ts';

describe('what a subscription costs while the server is away', () => {
  const server = new MortalServer();
  beforeEach(() => server.start());
  afterEach(async () => {
    jest.restoreAllMocks();
    await server.end();
  });

  it('is no client for each attempt, and nothing kept of the calls that are over', async () => {
    const store = server.openStore();
    const calls = jest.spyOn(KurrentDBClient.prototype, 'subscribeToAll');
    const clients = jest.spyOn(KurrentDBClient, 'connectionString');
    const added = jest.spyOn(AbortSignal.prototype, 'addEventListener');
    const removed = jest.spyOn(AbortSignal.prototype, 'removeEventListener');
    server.double.kill();
    const seen: StoredEvent[] = [];
    const subscription = store.subscribe(undefined, (events) => { seen.push(...events); });
    await eventually('many attempts', () => calls.mock.calls.length >= 20);
    expect(clients).toHaveBeenCalledTimes(1);
    // The first that listened after the server was gone: nobody but the subscription did.
    const [lifetime] = added.mock.contexts;
    const kept = () => added.mock.contexts.filter((signal) => signal === lifetime).length
      - removed.mock.contexts.filter((signal) => signal === lifetime).length;
    // That of the call that is under way, or of the pause.
    expect(kept()).toBeLessThanOrEqual(1);
    await server.double.restart();
    await appended(server.openStore(), 'sheet-1', noStream, eventsAfter('sheet-1', noStream, 1));
    await eventually('the event', () => seen.length === 1);
    await subscription.stop();
    expect(kept()).toBe(0);
  });
});
