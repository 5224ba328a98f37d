import { describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from '../../event-store/memory/memory-event-store.ts';
import { accept, reject, type Decision } from '../../kernel/decision.ts';
import { anywhere, mayAsk } from '../access/access-table.ts';
import type { Asker } from '../access/asker.ts';
import { asking, givenRunner, receiptOf } from '../testing/given-runner.ts';
import { bookDecider, bookStream, writer, type NoteEvent } from '../testing/notes.ts';
import { answers, type AnswersFrom } from './lower-rooms.ts';
import { commandOf } from './verb.ts';

/** What the smallest room asks of one that it does not know. */
abstract class LibraryCards {
  abstract isMember(asker: Asker): Promise<boolean>;
}

/** The lower room lets into its library whoever may borrow there. */
class Library extends LibraryCards {
  constructor(private readonly from: AnswersFrom) { super(); }
  override async isMember(asker: Asker): Promise<boolean> {
    const { state } = await this.from.states.fold(bookDecider, bookStream('closed'));
    return !state.closed && this.from.access.may('library.borrow', asker, {});
  }
}

const Borrow = commandOf({
  name: 'notes.borrow',
  decider: bookDecider,
  opens: true,
  facts: (_reader, _body: object, _book, { asker, lowerRooms }) => lowerRooms.asked(LibraryCards).isMember(asker),
  decide: (_command, _book, isMember): Decision<NoteEvent> => (isMember ? accept({ type: 'NoteTaken', text: 'lent' }) : reject('no-card')),
});
const access = [...mayAsk('notes.borrow', { staff: anywhere, admin: anywhere }), ...mayAsk('library.borrow', { staff: anywhere })];
const library = answers(LibraryCards, (from) => new Library(from));
const borrow = (asker: Asker = writer) => asking(Borrow, bookStream('1'), {}, undefined, asker);

describe('a question that only a lower room can answer', () => {
  it('is answered for whoever asks, from the states and the table that everything is decided by', async () => {
    const { runner } = givenRunner(new MemoryEventStore(), { access, answering: [library] });
    expect(await runner.run(borrow({ ...writer, role: 'admin' }))).toMatchObject({ code: 'no-card' });
    expect(receiptOf(await runner.run(borrow())).revision).toBe(0);
  });

  it('has somebody who answers, and only one', async () => {
    const { runner } = givenRunner(new MemoryEventStore(), { access });
    await expect(runner.run(borrow())).rejects.toThrow('no room answers LibraryCards');
    expect(() => givenRunner(new MemoryEventStore(), { answering: [library, library] })).toThrow('two rooms answer one question');
  });
});
