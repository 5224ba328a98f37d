import { describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from '../../event-store/memory/memory-event-store.ts';
import { FoldedStates } from '../commands/folded-states.ts';
import { asking, givenRunner, receiptOf } from '../testing/given-runner.ts';
import { bookDecider, bookStream, CloseBook, TakeNote, writer } from '../testing/notes.ts';
import { AccessTable, anywhere, maySee, ownSection } from './access-table.ts';
import { seeingOf, Sight, type Seeing } from './sight.ts';

const stream = bookStream('one');
const access = new AccessTable([...maySee(['NoteTaken'], { staff: ownSection, auditor: anywhere }), ...maySee(['BookClosed'], { auditor: anywhere })]);

/** Nobody but the auditor sees a note that asks for another book, and of the others nobody sees more than the first word. */
const firstWords = seeingOf({
  decider: bookDecider,
  eyeOf: async ({ role }) => (event) => {
    if (event.type !== 'NoteTaken' || role === 'auditor') return event;
    return event.asksFor === undefined ? { ...event, text: event.text.split(' ')[0] ?? '' } : undefined;
  },
});

/** What an asker is told of a book with two notes that was closed. */
async function told(asker: Partial<typeof writer>, section: string, seeings: readonly Seeing[] = []): Promise<readonly unknown[]> {
  const store = new MemoryEventStore();
  const { runner } = givenRunner(store);
  receiptOf(await runner.run(asking(TakeNote, stream, { text: 'first word' })));
  receiptOf(await runner.run(asking(TakeNote, stream, { text: 'second', asksFor: 'two' })));
  receiptOf(await runner.run(asking(CloseBook, stream, {})));
  const sight = new Sight({ access, states: new FoldedStates(store), seeings });
  const seen = await sight.of({ ...writer, ...asker }, bookDecider, stream, { section });
  return (await store.readStream(stream)).map(seen).filter((one) => one !== undefined)
    .map(({ event }) => (event.type === 'NoteTaken' ? event.text : event.type));
}

describe('what somebody is told of a stream', () => {
  it('are the events whose type the table lets him see, where it lets him', async () => {
    expect(await told({}, 'promotion')).toEqual(['first word', 'second']);
    expect(await told({}, 'childcare')).toEqual([]);
    expect(await told({ role: 'auditor' }, 'childcare')).toEqual(['first word', 'second', 'BookClosed']);
    expect(await told({ role: 'admin' }, 'promotion')).toEqual([]);
  });

  it('is of each what its room leaves of it, and nothing where nothing is left', async () => {
    expect(await told({}, 'promotion', [firstWords])).toEqual(['first']);
    expect(await told({ role: 'auditor' }, 'promotion', [firstWords])).toEqual(['first word', 'second', 'BookClosed']);
  });
});
