import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import type { EventStore, Position, StoredEvent, Subscription } from '../../event-store/event-store.ts';
import type { EventCatalogue } from '../../kernel/decider.ts';
import { beginBuilding, foldLog, modelAsOf, modelPath, putInPlace, removeModelFile } from './build-model.ts';
import { ModelFile } from './model-file.ts';
import type { ModelReader, ReadModel } from './read-model.ts';

export interface HostParts {
  readonly store: EventStore;
  /** Of every event type in the log. */
  readonly catalogue: EventCatalogue;
  readonly models: readonly ReadModel[];
  readonly directory: string;
  readonly onFault: (model: string, fault: unknown) => void;
  /** Best effort, after the models know these events: for whoever watches. */
  readonly tap: (events: readonly StoredEvent[]) => void;
}

/** How a model stands, for /readyz and metrics. */
export interface ModelStanding {
  readonly name: string;
  readonly version: number;
  readonly position: Position | undefined;
  readonly state: 'building' | 'following' | 'stopped';
  readonly fault?: string;
}

export class ModelNotReady extends Error {
  override readonly name = 'ModelNotReady';
  constructor(readonly model: string, readonly state: 'building' | 'stopped') {
    super(`read model ${model} is ${state}`);
  }
}

interface Follower {
  readonly model: ReadModel;
  file: ModelFile | undefined;
  fault?: string;
}

interface Waiter {
  readonly follower: Follower;
  readonly position: Position;
  readonly resolve: (reached: boolean) => void;
}

/** Between batches, so that under load many events share one transaction; somebody waiting ends the pause. */
const pauseMs = 10;

/** Keeps every read model of this process at the end of the log. */
export class ReadModelHost {
  readonly #followers: readonly Follower[];
  #waiters: Waiter[] = [];
  #subscription: Subscription | undefined;
  #endPause: () => void = () => {};

  constructor(private readonly parts: HostParts) {
    this.#followers = parts.models.map((model) => ({ model, file: undefined }));
  }

  /** Opens what is there, builds what is not, and then follows the log. */
  async start(): Promise<void> {
    const { store, catalogue, directory } = this.parts;
    mkdirSync(directory, { recursive: true });
    const end = await store.lastPosition();
    const opening = this.#followers.map((follower) => {
      const file = openIfOfThisLog(modelPath(directory, follower.model), follower.model, end);
      return { follower, built: file !== undefined, file: file ?? beginBuilding(directory, follower.model) };
    });
    await foldLog(store, catalogue, opening.map(({ file }) => file), (file, fault) => {
      const failed = opening.find((one) => one.file === file);
      if (failed !== undefined) this.#stopFollower(failed.follower, fault);
    });
    for (const { follower, built, file } of opening) {
      if (follower.fault !== undefined) file.close();
      else follower.file = built ? file : putInPlace(file, directory);
    }
    this.#removeOldVersions();
    const positions = opening.flatMap(({ follower }) => (follower.file === undefined ? [] : [follower.file.position]));
    const first = positions.includes(undefined) ? undefined : (positions as string[]).toSorted()[0];
    this.#subscription = store.subscribe(first, (events) => this.#follow(events));
    this.#subscription.ended.catch((fault: unknown) => {
      for (const follower of this.#followers) this.#stopFollower(follower, fault);
    });
  }

  standing(): readonly ModelStanding[] {
    return this.#followers.map(({ model, file, fault }) => ({
      name: model.name,
      version: model.version,
      position: file?.position,
      state: fault !== undefined ? 'stopped' : file === undefined ? 'building' : 'following',
      ...(fault !== undefined && { fault }),
    }));
  }

  reader(model: ReadModel): ModelReader {
    const { file, fault } = this.#followerOf(model);
    if (fault !== undefined) throw new ModelNotReady(model.name, 'stopped');
    if (file === undefined) throw new ModelNotReady(model.name, 'building');
    return file;
  }

  knows(model: ReadModel, position: Position): boolean {
    return this.#hasReached(this.#followerOf(model), position);
  }

  /** True once the model knows the event at this position; false when that takes too long. */
  async waitFor(model: ReadModel, position: Position, forMs: number): Promise<boolean> {
    const follower = this.#followerOf(model);
    if (this.#hasReached(follower, position)) return true;
    return new Promise((resolve) => {
      const waiter: Waiter = { follower, position, resolve: (reached) => { clearTimeout(timer); resolve(reached); } };
      const timer = setTimeout(() => {
        this.#waiters = this.#waiters.filter((other) => other !== waiter);
        resolve(false);
      }, forMs);
      this.#waiters.push(waiter);
      this.#endPause();
    });
  }

  /** Builds a model anew beside the one in use, then swaps them between two batches. */
  async rebuild(model: ReadModel): Promise<void> {
    const { store, catalogue, directory } = this.parts;
    const follower = this.#followerOf(model);
    const building = beginBuilding(directory, model);
    let failure: unknown;
    do {
      await foldLog(store, catalogue, [building], (_file, fault) => { failure = fault; });
    } while (failure === undefined && isBehind(building, follower.file));
    if (failure !== undefined) {
      building.close();
      removeModelFile(building.path);
      throw failure;
    }
    follower.file?.close();
    follower.file = putInPlace(building, directory);
    delete follower.fault;
  }

  asOf(model: ReadModel, position: Position): Promise<ModelReader & { close(): void }> {
    return modelAsOf(this.parts.store, this.parts.catalogue, model, position);
  }

  async stop(): Promise<void> {
    this.#endPause();
    await this.#subscription?.stop();
    for (const waiter of this.#waiters.splice(0)) waiter.resolve(false);
    for (const { file } of this.#followers) file?.close();
  }

  async #follow(events: readonly StoredEvent[]): Promise<void> {
    for (const follower of this.#followers) {
      if (follower.file === undefined || follower.fault !== undefined) continue;
      try {
        follower.file.apply(events, this.parts.catalogue);
        follower.file.flush();
      } catch (fault) {
        follower.file.abandon();
        this.#stopFollower(follower, fault);
      }
    }
    this.#answerWaiters();
    this.parts.tap(events);
    if (this.#waiters.length === 0) await this.#pause();
  }

  #answerWaiters(): void {
    const reached = this.#waiters.filter(({ follower, position }) => this.#hasReached(follower, position));
    if (reached.length === 0) return;
    this.#waiters = this.#waiters.filter((waiter) => !reached.includes(waiter));
    for (const waiter of reached) waiter.resolve(true);
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, pauseMs);
      this.#endPause = () => { clearTimeout(timer); resolve(); };
    });
  }

  #hasReached({ file }: Follower, position: Position): boolean {
    return file?.position !== undefined && file.position >= position;
  }

  #stopFollower(follower: Follower, fault: unknown): void {
    if (follower.fault !== undefined) return;
    follower.fault = fault instanceof Error ? fault.message : String(fault);
    this.parts.onFault(follower.model.name, fault);
  }

  #followerOf(model: ReadModel): Follower {
    const follower = this.#followers.find((one) => one.model === model);
    if (follower === undefined) throw new Error(`no room brought the read model ${model.name}`);
    return follower;
  }

  /** Files of other versions, and of models that are gone. */
  #removeOldVersions(): void {
    const ours = new Set(this.parts.models.map((model) => modelPath(this.parts.directory, model)));
    for (const name of readdirSync(this.parts.directory)) {
      const path = `${this.parts.directory}/${name.replace(/-(wal|shm)$/, '')}`;
      if (/\.v\d+\.sqlite(\.building)?$/.test(path) && !ours.has(path)) removeModelFile(path);
    }
  }
}

/** A file that stands beyond the end was folded from another log: it is as good as none. */
function openIfOfThisLog(path: string, model: ReadModel, end: Position | undefined): ModelFile | undefined {
  if (!existsSync(path)) return undefined;
  const file = new ModelFile(model, path, false);
  if (file.position === undefined || (end !== undefined && file.position <= end)) return file;
  file.close();
  removeModelFile(path);
  return undefined;
}

function isBehind(building: ModelFile, live: ModelFile | undefined): boolean {
  return live?.position !== undefined && (building.position === undefined || building.position < live.position);
}
