import { setTimeout } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { describeEventStoreContract } from '../contract/event-store.contract.ts';
import { filledStream, positionsOf } from '../contract/given-events.ts';
import { MemoryEventStore } from './memory-event-store.ts';

describeEventStoreContract('memory', async () => {
  const store = new MemoryEventStore();
  return { store, close: () => store.close() };
});

it('has no last position while it is empty', async () => {
  expect(await new MemoryEventStore().lastPosition()).toBeUndefined();
});

it('leaves gaps between positions, which are no numbers', async () => {
  const store = new MemoryEventStore();
  await filledStream(store, 5);
  const positions = positionsOf(await store.readLog({ limit: 5 }));
  expect(positions.map(Number)).toEqual(positions.map(() => NaN));
  const numbers = positions.map((position) => Number(position.slice(1)));
  expect(numbers.some((number, index) => index > 0 && number > (numbers[index - 1] ?? 0) + 1)).toBe(true);
});

it('answers an append before it delivers it', async () => {
  const store = new MemoryEventStore({ lateByInMilliseconds: 40 });
  const delivered: number[] = [];
  store.subscribe(undefined, (events) => { delivered.push(events.length); });
  await filledStream(store, 1);
  await setTimeout(10);
  expect(delivered).toEqual([]);
  await setTimeout(90);
  expect(delivered).toEqual([1]);
  await store.close();
});
