import { hash } from 'node:crypto';
import { canonicalJson } from '../../event-store/canonical-json.ts';
import { noStream, type EventStore, type EventText } from '../../event-store/event-store.ts';
import { writeEvent, type HeaderDraft } from '../../event-store/event-text.ts';
import { isRejected, reject } from '../../kernel/decision.ts';
import type { AccessTable } from '../access/access-table.ts';
import type { ClockOf } from '../clock-of.ts';
import { commandId, deriveUuid, eventId } from './command-id.ts';
import type { Folded, FoldedStates, Writing } from './folded-states.ts';
import type { LowerRooms } from './lower-rooms.ts';
import type { AnyCommand, Outcome } from './verb.ts';

/** What the runner works with; one set per process. */
export interface RunnerParts {
  readonly store: EventStore;
  readonly states: FoldedStates;
  readonly access: AccessTable;
  readonly lowerRooms: LowerRooms;
  readonly clocks: ClockOf;
  /** The installation's: digests of commands in the log cannot be guessed without it. */
  readonly digestKey: string;
  /** For whoever counts: how a verb ended, and after how long. */
  readonly onRun: (verb: string, outcome: string, seconds: number) => void;
}

/** A stream on which more than this many writers meet at once is not worth waiting for. */
const attemptsAtMost = 50;

/** The one way by which anything gets into the log. */
export class Runner {
  constructor(private readonly parts: RunnerParts) {}

  async run(command: AnyCommand): Promise<Outcome> {
    const startedMs = performance.now();
    const outcome = await this.#run(command);
    const ended = outcome.kind === 'done' ? 'done' : outcome.code;
    this.parts.onRun(command.verb.name, ended, (performance.now() - startedMs) / 1_000);
    return outcome;
  }

  async #run(command: AnyCommand): Promise<Outcome> {
    const { verb, asking } = command;
    const { asker } = asking;
    const id = commandId(asking.key, asker.municipality, asker.actor, `${verb.name} ${command.stream}`);
    const digest = keyedDigest(this.parts.digestKey, canonicalJson(command.body));
    for (let attempt = 0; attempt < attemptsAtMost; attempt++) {
      const outcome = await this.#attempt(command, id, digest);
      if (outcome !== 'conflict') return outcome;
    }
    return reject('too-many-writers', { stream: command.stream });
  }

  async #attempt(command: AnyCommand, id: string, digest: string): Promise<Outcome | 'conflict'> {
    const { verb, stream, asking, body } = command;
    const folded = await this.parts.states.fold(verb.decider, stream);

    const taken = folded.commands.get(id);
    if (taken !== undefined) {
      return taken.digest === digest ? this.#receipt(stream, taken.revision) : reject('key-used-for-another-body');
    }
    if (folded.revision === noStream && verb.opens === undefined) return reject('unknown');

    const { asker } = asking;
    const { states, access, lowerRooms } = this.parts;
    const facts = await verb.facts(states, { ...body, municipality: asker.municipality }, folded.state, { asker, lowerRooms });
    if (!access.may(verb.name, asker, verb.belongsTo?.(folded.state) ?? {})) {
      return reject('not-allowed');
    }
    if (isRejected(facts)) return facts;

    const now = this.parts.clocks.now(asker.municipality);
    const { actor: by, post, role, committee, appointment: membership } = asker;
    const asked = {
      ...body, by, ...(post !== undefined && { post }), role, ...(committee !== undefined && membership !== undefined && { membership }), now,
      newId: (name: string) => deriveUuid(id, 'new', name),
    };
    const decision = verb.decide(asked, folded.state, facts);
    if (decision.kind === 'rejected') return decision;
    if (decision.events.length === 0) return this.#receipt(stream, folded.revision);

    const writing = decision.events.map((event, index) =>
      ({ event, header: headerOf(event.type, index, { command, id, digest, now, folded }) }));
    const result = await this.parts.store.append(stream, folded.revision, writing.map(eventText));
    switch (result.outcome) {
      case 'appended':
        this.parts.states.appended(verb.decider, stream, writing);
        return { kind: 'done', receipt: { stream, revision: result.revision, position: result.position } };
      case 'conflict': return 'conflict';
      case 'refused': return reject('too-large', { reason: result.reason });
    }
  }

  async #receipt(stream: string, revision: number): Promise<Outcome> {
    const [event] = await this.parts.store.readStream(stream, { fromRevision: revision, limit: 1 });
    if (event === undefined) throw new Error(`${stream} has lost revision ${revision}`);
    return { kind: 'done', receipt: { stream, revision, position: event.position } };
  }
}

interface Deciding {
  readonly command: AnyCommand;
  readonly id: string;
  readonly digest: string;
  readonly now: string;
  readonly folded: Folded<unknown>;
}

function eventText({ event, header }: Writing): EventText {
  // The header has the type; a member without a value is not written.
  return writeEvent(header, { ...event, type: undefined });
}

function headerOf(type: string, index: number, { command, id, digest, now, folded }: Deciding): HeaderDraft {
  const { asker, causation, correlation } = command.asking;
  const version = command.verb.decider.catalogue[type]?.version;
  if (version === undefined) throw new Error(`${type} stands in no catalogue of ${command.verb.decider.category}`);
  return {
    actor: asker.actor,
    ...(asker.appointment !== undefined && { appointment: asker.appointment }),
    ...(causation !== undefined && { causation }),
    command: id,
    commandDigest: digest,
    correlation: correlation ?? id,
    // Of two bodies under one key that come at once, the second must conflict and not pass for the first.
    id: eventId(id, digest, index),
    municipality: asker.municipality,
    recordedAt: now,
    revision: folded.revision + 1 + index,
    stream: command.stream,
    type,
    version,
  };
}

/** Nested, so that knowing one digest does not give the digest of a longer body. */
function keyedDigest(key: string, body: string): string {
  return hash('sha256', key + hash('sha256', key + body, 'hex'), 'hex');
}
