import type { Breakage } from './breakage.ts';

const runner = { file: 'libs/platform/commands/runner.ts', spec: 'libs/platform/commands/runner.spec.ts' };
const repeated = { file: 'libs/platform/commands/runner.ts', spec: 'test/journeys/repeated-commands.spec.ts' };
const states = { file: 'libs/platform/commands/folded-states.ts', spec: 'libs/platform/commands/folded-states.spec.ts' };
const modelFile = { file: 'libs/platform/reads/model-file.ts', spec: 'libs/platform/reads/model-file.spec.ts' };
const host = { file: 'libs/platform/reads/read-model-host.ts', spec: 'libs/platform/reads/read-model-host.spec.ts' };
const toDo = { file: 'libs/platform/to-do/to-do-loop.ts', spec: 'libs/platform/to-do/to-do-loop.spec.ts' };
const verify = { file: 'libs/platform/reads/verify-log.ts', spec: 'libs/platform/reads/verify-log.spec.ts' };

export const platformBreakages: readonly Breakage[] = [
  {
    ...repeated, name: 'runner: a repeated key with another body accepted',
    find: 'return taken.digest === digest ?', replace: 'return taken.digest !== undefined ?',
  },
  {
    ...repeated, name: 'runner: a repeated command done again',
    find: 'const taken = folded.commands.get(id);', replace: 'const taken = folded.commands.get(`not ${id}`);',
  },
  {
    ...repeated, name: 'runner: the same key of two people taken for one command', file: 'libs/platform/commands/command-id.ts',
    find: 'deriveUuid(key, municipality, actor, route)', replace: 'deriveUuid(key, municipality, route)',
  },
  {
    ...runner, name: 'runner: a conflict told to the client instead of deciding again',
    find: "case 'conflict': return 'conflict';", replace: "case 'conflict': return reject('too-many-writers', {});",
  },
  {
    ...runner, name: 'runner: ids of events that do not derive from the command',
    find: 'id: eventId(id, digest, index),', replace: 'id: crypto.randomUUID(),',
  },
  {
    ...runner, name: 'runner: of two bodies under one key at once the second passes for the first',
    find: 'eventId(id, digest, index)', replace: "eventId(id, '', index)",
  },
  {
    ...runner, name: 'runner: a digest that can be guessed without the key',
    find: "return hash('sha256', key + hash('sha256', key + body, 'hex'), 'hex');", replace: "return hash('sha256', body + key.slice(0, 0), 'hex');",
  },
  {
    ...runner, name: 'runner: nobody asked whether he may',
    find: 'verb.belongsTo?.(folded.state) ?? {})) {', replace: 'verb.belongsTo?.(folded.state) ?? {}) && asking.asker === undefined) {',
  },
  {
    ...states, name: 'states: a kept state believed to be the newest',
    find: 'for (const stored of tail) grow(decider, growing, stored);', replace: 'if (known === undefined) for (const stored of tail) grow(decider, growing, stored);',
  },
  {
    ...states, name: 'states: a gap in a stream folded over',
    find: 'if (header.revision !== expectedRevision) {', replace: 'if (header.revision < expectedRevision) {',
  },
  {
    ...modelFile, name: 'reads: projection checkpoint outside the transaction, after it',
    find: "      if (this.#standing !== undefined) this.#run('INSERT OR REPLACE INTO standing VALUES (1, ?, ?)', [this.#standing.position, this.#standing.log]);\n    })();\n",
    replace: "    })();\n    if (this.#standing !== undefined) this.#run('INSERT OR REPLACE INTO standing VALUES (1, ?, ?)', [this.#standing.position, this.#standing.log]);\n",
  },
  {
    ...modelFile, name: 'reads: projection checkpoint outside the transaction, before it',
    find: '    this.#database.transaction(() => {\n      for (const table',
    replace: "    if (this.#standing !== undefined) this.#run('INSERT OR REPLACE INTO standing VALUES (1, ?, ?)', [this.#standing.position, this.#standing.log]);\n    this.#database.transaction(() => {\n      for (const table",
  },
  {
    ...modelFile, name: 'reads: an event projected twice when it comes twice',
    find: 'if (this.#standing !== undefined && position <= this.#standing.position) continue;', replace: '',
  },
  {
    ...host, name: 'reads: a projection that throws takes every model with it', find: '        follower.file.abandon();\n', replace: '        throw fault;\n',
  },
  {
    ...host, name: 'reads: a stopped model is asked as if it followed', find: "if (fault !== undefined) throw new ModelNotReady(model.name, 'stopped');", replace: '',
  },
  {
    ...host, name: 'reads: a rebuild misses what came meanwhile', find: '} while (failure === undefined && isBehind(building, this.#delivered));',
    replace: '} while (failure !== undefined && isBehind(building, this.#delivered));',
  },
  {
    ...host, name: 'reads: a file that was folded from another log believed', file: 'libs/platform/reads/build-model.ts', spec: 'libs/platform/reads/read-model-host-troubles.spec.ts',
    find: '(end !== undefined && file.position <= end)', replace: 'end !== undefined',
  },
  {
    file: 'libs/platform/reads/answerer.ts', spec: 'test/journeys/reading.spec.ts', name: 'reads: a question does not wait for the position that it names',
    find: 'const late = notBefore === undefined ?', replace: 'const late = notBefore !== null ?',
  },
  {
    ...verify, name: 'verify: a wrong digest accepted', find: 'payloadDigest(text.payload) !== header.payloadSha256', replace: "header.payloadSha256 === ''",
  },
  { ...verify, name: 'verify: a missing event not missed', find: 'if (revision !== expected) {', replace: 'if (revision < expected) {' },
  {
    ...verify, name: 'verify: an event that cannot be decoded accepted', find: 'this.#replay.take({ position: text.position, header, payload });', replace: '',
  },
  { ...toDo, name: 'to-do: lease ignored', test: 'two processes', find: 'if (items.length === 0 || !leases.take(this.toDo.name, leaseMs))', replace: 'if (items.length === 0)' },
  {
    ...toDo, name: 'to-do: a lease that never runs out', test: 'a lease', file: 'libs/platform/to-do/lease.ts',
    find: 'WHERE holder = excluded.holder OR until_ms < ?', replace: 'WHERE holder = excluded.holder OR until_ms < ? - 1e15',
  },
  {
    ...toDo, name: 'to-do: a refused item stays on the list and nobody hears of it', test: 'records on the asking stream', find: 'const recorded = await run(this.toDo.refusalOf(item, outcome));',
    replace: 'const recorded = outcome as Outcome;',
  },
  {
    name: 'to-do: ids that do not derive from the asking event', file: 'libs/evaluation/reads/sheets-to-open/sheets-to-open.ts',
    spec: 'libs/evaluation/reads/sheets-to-open/sheets-to-open.spec.ts', find: 'key: deriveUuid(askedBy, node)', replace: 'key: crypto.randomUUID()',
  },
  {
    name: 'access: yes by default', file: 'libs/platform/access/access-table.ts', spec: 'libs/platform/access/access-table.spec.ts',
    find: '?.holds(asker, thing) ?? false', replace: '?.holds(asker, thing) ?? true',
  },
];
