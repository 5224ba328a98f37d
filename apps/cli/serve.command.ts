import { once } from 'node:events';
import { openEngines, type Engines } from '../api/engines.ts';
import { serve } from '../api/serve.ts';
import type { Settings } from '../../libs/platform/settings.ts';
import { operatorCommand } from './operator-command.ts';

export const serveCommand = operatorCommand({
  name: 'serve',
  description: 'serve the data directory over HTTP',
  args: {},
  run: (settings) => serveAsProcess(settings, async () => () => undefined),
});

/** Works on the open engines before anybody else can, and says afterwards what there is to say about where they are served. */
export type Prepare = (engines: Engines) => Promise<(url: string) => void>;

/** Serves until `stopping` says so; whoever asked for that knows when it is served. */
export async function serveUntil(stopping: () => AbortSignal, settings: Settings, prepare: Prepare): Promise<void> {
  const engines = await openEngines(settings);
  const announce = await prepare(engines);
  const signal = stopping();
  const serving = await serve(engines, settings);
  const { log } = engines.installation;
  log.info({ url: serving.url, metrics: serving.metricsUrl }, 'serving');
  announce(serving.url);
  if (!signal.aborted) await once(signal, 'abort');
  await serving.stop();
  log.info('stopped');
}

/** What was acknowledged is on the disk, so nothing is lost when something else does not want to end. */
const endAtLatestInMilliseconds = 4_500;

export async function serveAsProcess(settings: Settings, prepare: Prepare): Promise<void> {
  await serveUntil(askedBySignal, settings, prepare);
  process.exit(0);
}

/** Only from here on: until it serves there is nothing to be ended in order. */
function askedBySignal(): AbortSignal {
  const asked = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      setTimeout(() => process.exit(1), endAtLatestInMilliseconds).unref();
      asked.abort();
    });
  }
  return asked.signal;
}
