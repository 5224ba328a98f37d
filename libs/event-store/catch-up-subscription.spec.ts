import { setTimeout } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { Subscriptions } from './catch-up-subscription.ts';
import { eventually, gate } from './contract/given-events.ts';
import type { LogQuery, StoredEvent } from './event-store.ts';

const event = (position: string) => ({ position }) as StoredEvent;

it('does not sleep through a commit that comes while it reads', async () => {
  const reading = gate();
  const log: StoredEvent[] = [];
  const asked: LogQuery[] = [];
  const subscriptions = new Subscriptions(async (query) => {
    asked.push(query);
    const found = log.filter(({ position }) => position > (query.after ?? ''));
    // An engine that is far away has looked already, and its answer is still on its way.
    if (asked.length === 1) await reading.opened;
    return found;
  });
  const delivered: StoredEvent[] = [];
  subscriptions.open(undefined, (events) => { delivered.push(...events); });
  await eventually('the first reading', () => asked.length === 1);
  log.push(event('1'));
  subscriptions.wake();
  reading.open();
  await eventually('the event', () => delivered.length === 1);
  await subscriptions.stopAll();
});

it('asks nothing of the log while nothing is committed', async () => {
  let readings = 0;
  const subscriptions = new Subscriptions(async () => {
    readings += 1;
    return [];
  });
  subscriptions.open('1', () => undefined);
  await setTimeout(30);
  expect(readings).toBe(1);
  subscriptions.wake();
  await setTimeout(30);
  expect(readings).toBe(2);
  await subscriptions.stopAll();
});

it('ends when the log breaks, and forgets it', async () => {
  const subscriptions = new Subscriptions(async () => { throw new Error('the disk is gone'); });
  const subscription = subscriptions.open(undefined, () => undefined);
  await expect(subscription.ended).rejects.toThrow('the disk is gone');
  subscriptions.wake();
  await subscriptions.stopAll();
});
