import type { Breakage } from './breakage.ts';

const memory = { file: 'libs/event-store/memory/memory-event-store.ts', spec: 'libs/event-store/memory/memory-event-store.spec.ts' };
const sqlite = { spec: 'libs/event-store/sqlite/sqlite-event-store.spec.ts' };
const groupCommit = { ...sqlite, file: 'libs/event-store/sqlite/group-commit.ts', test: 'acknowledges nothing' };
const eventWriter = { ...sqlite, file: 'libs/event-store/sqlite/event-writer.ts' };
const eventReader = { ...sqlite, file: 'libs/event-store/sqlite/event-reader.ts' };
const subscription = { file: 'libs/event-store/catch-up-subscription.ts' };
const limits = { ...memory, file: 'libs/event-store/append-limits.ts' };
const dataDirectory = { file: 'libs/event-store/data-directory.ts', spec: 'libs/event-store/data-directory.spec.ts' };
const eventText = { file: 'libs/event-store/event-text.ts', spec: 'libs/event-store/event-text.spec.ts' };

const memoryBreakages: readonly Breakage[] = [
  { ...memory, name: 'memory: lost order in the log', test: 'appending', find: 'this.#log.push(...added);', replace: 'this.#log.unshift(...added);' },
  { ...memory, name: 'memory: lost dedupe', test: 'appending', find: 'return isRepeat && last !== undefined', replace: 'return !isRepeat && last !== undefined' },
  {
    ...memory, name: 'memory: conflict check off', test: 'appending',
    find: 'if (actualRevision !== expectedRevision) {', replace: 'if (actualRevision < expectedRevision) {',
  },
  {
    ...memory, ...subscription, name: 'subscription: skipped event', test: 'subscribing delivers',
    find: 'await this.#deliver(events);', replace: 'await this.#deliver(events.length > 2 ? events.slice(1) : events);',
  },
  {
    ...memory, ...subscription, name: 'subscription: delivered twice', test: 'subscribing delivers',
    find: 'this.#after = last.position;', replace: 'this.#after = events[0]?.position;',
  },
  {
    ...subscription, name: 'subscription: a commit while reading is slept through', spec: 'libs/event-store/catch-up-subscription.spec.ts',
    find: '    this.#woken = true;\n    this.#wakeUp?.();', replace: '    this.#wakeUp?.();',
  },
  {
    ...memory, ...subscription, name: 'subscription: a failing subscriber is not stopped', test: 'ends a subscription whose subscriber throws',
    find: 'await this.#deliver(events);', replace: 'await Promise.resolve(events).then(this.#deliver).catch(() => undefined);',
  },
  {
    ...limits, name: 'limits: characters counted for bytes', test: 'limits',
    find: 'Buffer.byteLength(header) + Buffer.byteLength(payload)', replace: 'header.length + payload.length',
  },
  {
    ...limits, name: 'limits: a lone surrogate in a payload taken', test: 'limits',
    find: 'if (!header.isWellFormed() || !payload.isWellFormed())', replace: 'if (!header.isWellFormed())',
  },
];

const sqliteBreakages: readonly Breakage[] = [
  {
    ...eventReader, name: 'sqlite: lost order', test: 'reads in order whichever way',
    find: 'if (!isOrdered) events.sort((one, other) => (one.position < other.position ? -1 : 1));', replace: '',
  },
  { ...eventWriter, name: 'sqlite: lost dedupe', test: 'appending', find: 'return isRepeat && last !== undefined', replace: 'return !isRepeat && last !== undefined' },
  {
    ...eventWriter, name: 'sqlite: other events taken for a repeat', test: 'appending',
    find: 'written.every(({ id }, index) => id === events[index]?.id)', replace: 'written.every(({ id }) => id !== undefined)',
  },
  {
    ...eventWriter, name: 'sqlite: conflict check off', test: 'appending',
    find: 'if (head.revision !== expectedRevision) {', replace: 'if (head.revision < expectedRevision) {',
  },
  {
    ...groupCommit, name: 'sqlite: early acknowledgement, before the COMMIT',
    find: '      this.#commit.run();\n',
    replace: '      for (const [index, append] of batch.entries()) append.answer(results[index] as AppendResult);\n      this.#commit.run();\n',
  },
  {
    ...groupCommit, name: 'sqlite: early acknowledgement, COMMIT in the background',
    find: '      this.#commit.run();\n', replace: '      setTimeout(() => { if (this.#connection.inTransaction) this.#commit.run(); });\n',
  },
  {
    ...groupCommit, name: 'sqlite: one bad append takes its neighbours with it',
    find: 'if (results === undefined) this.#writeAlone(append);', replace: "if (results === undefined) append.fail(new Error('together'));",
  },
  { ...groupCommit, name: 'sqlite: heads run ahead after a rollback', find: '      this.#heads.forget();\n', replace: '' },
  {
    ...groupCommit, name: 'sqlite: half a batch stays when the other half finds no room',
    find: "if (this.#connection.inTransaction) this.#connection.exec('ROLLBACK');",
    replace: "if (this.#connection.inTransaction) this.#connection.exec('COMMIT');",
  },
  {
    name: 'sqlite: FULL not set', file: 'libs/event-store/sqlite/event-file.ts', spec: 'libs/event-store/sqlite/event-file.spec.ts',
    find: "  connection.pragma('synchronous = FULL');\n  const synchronous = Number(connection.pragma('synchronous', { simple: true }));",
    replace: '  const synchronous = fullSynchronous;',
  },
  {
    name: 'sqlite: a log of a newer format opened', file: 'libs/event-store/sqlite/event-file.ts', spec: 'libs/event-store/sqlite/event-file.spec.ts',
    find: 'if (version > formatVersion) {', replace: 'if (version > formatVersion + 1) {',
  },
  {
    ...sqlite, name: 'sqlite: subscribers not woken by a commit', file: 'libs/event-store/sqlite/sqlite-event-store.ts',
    test: 'delivers what is there and then what comes',
    find: '      this.#subscriptions.wake();\n', replace: '',
  },
];

const placeBreakages: readonly Breakage[] = [
  { ...dataDirectory, name: 'data directory: lock ignored', find: "lock.exec('BEGIN EXCLUSIVE');", replace: "lock.exec('BEGIN');" },
  {
    ...dataDirectory, name: 'data directory: a newer format opened',
    find: 'if (format > formatVersion) {', replace: 'if (format > formatVersion + 100) {',
  },
  {
    ...dataDirectory, name: 'data directory: a foreign directory taken',
    find: 'if (foreign === undefined) return false;', replace: 'if (foreign === undefined || names.length > 0) return false;',
  },
];

const textBreakages: readonly Breakage[] = [
  { ...eventText, name: 'text: a payload not salted', find: 'const salt = nextSalt();', replace: "const salt = 'A'.repeat(22);" },
  { ...eventText, name: 'text: the same salt twice', find: 'saltOffset += saltBytes', replace: 'saltOffset + saltBytes' },
  {
    ...eventText, name: 'text: a header out of canonical order',
    find: '`,"stream":${text(draft.stream)},"type":${text(draft.type)},', replace: '`,"type":${text(draft.type)},"stream":${text(draft.stream)},',
  },
  {
    name: 'text: members in the order in which they were set', file: 'libs/event-store/canonical-json.ts',
    spec: 'libs/event-store/canonical-json.spec.ts', find: 'of inOrder(Object.keys(value))', replace: 'of Object.keys(value)',
  },
  {
    name: 'text: a lone surrogate written', file: 'libs/event-store/canonical-json.ts',
    spec: 'libs/event-store/canonical-json.spec.ts', find: 'if (!text.isWellFormed()) throw', replace: 'if (text === undefined) throw',
  },
];

export const eventStoreBreakages: readonly Breakage[] = [...memoryBreakages, ...sqliteBreakages, ...placeBreakages, ...textBreakages];
