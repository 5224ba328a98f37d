import type { Asker } from '../libs/platform/access/asker.ts';
import type { CommandClass } from '../libs/platform/commands/verb.ts';

/** What everything in the golden year is derived from, so that it comes out the same whenever it is lived. */
export const origin = '0196d0a0-0000-7000-8000-000000000001';

/** One deed of the golden year, on a day of its own. The name is the key of its command. */
export type Deed = <Body extends object>(
  name: string, asker: Asker, command: CommandClass<Body>, stream: string, body: Body,
) => Promise<void>;
