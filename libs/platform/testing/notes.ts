import type { Asked } from '../../kernel/asked.ts';
import { accept, reject, type Decision } from '../../kernel/decision.ts';
import type { Decider } from '../../kernel/decider.ts';
import { anywhere, mayAsk } from '../access/access-table.ts';
import type { Asker } from '../access/asker.ts';
import { commandOf, noFacts } from '../commands/verb.ts';
import { readModel, type Table } from '../reads/read-model.ts';

/** The smallest room there could be: notes are taken until the book is closed, and a note may ask for another book. */
export interface NoteTaken { readonly type: 'NoteTaken'; readonly text: string; readonly asksFor?: string }
export interface BookClosed { readonly type: 'BookClosed' }
export interface AskingRefused { readonly type: 'AskingRefused'; readonly book: string; readonly code: string }
export type NoteEvent = NoteTaken | BookClosed | AskingRefused;

export interface Book {
  readonly notes: readonly { readonly text: string; readonly by: string; readonly at: string }[];
  readonly closed: boolean;
  readonly refused: Readonly<Record<string, string>>;
}

export const bookDecider: Decider<Book, NoteEvent> = {
  category: 'book',
  initial: { notes: [], closed: false, refused: {} },
  catalogue: { NoteTaken: { version: 1 }, BookClosed: { version: 1 }, AskingRefused: { version: 1 } },
  evolve(book, event, { actor, recordedAt }) {
    switch (event.type) {
      case 'NoteTaken': return { ...book, notes: [...book.notes, { text: event.text, by: actor, at: recordedAt }] };
      case 'BookClosed': return { ...book, closed: true };
      case 'AskingRefused': return { ...book, refused: { ...book.refused, [event.book]: event.code } };
    }
  },
};

export interface TakeNoteBody { readonly text: string; readonly asksFor?: string }

export const TakeNote = commandOf({
  name: 'notes.take',
  decider: bookDecider,
  opens: true,
  facts: noFacts,
  decide({ text, asksFor }: TakeNoteBody & Asked, book): Decision<NoteEvent> {
    if (book.closed) return reject('book-closed');
    return accept({ type: 'NoteTaken', text, ...(asksFor !== undefined && { asksFor }) });
  },
});

export const CloseBook = commandOf({
  name: 'notes.close', decider: bookDecider, facts: noFacts,
  decide: (_command: Asked, book): Decision<NoteEvent> => (book.closed ? accept() : accept({ type: 'BookClosed' })),
});

export const RecordAskingRefused = commandOf({
  name: 'notes.record-refusal', decider: bookDecider, facts: noFacts,
  decide: ({ book, code }: { readonly book: string; readonly code: string } & Asked): Decision<NoteEvent> =>
    accept({ type: 'AskingRefused', book, code }),
});

export const notesAccess = ['notes.take', 'notes.close', 'notes.record-refusal'].flatMap((what) => mayAsk(what, { staff: anywhere, system: anywhere }));

export const writer: Asker = { municipality: 'mihon', actor: 'person-1', appointment: 'writer-holder', role: 'staff', section: 'promotion' };

export function bookStream(name: string): string {
  return `book-mihon-${name}`;
}

export type BookRow = { readonly stream: string; readonly notes: number; readonly last: string };

const books: Table<BookRow> = {
  name: 'books', key: 'stream', columns: { stream: 'text', notes: 'integer', last: 'text' }, indexes: [['notes']],
};

/** How many notes each book has, and the last of them. Its name and version tell copies of it apart. */
export function booksModel(name = 'books', version = 1, onNote: (text: string) => void = () => undefined) {
  return readModel<NoteEvent>({
    name,
    version,
    tables: [books],
    on: {
      NoteTaken(rows, { text }, { stream }) {
        onNote(text);
        rows.put(books, { stream, notes: (rows.get(books, stream)?.notes ?? 0) + 1, last: text });
      },
      BookClosed: (rows, _event, { stream }) => rows.remove(books, stream),
    },
  });
}
