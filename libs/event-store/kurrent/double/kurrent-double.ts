import { once } from 'node:events';
import type { EventEmitter } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Server as SocketServer, Socket } from 'node:net';
import { Server, ServerCredentials, status } from '@grpc/grpc-js';
import type { ConnectionInjector } from '@grpc/grpc-js';
import { ServerFeaturesService } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_grpc_pb.js';
import type { IServerFeaturesServer } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_grpc_pb.js';
import features from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb.js';
import { StreamsService } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb.js';
import type { IStreamsServer } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb.js';
import { append, batchAppend } from './append-calls.ts';
import { deletingCalls } from './delete-calls.ts';
import { Exhausted, Faults } from './faults.ts';
import { read } from './read-calls.ts';
import { RecordLog } from './record-log.ts';

const largestMessageBytes = 16 * 1024 * 1024;

interface DoubleOptions {
  /** Without it the client falls back to one call for each append. */
  readonly offersBatchAppend?: boolean;
}

/**
 * A KurrentDB server in this process, over a real socket, as `KURRENTDB.md` measured a real one. It has one file's worth
 * of data, in memory, which survives its deaths.
 */
export class KurrentDouble {
  readonly faults = new Faults(() => this.kill());
  readonly #log = new RecordLog();
  readonly #offersBatchAppend: boolean;
  readonly #sockets = new Set<Socket>();
  #listener: SocketServer | undefined;
  #injector: ConnectionInjector | undefined;
  #grpc: Server | undefined;
  #port = 0;

  private constructor({ offersBatchAppend = true }: DoubleOptions) {
    this.#offersBatchAppend = offersBatchAppend;
  }

  static async start(options: DoubleOptions = {}): Promise<KurrentDouble> {
    const double = new KurrentDouble(options);
    await double.restart();
    return double;
  }

  get connectionString(): string {
    return `kurrentdb://127.0.0.1:${this.#port}?tls=false`;
  }

  /** As SIGKILL does it: every connection is reset, nothing is said. The data stays. */
  kill(): void {
    this.#listener?.close();
    for (const socket of this.#sockets) socket.resetAndDestroy();
    this.#sockets.clear();
    this.#injector?.destroy();
    this.#grpc?.forceShutdown();
    this.#listener = undefined;
    this.faults.thaw();
  }

  /** On the same port as before. */
  async restart(): Promise<void> {
    this.#log.forgetRecentIds();
    const grpc = new Server({ 'grpc.max_receive_message_length': largestMessageBytes });
    this.#offer(grpc);
    // The sockets are ours, so that they can be torn off as a dying process tears them off.
    const injector = grpc.createConnectionInjector(ServerCredentials.createInsecure());
    const listener = createServer((socket) => {
      socket.setNoDelay(true);
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket)).on('error', () => undefined);
      injector.injectConnection(socket);
    });
    listener.listen(this.#port, '127.0.0.1');
    await once(listener, 'listening');
    this.#port = (listener.address() as AddressInfo).port;
    this.#listener = listener;
    this.#injector = injector;
    this.#grpc = grpc;
  }

  #offer(grpc: Server): void {
    const { faults } = this;
    const log = this.#log;
    // Most of these errors are those of calls whose connection was torn off; then nobody is left to be told.
    const fail = (call: EventEmitter & { readonly cancelled: boolean }) => (error: unknown) => {
      if (call.cancelled) return;
      const code = error instanceof Exhausted ? status.RESOURCE_EXHAUSTED : status.INTERNAL;
      call.emit('error', { code, details: String(error) });
    };
    const service: IStreamsServer = {
      read: (call) => { read(call, log, faults).catch(fail(call)); },
      append: (call, answer) => { append(call, answer, log, faults).catch(fail(call)); },
      batchAppend: (call) => { batchAppend(call, log, faults).catch(fail(call)); },
      ...deletingCalls(log),
    };
    grpc.addService(StreamsService, service);
    const about: IServerFeaturesServer = {
      getSupportedMethods: (_call, answer) => {
        void faults.thawed().then(() => answer(null, supportedMethods(this.#offersBatchAppend)));
      },
    };
    grpc.addService(ServerFeaturesService, about);
  }
}

function supportedMethods(offersBatchAppend: boolean): InstanceType<typeof features.SupportedMethods> {
  const methods = ['read', 'append', 'delete', 'tombstone', ...(offersBatchAppend ? ['batchappend'] : [])];
  return new features.SupportedMethods()
    .setEventStoreServerVersion('24.2.0')
    .setMethodsList(methods.map((name) => new features.SupportedMethod()
      .setServiceName('event_store.client.streams.streams')
      .setMethodName(name)
      .setFeaturesList(name === 'read' ? ['position', 'events'] : [])));
}
