import type { Position } from '../../event-store/event-store.ts';
import type { ModelFile } from './model-file.ts';
import type { ReadModel } from './read-model.ts';

/** A model on its way along the log. */
export interface Follower {
  readonly model: ReadModel;
  file: ModelFile | undefined;
  fault?: string;
  /** What stopped it may pass by itself: a full disk, a log out of reach. */
  mayPass?: boolean;
}

export function forgive(follower: Follower): void {
  delete follower.fault;
  delete follower.mayPass;
}

/** What was delivered is not delivered again, not even to a model that was stopped at the time. */
export function isBehind(building: ModelFile, delivered: Position | undefined): boolean {
  return delivered !== undefined && (building.position === undefined || building.position < delivered);
}
