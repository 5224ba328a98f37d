import type { Breakage } from './breakage.ts';

const contract = { spec: 'libs/event-store/kurrent/kurrent-event-store.spec.ts' };
const deaths = { spec: 'libs/event-store/kurrent/server-deaths.spec.ts' };
const adapter = { file: 'libs/event-store/kurrent/kurrent-event-store.ts' };

export const kurrentBreakages: readonly Breakage[] = [
  {
    ...contract, ...adapter, name: 'kurrent: appends overtake each other', test: 'appending',
    find: 'const running = before === undefined ? work() : before.then(work, work);', replace: 'const running = work();',
  },
  {
    ...contract, ...adapter, name: 'kurrent: conflict check off', test: 'appending',
    find: 'client.appendToStream(stream, messages, { streamState })',
    replace: "client.appendToStream(stream, messages, { streamState: streamState === NO_STREAM ? streamState : 'any' })",
  },
  {
    ...contract, name: 'kurrent: lost dedupe', test: 'the same append again', file: 'libs/event-store/kurrent/kurrent-events.ts',
    find: 'const { id, type, header, payload } = event;', replace: 'const { type, header, payload } = event;\n  const id = crypto.randomUUID();',
  },
  {
    ...contract, name: 'kurrent: the event at the position comes again', test: 'reading', file: 'libs/event-store/kurrent/pages.ts',
    find: 'if (positionOf(event) !== after && isOurs(event)', replace: 'if (isOurs(event)',
  },
  {
    ...contract, name: 'kurrent: the client writes other bytes than it was given', test: 'text', file: 'libs/event-store/kurrent/kurrent-events.ts',
    find: 'return JSON.stringify(parsed) === payload ? { parsed } : undefined;', replace: 'return { parsed };',
  },
  {
    ...contract, name: 'kurrent: skipped event in a subscription', test: 'delivers what is there and then what comes', file: 'libs/event-store/kurrent/kurrent-subscription.ts',
    find: 'if (isOurs(arrived.event)) events.push', replace: 'if (isOurs(arrived.event) && events.length < 3) events.push',
  },
  {
    ...contract, name: 'kurrent: the close does not wait for what was accepted', test: 'closing', ...adapter,
    find: '    await Promise.allSettled(this.#underWay);\n', replace: '',
  },
  {
    ...contract, name: 'kurrent: a subscription begins at the start, wherever it was asked to begin', test: 'delivers what comes to one who begins at the end',
    file: 'libs/event-store/kurrent/kurrent-subscription.ts',
    find: 'fromPosition: this.#after === undefined ? START : logPosition(this.#after)', replace: 'fromPosition: START',
  },
  {
    ...deaths, name: 'kurrent: an append in doubt is not tried again', test: 'an append in doubt whose server dies', file: 'libs/event-store/kurrent/attempts.ts',
    find: 'if (isFinal(error)) throw error;', replace: 'if (isFinal(error) || failure === undefined) throw error;',
  },
];
