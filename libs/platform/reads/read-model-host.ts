import { mkdirSync, readdirSync } from 'node:fs';
import type { EventStore, Position, StoredEvent, Subscription } from '../../event-store/event-store.ts';
import type { EventCatalogue } from '../../kernel/decider.ts';
import { beginBuilding, foldLog, modelAsOf, modelPath, openIfOfThisLog, putInPlace, removeModelFile, type Folding } from './build-model.ts';
import { ProjectionFault, type ModelFile } from './model-file.ts';
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
  /** What stopped it may pass by itself: a full disk, a log out of reach. */
  mayPass?: boolean;
}

interface Waiter {
  readonly follower: Follower;
  readonly position: Position;
  readonly resolve: (reached: boolean) => void;
}

/** Between batches, so that under load many events share one transaction, which costs more than they do; somebody waiting ends it. */
const pauseMs = 50;
/** Before a model that could not be written, or a log that could not be read, is tried again. */
const tryAgainMs = 1_000;

/** Keeps every read model of this process at the end of the log. */
export class ReadModelHost {
  readonly #followers: readonly Follower[];
  readonly #stopping = new AbortController();
  /** Models that somebody is building just now; a second builder would take the file away from the first. */
  readonly #building = new Set<ReadModel>();
  #waiters: Waiter[] = [];
  #started: Promise<void> | undefined;
  #subscription: Subscription | undefined;
  /** How far the subscription has come, whatever the models made of it. */
  #delivered: Position | undefined;
  #tryingAgain: NodeJS.Timeout | undefined;
  #endPause: () => void = () => {};

  constructor(private readonly parts: HostParts) {
    this.#followers = parts.models.map((model) => ({ model, file: undefined }));
  }

  /** Opens what is there, builds what is not, and then follows the log. */
  start(): Promise<void> {
    this.#started ??= this.#start().finally(() => this.#building.clear());
    return this.#started;
  }

  async #start(): Promise<void> {
    const { store, directory } = this.parts;
    for (const { model } of this.#followers) this.#building.add(model);
    mkdirSync(directory, { recursive: true });
    const end = await store.lastPosition();
    const opening = this.#followers.map((follower) => {
      const file = openIfOfThisLog(modelPath(directory, follower.model), follower.model, end);
      return { follower, built: file !== undefined, file: file ?? beginBuilding(directory, follower.model) };
    });
    await foldLog(this.#folding(), opening.map(({ file }) => file), (file, fault) => {
      const failed = opening.find((one) => one.file === file);
      if (failed !== undefined) this.#stopFollower(failed.follower, fault);
    });
    if (this.#stopping.signal.aborted) {
      for (const { file } of opening) file.close();
      return;
    }
    for (const { follower, built, file } of opening) {
      if (follower.fault !== undefined) file.close();
      else follower.file = built ? file : putInPlace(file, directory);
    }
    this.#removeOldVersions();
    this.#subscribe();
  }

  /** From where the model furthest behind stands; the others pass over what they know. */
  #subscribe(): void {
    const positions = this.#followers.flatMap(({ file, mayPass }) => (file === undefined || mayPass === false ? [] : [file.position]));
    const first = positions.includes(undefined) ? undefined : (positions as string[]).toSorted()[0];
    this.#subscription = this.parts.store.subscribe(first, (events) => this.#follow(events));
    this.#subscription.ended.catch((fault: unknown) => this.#tryAgainLater(fault));
  }

  /** Room on the disk and a log within reach come back; a projection that threw throws again, and is not tried. */
  #tryAgainLater(fault: unknown): void {
    if (this.#stopping.signal.aborted) return;
    const stopped = this.#followers.some(({ mayPass }) => mayPass === true) ? []
      : this.#followers.filter((follower) => this.#stopFollower(follower, fault));
    this.#tryingAgain = setTimeout(() => {
      // Theirs was the log's trouble; a model that could not be written shows first that it can be.
      stopped.forEach(forgive);
      this.#subscribe();
    }, tryAgainMs);
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
    const follower = this.#followerOf(model);
    if (this.#building.has(model)) throw new ModelNotReady(model.name, 'building');
    this.#building.add(model);
    try {
      await this.#rebuild(follower);
    } finally {
      this.#building.delete(model);
    }
  }

  async #rebuild(follower: Follower): Promise<void> {
    const { directory } = this.parts;
    mkdirSync(directory, { recursive: true });
    const building = beginBuilding(directory, follower.model);
    let failure: unknown;
    do {
      await foldLog(this.#folding(), [building], (_file, fault) => { failure = fault; });
      if (this.#stopping.signal.aborted) failure ??= new ModelNotReady(follower.model.name, 'stopped');
    } while (failure === undefined && isBehind(building, this.#delivered));
    if (failure !== undefined) {
      building.close();
      removeModelFile(building.path);
      throw failure;
    }
    follower.file?.close();
    follower.file = putInPlace(building, directory);
    forgive(follower);
  }

  asOf(model: ReadModel, position: Position): Promise<ModelReader & { close(): void }> {
    return modelAsOf(this.parts.store, this.parts.catalogue, model, position);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    // Whoever started hears of a failure; here it only matters that nothing is written any more.
    await this.#started?.catch(() => undefined);
    clearTimeout(this.#tryingAgain);
    this.#endPause();
    await this.#subscription?.stop();
    for (const waiter of this.#waiters.splice(0)) waiter.resolve(false);
    for (const { file } of this.#followers) file?.close();
  }

  async #follow(events: readonly StoredEvent[]): Promise<void> {
    let unwritten: unknown;
    for (const follower of this.#followers) {
      if (follower.file === undefined || follower.mayPass === false) continue;
      try {
        follower.file.apply(events, this.parts.catalogue);
        follower.file.flush();
        forgive(follower);
      } catch (fault) {
        follower.file.abandon();
        this.#stopFollower(follower, fault);
        if (follower.mayPass === true) unwritten = fault;
      }
    }
    this.#delivered = events.at(-1)?.position ?? this.#delivered;
    this.#answerWaiters();
    // Ends the subscription: a model that is behind must be told these events again.
    if (unwritten !== undefined) throw unwritten;
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

  /** True when it was following until now. */
  #stopFollower(follower: Follower, fault: unknown): boolean {
    if (follower.fault !== undefined) return false;
    follower.fault = fault instanceof Error ? fault.message : String(fault);
    follower.mayPass = !(fault instanceof ProjectionFault);
    this.parts.onFault(follower.model.name, fault);
    return true;
  }

  #folding(): Folding {
    return { store: this.parts.store, catalogue: this.parts.catalogue, signal: this.#stopping.signal };
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

/** What was delivered is not delivered again, not even to a model that was stopped at the time. */
function isBehind(building: ModelFile, delivered: Position | undefined): boolean {
  return delivered !== undefined && (building.position === undefined || building.position < delivered);
}

function forgive(follower: Follower): void {
  delete follower.fault;
  delete follower.mayPass;
}
