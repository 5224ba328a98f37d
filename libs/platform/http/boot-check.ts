import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { open, routeMetadata } from './desk.ts';
import { Installation } from '../installation.ts';

/** Where Nest leaves what a handler handles, and that a route is a stream; the packages do not export the names. */
const commandHandlerMetadata = '__commandHandler__';
const queryHandlerMetadata = '__queryHandler__';
const streamMetadata = '__sse__';

interface Route {
  readonly name: string;
  /** The command or query, or that it is open; undefined when it says nothing. */
  readonly performs: string | undefined;
  readonly isStream: boolean;
}

/**
 * Nest starts happily with a command that nobody handles, or a route that nobody guards. This does not: everything that
 * can be asked has exactly one handler and a row in the access table, and every row speaks of something there is.
 */
@Injectable()
export class BootCheck implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly installation: Installation,
  ) {}

  onApplicationBootstrap(): void {
    const handled = this.#handled();
    const faults = [
      ...repeatedIn(handled).map((name) => `${name} has more than one handler`),
      ...this.#routeFaults(new Set(handled)),
      ...handled.filter((name) => !this.installation.access.knows(name)).map((name) => `${name} has no access row`),
      ...this.#idleRows(new Set(handled)),
    ];
    if (faults.length > 0) throw new Error(`the house does not fit together:\n  ${faults.join('\n  ')}`);
  }

  /** The names of everything that a provider handles. */
  #handled(): readonly string[] {
    return this.discovery.getProviders().flatMap(({ metatype, instance }) => {
      const handler: unknown = (instance as object | null)?.constructor ?? metatype;
      if (typeof handler !== 'function') return [];
      const command = Reflect.getMetadata(commandHandlerMetadata, handler) as { verb?: { name: string } } | undefined;
      const query = Reflect.getMetadata(queryHandlerMetadata, handler) as { question?: { name: string } } | undefined;
      return [command?.verb?.name, query?.question?.name].filter((name) => name !== undefined);
    });
  }

  #routes(): readonly Route[] {
    return this.discovery.getControllers().flatMap(({ instance, name: controller }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
      return this.scanner.getAllMethodNames(prototype).filter((method) => Reflect.hasMetadata('path', prototype[method] as object))
        .map((method) => ({
          name: `${controller}.${method}`,
          performs: Reflect.getMetadata(routeMetadata, prototype[method] as object) as string | undefined,
          isStream: Reflect.hasMetadata(streamMetadata, prototype[method] as object),
        }));
    });
  }

  #routeFaults(handled: ReadonlySet<string>): readonly string[] {
    return this.#routes().flatMap(({ name, performs, isStream }) => {
      if (performs === undefined) return [`${name} says neither what it does nor that it is open`];
      if (performs === open || handled.has(performs)) return [];
      return isStream && this.installation.access.knows(performs) ? [] : [`${name}: nothing handles ${performs}`];
    });
  }

  #idleRows(handled: ReadonlySet<string>): readonly string[] {
    const streams = this.#routes().flatMap(({ performs, isStream }) => (isStream && performs !== undefined ? [performs] : []));
    const known = new Set([...handled, ...streams, ...Object.keys(this.installation.catalogue).map((type) => `sees ${type}`)]);
    return [...new Set(this.installation.access.rows.map((row) => row.what))]
      .filter((what) => !known.has(what)).map((what) => `an access row speaks of ${what}, which is nothing`);
  }
}

function repeatedIn(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) < index))];
}
