import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aWhile, eventually, gate } from '../../event-store/contract/given-events.ts';
import { newDirectory } from '../../event-store/contract/given-directory.ts';
import { SqliteEventStore } from '../../event-store/sqlite/sqlite-event-store.ts';
import { reject, type Rejected } from '../../kernel/decision.ts';
import { systemAsker } from '../access/asker.ts';
import { deriveUuid } from '../commands/command-id.ts';
import type { AnyCommand, Outcome } from '../commands/verb.ts';
import { EditionStore } from '../editions/edition-store.ts';
import { PrivateStore } from '../private-store/private-store.ts';
import { ReadModelHost } from '../reads/read-model-host.ts';
import { readModel, type Table } from '../reads/read-model.ts';
import { asking, givenRunner, receiptOf } from '../testing/given-runner.ts';
import { bookDecider, bookStream, CloseBook, RecordAskingRefused, TakeNote, type NoteEvent } from '../testing/notes.ts';
import { Leases, leaseTables } from './lease.ts';
import { ToDoLoop, type ToDo } from './to-do-loop.ts';

/** A book that a note asked for, and in which nothing is written yet. */
type Asked = { readonly stream: string; readonly book: string; readonly askedBy: string; readonly askedIn: string };

const askedBooks: Table<Asked> = { name: 'asked', key: 'stream', columns: { stream: 'text', book: 'text', askedBy: 'text', askedIn: 'text' } };

const list = readModel<NoteEvent>({
  name: 'asked-books',
  version: 1,
  tables: [askedBooks],
  on: {
    NoteTaken(rows, { asksFor }, { stream, id }) {
      if (asksFor === undefined) rows.remove(askedBooks, stream);
      else rows.put(askedBooks, { stream: bookStream(asksFor), book: asksFor, askedBy: id, askedIn: stream });
    },
    AskingRefused: (rows, { book }) => rows.remove(askedBooks, bookStream(book)),
  },
});

const system = (askedBy: string, book: string) => ({ asker: systemAsker('mihon', 'begin-books'), key: deriveUuid(askedBy, book), causation: askedBy });

const beginBooks: ToDo<Asked> = {
  name: 'begin-books',
  list,
  next: (reader, atMost, after = '') =>
    reader.all<Asked>('SELECT * FROM asked WHERE stream > @after ORDER BY stream LIMIT @atMost', { atMost, after }),
  keyOf: ({ stream }) => stream,
  commandFor: ({ stream, askedBy, book }) => new TakeNote(stream, system(askedBy, book), { text: 'begun' }),
  refusalOf: ({ askedIn, askedBy, book }, { code }) => new RecordAskingRefused(askedIn, system(askedBy, book), { book, code }),
};

/** A process with its own loop; all of them share the log and the file of leases. */
class Process {
  readonly ran: string[] = [];
  readonly faults: unknown[] = [];
  readonly host: ReadModelHost;
  readonly loop: ToDoLoop<Asked>;
  refuses: (command: AnyCommand) => Rejected | undefined = () => undefined;

  constructor(name: string, beforeRun: (command: AnyCommand) => Promise<void> = async () => undefined, afterRun = beforeRun) {
    const { runner, states } = givenRunner(store);
    this.host = new ReadModelHost({
      store, catalogue: bookDecider.catalogue, models: [list], directory: directory.file(`models of ${name}`),
      onFault: (_model, fault) => { this.faults.push(fault); },
      tap: () => this.loop.wake(),
    });
    this.loop = new ToDoLoop(beginBooks, {
      host: this.host,
      leases: new Leases(privateStore, name),
      run: async (command): Promise<Outcome> => {
        await beforeRun(command);
        const refused = this.refuses(command);
        if (refused !== undefined) return refused;
        const outcome = await runner.run(command);
        this.ran.push(command.stream);
        await afterRun(command);
        return outcome;
      },
      from: { states, editions: new EditionStore(directory.file(`editions of ${name}`)) },
      onFault: (_loop, fault) => { this.faults.push(fault); },
    });
    processes.push(this);
  }

  async start(): Promise<this> {
    await this.host.start();
    this.loop.start();
    return this;
  }

  async stop(): Promise<void> {
    await this.loop.stop();
    await this.host.stop();
  }
}

let directory: ReturnType<typeof newDirectory>;
let store: SqliteEventStore;
let privateStore: PrivateStore;
let processes: Process[];
const killed = new Set<Process>();

beforeEach(() => {
  directory = newDirectory();
  store = SqliteEventStore.open(directory.file('events.sqlite'));
  privateStore = new PrivateStore(directory.file('private.sqlite'), [leaseTables]);
  processes = [];
});
afterEach(async () => {
  for (const one of processes) await (killed.has(one) ? one.host.stop() : one.stop());
  await store.close();
  privateStore.close();
  directory.remove();
});

async function ask(...names: readonly string[]): Promise<void> {
  for (const asksFor of names) receiptOf(await givenRunner(store).runner.run(asking(TakeNote, bookStream('asking'), { text: '?', asksFor })));
}

async function notesIn(name: string): Promise<readonly string[]> {
  return (await store.readStream(bookStream(name))).map(({ header, payload }) => `${header.actor}: ${String(payload['text'])}`);
}

async function allBegun(names: readonly string[]): Promise<void> {
  const begun = new Set<string>();
  await eventually('every book to be begun', () => {
    for (const name of names) void notesIn(name).then((notes) => { if (notes.length > 0) begun.add(name); });
    return begun.size === names.length;
  });
}

/** Enough for several rounds of a loop. */
const books = Array.from({ length: 150 }, (_, index) => `b${String(index).padStart(3, '0')}`);
const once = ['system:begin-books: begun'];

describe('a to-do list', () => {
  it('is worked off, each item once, and says because of what', async () => {
    const one = await new Process('one').start();
    await ask(...books);
    await allBegun(books);
    for (const name of books) expect(await notesIn(name)).toEqual(once);
    expect(one.ran).toHaveLength(books.length);
    const [first] = await store.readStream(bookStream(books[0] as string));
    const [asked] = await store.readStream(bookStream('asking'));
    expect(first?.header.causation).toBe(asked?.header.id);
    expect(one.faults).toEqual([]);
  });

  it.each(['before', 'after'])('of a process that was killed in the middle, %s an item was written, is worked off by the next one, each item once', async (when) => {
    let runs = 0;
    // From then on the process does nothing any more, and nobody in it hears of anything.
    const dying = () => (++runs > 70 ? new Promise<void>(() => undefined) : Promise.resolve());
    const none = async () => undefined;
    const first = await new Process('first', when === 'before' ? dying : none, when === 'after' ? dying : none).start();
    await ask(...books);
    await eventually('the first to die', () => runs > 70);
    killed.add(first);
    await first.host.stop();
    new Leases(privateStore, 'first').giveBack('begin-books');
    await new Process('second').start();
    await allBegun(books);
    await aWhile();
    for (const name of books) expect(await notesIn(name)).toEqual(once);
  });

  it('records on the asking stream what was refused, and goes on with the rest', async () => {
    const { runner } = givenRunner(store);
    await runner.run(asking(TakeNote, bookStream('b001'), { text: 'mine' }));
    await runner.run(asking(CloseBook, bookStream('b001'), {}));
    const one = await new Process('one').start();
    await ask('b000', 'b001', 'b002');
    await allBegun(['b000', 'b002']);
    await eventually('the list to be empty', () => beginBooks.next(one.host.reader(list), 10).length === 0);
    expect(await notesIn('b001')).toEqual(['person-1: mine', 'person-1: undefined']);
    const { state } = await givenRunner(store).states.fold(bookDecider, bookStream('asking'));
    expect(state.refused).toEqual({ b001: 'book-closed' });
  });

  it('outlives a log that was out of reach', async () => {
    let isOut = true;
    const one = await new Process('one', async () => { if (isOut) throw new Error('out of reach'); }, async () => undefined).start();
    await ask('b000');
    await eventually('the fault', () => one.faults.length > 0);
    isOut = false;
    await allBegun(['b000']);
    expect(await notesIn('b000')).toEqual(once);
  });

  it('is worked off past what throws, however much of that stands before the rest; it is tried again after a wait', async () => {
    const [broken, sound] = [books.slice(0, 100), books.slice(100)];
    let isBroken = true;
    const one = await new Process('one', async ({ stream }) => {
      if (isBroken && broken.some((name) => stream === bookStream(name))) throw new Error(`${stream} is broken`);
    }, async () => undefined).start();
    await ask(...books);
    await allBegun(sound);
    expect(one.faults).toContainEqual(new Error(`${bookStream('b000')} is broken`));
    isBroken = false;
    await allBegun(broken);
    for (const name of books) expect(await notesIn(name)).toEqual(once);
  });

  it('does not try what threw at every append of anybody', async () => {
    const one = await new Process('one', async () => { throw new Error('broken'); }).start();
    await ask('b000');
    await eventually('the fault', () => one.faults.length > 0);
    for (let times = 0; times < 4; times++) {
      await givenRunner(store).runner.run(asking(TakeNote, bookStream('other'), { text: '' }));
      await new Promise((resolve) => { setTimeout(resolve, 80); });
    }
    expect(one.faults).toHaveLength(1);
  });

  it('does not take a crowd for a refusal', async () => {
    const one = new Process('one');
    let crowds = 1;
    one.refuses = ({ stream }) => (stream === bookStream('b000') && crowds-- > 0 ? reject('too-many-writers') : undefined);
    await one.start();
    await ask('b000');
    await allBegun(['b000']);
    expect(one.faults).toEqual([new Error(`${bookStream('b000')}: too-many-writers`)]);
    expect((await givenRunner(store).states.fold(bookDecider, bookStream('asking'))).state.refused).toEqual({});
  });

  it('records many refusals on one stream without crowding it', async () => {
    const one = new Process('one');
    one.refuses = ({ stream }) => (stream === bookStream('asking') ? undefined : reject('book-closed'));
    await ask(...books);
    await one.start();
    await eventually('the list to be empty', () => one.ran.length === books.length);
    expect(one.faults).toEqual([]);
  });

  it('is let go only when what was begun is done', async () => {
    const door = gate();
    const one = await new Process('one', () => door.opened, async () => undefined).start();
    await ask('b000');
    await aWhile();
    let isStopped = false;
    const stopping = one.loop.stop().then(() => { isStopped = true; });
    await aWhile();
    expect(isStopped).toBe(false);
    door.open();
    await stopping;
    expect(await notesIn('b000')).toEqual(once);
  });
});

describe('two processes with one list', () => {
  it('take turns: the second works only when the first has let go', async () => {
    const [first, second] = [await new Process('first').start(), await new Process('second').start()];
    await ask(...books.slice(0, 20));
    await allBegun(books.slice(0, 20));
    const [holder, other] = first.ran.length > 0 ? [first, second] : [second, first];
    expect([holder.ran.length, other.ran.length]).toEqual([20, 0]);
    await holder.loop.stop();
    killed.add(holder);
    await ask(...books.slice(20, 40));
    await allBegun(books.slice(20, 40));
    expect([holder.ran.length, other.ran.length]).toEqual([20, 20]);
    for (const name of books.slice(0, 40)) expect(await notesIn(name)).toEqual(once);
  });

  it('do nothing twice even when both believe they hold it', async () => {
    const steal = async () => { privateStore.database.exec('DELETE FROM leases'); };
    await Promise.all([new Process('first', steal).start(), new Process('second', steal).start()]);
    await ask(...books);
    await allBegun(books);
    await aWhile();
    expect(processes.every(({ ran }) => ran.length > 0)).toBe(true);
    for (const name of books) expect(await notesIn(name)).toEqual(once);
  });
});

describe('a lease', () => {
  it('is one holder\'s until it runs out or is given back', () => {
    const [one, other] = [new Leases(privateStore, 'one'), new Leases(privateStore, 'other')];
    expect(one.take('list', 1_000, 10_000)).toBe(true);
    expect(one.take('list', 1_000, 10_500)).toBe(true);
    expect(other.take('list', 1_000, 11_400)).toBe(false);
    expect(other.take('another list', 1_000, 11_400)).toBe(true);
    expect(other.take('list', 1_000, 11_501)).toBe(true);
    expect(one.take('list', 1_000, 11_600)).toBe(false);
    one.giveBack('list');
    expect(one.take('list', 1_000, 11_700)).toBe(false);
    other.giveBack('list');
    expect(one.take('list', 1_000, 11_800)).toBe(true);
  });

  it('is written again only when half of it is over', () => {
    const lease = new Leases(privateStore, 'one');
    const untilMs = () => privateStore.database.prepare('SELECT until_ms FROM leases').pluck().all();
    lease.take('list', 1_000, 10_000);
    expect([lease.take('list', 1_000, 10_499), untilMs()]).toEqual([true, [11_000]]);
    expect([lease.take('list', 1_000, 10_500), untilMs()]).toEqual([true, [11_500]]);
    lease.giveBack('list');
    expect([lease.take('list', 1_000, 10_600), untilMs()]).toEqual([true, [11_600]]);
  });
});
