import { expect } from '@jest/globals';
import type { Decision } from '../decision.ts';
import type { Asked } from '../asked.ts';
import type { Decider, DomainEvent } from '../decider.ts';

/** Who asks, and when, wherever a spec does not care. */
export const asked: Asked = {
  by: 'person-1',
  now: '2026-05-20T01:00:00.000Z',
  newId: (name) => `id of ${name}`,
};

/** One event, or a mark for who recorded it and when. */
interface Given<Event> {
  readonly event: Event;
  readonly by: string;
  readonly at: string;
}

/** The same event, recorded by somebody at some time. */
export function recorded<Event extends DomainEvent>(event: Event, by: string, at: string): Given<Event> {
  return { event, by, at };
}

/** given(…events).when(state => verb(…)).then(…events): every decider is specified in these words. */
export function specify<State, Event extends DomainEvent>(decider: Decider<State, Event>) {
  return {
    given: (...history: readonly (Event | Given<Event>)[]) => ({
      when: (decide: (state: State) => Decision<Event>) => outcome(decide(fold(decider, history))),
      state: () => fold(decider, history),
    }),
  };
}

function outcome<Event extends DomainEvent>(decision: Decision<Event>) {
  return {
    then: (...events: readonly Event[]) => expect(decision).toEqual({ kind: 'accepted', events }),
    thenNothing: () => expect(decision).toEqual({ kind: 'accepted', events: [] }),
    thenRejected: (code: string, details?: object) => {
      expect(decision).toMatchObject({ kind: 'rejected', code });
      if (details !== undefined) expect(decision).toHaveProperty('details', details);
    },
  };
}

function fold<State, Event extends DomainEvent>(
  decider: Decider<State, Event>, history: readonly (Event | Given<Event>)[],
): State {
  return history.reduce<State>((state, one, revision) => {
    const { event, by, at } = 'event' in one ? one : recorded(one, asked.by, asked.now);
    return decider.evolve(state, event, { actor: by, command: `command-${revision}`, recordedAt: at, revision });
  }, decider.initial);
}
