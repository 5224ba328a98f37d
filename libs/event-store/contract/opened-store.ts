import type { EventStore } from '../event-store.ts';

/** A store of one case. `close` gives back everything; it comes also after the case has closed the store itself. */
export interface OpenedStore {
  readonly store: EventStore;
  /** Opens the same log again, after `store` was closed. An engine without it keeps nothing. */
  readonly reopen?: () => Promise<EventStore>;
  close(): Promise<void>;
}

/** Gives the case that runs its store. */
export type TheStore = () => OpenedStore;
