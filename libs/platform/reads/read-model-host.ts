import { mkdirSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import type { EventStore, Position, StoredEvent, Subscription } from '../../event-store/event-store.ts';
import type { EventCatalogue } from '../../kernel/decider.ts';
import {
  beginBuilding, foldLog, isDamage, markOf, modelAsOf, modelPath, openIfOfThisLog, putInPlace, removeModelFile, removeOldVersions, type Folding,
} from './build-model.ts';
import { forgive, isBehind, type Follower } from './follower.ts';
import { ProjectionFault, type ModelFile } from './model-file.ts';
import type { ModelReader, ReadModel } from './read-model.ts';
import { Waiters } from './waiters.ts';

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

interface Opening {
  readonly follower: Follower;
  readonly built: boolean;
  readonly file: ModelFile;
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
  readonly #waiters = new Waiters();
  #started: Promise<void> | undefined;
  #subscription: Subscription | undefined;
  /** How far the subscription has come, whatever the models made of it. */
  #delivered: Position | undefined;
  #tryingAgain: NodeJS.Timeout | undefined;
  #endPause: () => void = () => {};

  constructor(private readonly parts: HostParts) {
    this.#followers = parts.models.map((model) => ({ model, file: undefined }));
  }

  /** Opens what is there, builds what is not, and then follows the log; over when it does, or when it is stopped. */
  start(): Promise<void> {
    this.#started ??= this.#start().finally(() => this.#building.clear());
    return this.#started;
  }

  async #start(): Promise<void> {
    for (const { model } of this.#followers) this.#building.add(model);
    while (!this.#stopping.signal.aborted) {
      const opening: Opening[] = [];
      try {
        await this.#open(opening);
        return;
      } catch (fault) {
        for (const { follower, file } of opening) {
          file.close();
          follower.file?.close();
          follower.file = undefined;
        }
        for (const follower of this.#followers) this.#stopFollower(follower, fault);
        await after(tryAgainMs, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
      }
    }
  }

  async #open(opening: Opening[]): Promise<void> {
    const { store, directory, models } = this.parts;
    mkdirSync(directory, { recursive: true });
    const log = await markOf(store);
    // Not before: as long as the log is out of reach that is said once, not at every try.
    this.#followers.forEach(forgive);
    for (const follower of this.#followers) {
      const file = openIfOfThisLog(modelPath(directory, follower.model), follower.model, log);
      opening.push({ follower, built: file !== undefined, file: file ?? beginBuilding(directory, follower.model) });
    }
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
    removeOldVersions(directory, models);
    await this.#subscribe();
  }

  /** From where the model furthest behind stands; the others pass over what they know. */
  async #subscribe(): Promise<void> {
    const end = await this.parts.store.lastPosition();
    if (this.#stopping.signal.aborted) return;
    const positions = this.#followers.flatMap(({ file, mayPass }) => (file === undefined || mayPass === false ? [] : [file.position]));
    // With nobody to be told, the log goes on for those who watch; whoever is built meanwhile must know what they were told before.
    if (positions.length === 0) this.#delivered ??= end;
    const first = positions.length === 0 ? this.#delivered
      : positions.includes(undefined) ? undefined : (positions as string[]).toSorted()[0];
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
      this.#subscribe().catch((again: unknown) => this.#tryAgainLater(again));
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
    const follower = this.#followerOf(model);
    fileOf(follower);
    return {
      all: (sql, parameters) => this.#read(follower, (file) => file.all(sql, parameters)),
      one: (sql, parameters) => this.#read(follower, (file) => file.one(sql, parameters)),
    };
  }

  /** Of the file in use at that moment: a question may look twice, and a rebuild may come between. */
  #read<Answer>(follower: Follower, read: (file: ModelFile) => Answer): Answer {
    try {
      return read(fileOf(follower));
    } catch (fault) {
      if (!isDamage(fault)) throw fault;
      this.#stopFollower(follower, fault);
      throw new ModelNotReady(follower.model.name, 'stopped');
    }
  }

  knows(model: ReadModel, position: Position): boolean {
    return this.#hasReached(this.#followerOf(model), position);
  }

  /** True once the model knows the event at this position; false when that takes too long. */
  async waitFor(model: ReadModel, position: Position, forMs: number): Promise<boolean> {
    const follower = this.#followerOf(model);
    if (this.#hasReached(follower, position)) return true;
    const waited = this.#waiters.wait(() => this.#hasReached(follower, position), forMs);
    this.#endPause();
    return waited;
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
    this.#waiters.sendAway();
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
    this.#waiters.answer();
    // Ends the subscription: a model that is behind must be told these events again.
    if (unwritten !== undefined) throw unwritten;
    this.parts.tap(events);
    if (this.#waiters.isEmpty) await this.#pause();
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
    follower.mayPass = !(fault instanceof ProjectionFault || isDamage(fault));
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
}

function fileOf({ model, file, fault }: Follower): ModelFile {
  if (fault !== undefined) throw new ModelNotReady(model.name, 'stopped');
  if (file === undefined) throw new ModelNotReady(model.name, 'building');
  return file;
}
