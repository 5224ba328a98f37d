import { hash, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { StoreUnavailable, type AppendResult, type EventText } from '../../event-store/event-store.ts';
import { MemoryEventStore } from '../../event-store/memory/memory-event-store.ts';
import { accept, reject, type Decision } from '../../kernel/decision.ts';
import { mayAsk, ownSection } from '../access/access-table.ts';
import { asking, givenRunner, receiptOf, type Given } from '../testing/given-runner.ts';
import { bookDecider, bookStream, CloseBook, TakeNote, writer, type NoteEvent } from '../testing/notes.ts';
import { FoldedStates } from './folded-states.ts';
import { commandOf } from './verb.ts';

const stream = bookStream('1');
let store: MemoryEventStore;
let given: Given;

beforeEach(() => {
  store = new MemoryEventStore();
  given = givenRunner(store);
});

const take = (text: string, key?: string) => given.runner.run(asking(TakeNote, stream, { text }, key));
const textsIn = async (name = stream) => (await store.readStream(name)).map(({ payload }) => payload['text']);

describe('the order in which a command is checked', () => {
  /** Each step notes that it was asked, and refuses when it is told to. */
  function stepping(refusing: readonly string[], asked: string[], opens = true) {
    return commandOf({
      name: 'notes.step',
      decider: bookDecider,
      ...(opens && { opens: true as const }),
      belongsTo: () => { asked.push('access'); return { section: refusing.includes('access') ? 'childcare' : 'promotion' }; },
      facts: async () => { asked.push('facts'); return refusing.includes('facts') ? reject('facts-missing') : { known: true }; },
      decide: (): Decision<NoteEvent> => {
        asked.push('decide');
        return refusing.includes('decide') ? reject('book-closed') : accept({ type: 'NoteTaken', text: 'step' });
      },
    });
  }

  it.each<[string, readonly string[], string | undefined, readonly string[]]>([
    ['nothing refuses', [], undefined, ['facts', 'access', 'decide']],
    ['the decision refuses', ['decide'], 'book-closed', ['facts', 'access', 'decide']],
    ['facts are missing', ['facts', 'decide'], 'facts-missing', ['facts', 'access']],
    ['nobody may, whatever else holds', ['access', 'facts', 'decide'], 'not-allowed', ['facts', 'access']],
  ])('when %s', async (_when, refusing, code, expected) => {
    const asked: string[] = [];
    given = givenRunner(store, { access: mayAsk('notes.step', { staff: ownSection }) });
    const outcome = await given.runner.run(asking(stepping(refusing, asked), stream, {}));
    expect(outcome.kind === 'rejected' ? outcome.code : undefined).toBe(code);
    expect(asked).toEqual(expected);
    expect(await textsIn()).toEqual(code === undefined ? ['step'] : []);
    expect(given.counted).toEqual([`notes.step ${code ?? 'done'}`]);
  });

  it('a stream that is not there is unknown before anything is asked', async () => {
    const asked: string[] = [];
    given = givenRunner(store, { access: [] });
    expect(await given.runner.run(asking(stepping([], asked, false), stream, {}))).toMatchObject({ code: 'unknown' });
    expect(await given.runner.run(asking(stepping([], asked, false), 'no stream at all', {}))).toMatchObject({ code: 'unknown' });
    expect(asked).toEqual([]);
  });

  it('a repeated command is answered before anything is asked, even of somebody who may no longer', async () => {
    const asked: string[] = [];
    const key = randomUUID();
    given = givenRunner(store, { access: mayAsk('notes.step', { staff: ownSection }) });
    const first = await given.runner.run(asking(stepping([], asked), stream, {}, key));
    asked.length = 0;
    const later = givenRunner(store, { access: [] });
    expect(await later.runner.run(asking(stepping(['access', 'facts', 'decide'], asked), stream, {}, key))).toEqual(first);
    expect(asked).toEqual([]);
  });
});

describe('a repeated command', () => {
  it('is answered with its receipt, whatever came after it, and writes nothing', async () => {
    const key = randomUUID();
    const first = await take('one', key);
    await take('two');
    expect(await take('one', key)).toEqual(first);
    expect(await givenRunner(store).runner.run(asking(TakeNote, stream, { text: 'one' }, key))).toEqual(first);
    expect(await textsIn()).toEqual(['one', 'two']);
  });

  it('is refused with another body, and the same body may be spelled in another order', async () => {
    const key = randomUUID();
    const command = (body: { text: string; asksFor: string }) => given.runner.run(asking(TakeNote, stream, body, key));
    const first = await command({ text: 'one', asksFor: '2' });
    expect(await command({ text: 'other', asksFor: '2' })).toMatchObject({ code: 'key-used-for-another-body' });
    expect(await command({ asksFor: '2', text: 'one' })).toEqual(first);
  });

  it('is another command under another stream, verb or person', async () => {
    const key = randomUUID();
    await take('one', key);
    await given.runner.run(asking(TakeNote, bookStream('2'), { text: 'one' }, key));
    await given.runner.run(asking(TakeNote, stream, { text: 'one' }, key, { ...writer, actor: 'person-2' }));
    await given.runner.run(asking(CloseBook, stream, {}, key));
    expect(await store.readLog({ limit: 10 })).toHaveLength(4);
  });

  it('is written once when both come at once', async () => {
    const key = randomUUID();
    const outcomes = await Promise.all([take('one', key), take('one', key), take('one', key)]);
    expect(new Set(outcomes.map((outcome) => JSON.stringify(receiptOf(outcome)))).size).toBe(1);
    expect(await textsIn()).toEqual(['one']);
  });

  it('is refused with another body also when both come at once', async () => {
    const key = randomUUID();
    const outcomes = await Promise.all([take('one', key), take('other', key)]);
    expect(outcomes.map((outcome) => (outcome.kind === 'done' ? 'done' : outcome.code)).sort()).toEqual(['done', 'key-used-for-another-body']);
    expect(await textsIn()).toHaveLength(1);
  });

  it('is not remembered when it was refused', async () => {
    const key = randomUUID();
    const close = () => given.runner.run(asking(CloseBook, stream, {}, key));
    expect(await close()).toMatchObject({ code: 'unknown' });
    await take('one');
    expect(receiptOf(await close()).revision).toBe(1);
  });

  it('is found again when its answer was lost on the way', async () => {
    class Forgetful extends MemoryEventStore {
      loses = false;
      override async append(name: string, expectedRevision: number, events: readonly EventText[]): Promise<AppendResult> {
        const result = await super.append(name, expectedRevision, events);
        if (this.loses) throw new StoreUnavailable('the answer was lost');
        return result;
      }
    }
    const forgetful = new Forgetful();
    given = givenRunner(forgetful);
    await take('zero');
    const key = randomUUID();
    forgetful.loses = true;
    await expect(take('one', key)).rejects.toThrow(StoreUnavailable);
    forgetful.loses = false;
    expect(receiptOf(await take('one', key)).revision).toBe(1);
    expect(await forgetful.readStream(stream)).toHaveLength(2);
  });
});

describe('many commands at once', () => {
  it('on one stream are all done, one after the other', async () => {
    const texts = Array.from({ length: 50 }, (_, index) => `note ${index}`);
    const outcomes = await Promise.all(texts.map((text) => take(text)));
    expect(outcomes.map((outcome) => receiptOf(outcome).revision).sort((one, other) => one - other)).toEqual(texts.map((_, index) => index));
    expect(new Set(await textsIn())).toEqual(new Set(texts));
    for (const [index, outcome] of outcomes.entries()) {
      const [stored] = await store.readStream(stream, { fromRevision: receiptOf(outcome).revision, limit: 1 });
      expect(stored?.payload['text']).toBe(texts[index]);
    }
    expect(await given.states.fold(bookDecider, stream)).toEqual(await new FoldedStates(store).fold(bookDecider, stream));
  });

  it('that never get through are told to come again', async () => {
    class Crowded extends MemoryEventStore {
      override async append(): Promise<AppendResult> { return { outcome: 'conflict', actualRevision: 7 }; }
    }
    given = givenRunner(new Crowded());
    expect(await take('one')).toEqual(reject('too-many-writers', { stream }));
  });

  it('decide anew on what the other one wrote', async () => {
    await take('one');
    const [closed, taken] = await Promise.all([given.runner.run(asking(CloseBook, stream, {})), take('two')]);
    expect(closed.kind).toBe('done');
    expect(taken).toMatchObject({ code: 'book-closed' });
  });
});

describe('what is written', () => {
  it('says who, under which appointment, when, because of what, and under which command', async () => {
    const key = randomUUID();
    await given.runner.run(new TakeNote(stream, { asker: writer, key, causation: 'event-1', correlation: 'story-1' }, { text: '記' }));
    const [stored] = await store.readStream(stream);
    expect(stored?.header).toMatchObject({
      actor: 'person-1', appointment: 'writer-holder', municipality: 'mihon', causation: 'event-1', correlation: 'story-1',
      recordedAt: '2026-05-20T01:00:00.000Z', stream, revision: 0, type: 'NoteTaken', version: 1,
    });
    expect(stored?.payload).toMatchObject({ text: '記', $salt: expect.stringMatching(/^[\w-]{22}$/) });
    await take('two');
    const [, own] = await store.readStream(stream);
    expect(own?.header).not.toHaveProperty('causation');
    expect(own?.header.correlation).toBe(own?.header.command);
  });

  it('has a digest of the body that nobody can guess without the key of the installation', async () => {
    const digests = await Promise.all(['key', 'key', 'another'].map(async (digestKey) => {
      const log = new MemoryEventStore();
      await givenRunner(log, { digestKey }).runner.run(asking(TakeNote, stream, { text: 'yes' }));
      return (await log.readStream(stream))[0]?.header.commandDigest as string;
    }));
    expect(digests[0]).toBe(digests[1]);
    expect(digests[0]).not.toBe(digests[2]);
    expect(digests).not.toContain(hash('sha256', '{"text":"yes"}', 'hex'));
    expect(digests).not.toContain(hash('sha256', 'key{"text":"yes"}', 'hex'));
  });

  it('has ids that come out the same whenever the same command is run', async () => {
    const key = randomUUID();
    const ids = await Promise.all([0, 1].map(async () => {
      const log = new MemoryEventStore();
      await givenRunner(log).runner.run(asking(TakeNote, stream, { text: 'one' }, key));
      return (await log.readStream(stream)).map(({ header }) => [header.id, header.command]);
    }));
    expect(ids[0]).toEqual(ids[1]);
  });

  it('is nothing when there was nothing to do, and the receipt says where the stream stands', async () => {
    const { position } = receiptOf(await take('one'));
    const nothing = commandOf({ name: 'notes.close', decider: bookDecider, facts: async () => undefined, decide: () => accept<NoteEvent>() });
    expect(receiptOf(await given.runner.run(asking(nothing, stream, {})))).toEqual({ stream, revision: 0, position });
  });

  it('must fit into the log', async () => {
    expect(await take('x'.repeat(600_000))).toEqual(reject('too-large', { reason: 'too-many-bytes' }));
    expect(await textsIn()).toEqual([]);
  });
});
