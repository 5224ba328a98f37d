import type { StoredEvent } from '../../event-store/event-store.ts';

/** An event that is in the log and known to the read models: what the EventBus tells whoever watches, best effort. */
export class LoggedEvent {
  constructor(readonly stored: StoredEvent) {}
}
