import { randomBytes } from 'node:crypto';
import { defineCommand } from 'citty';
import { openEngines, type Engines } from '../api/engines.ts';
import { serve } from '../api/serve.ts';
import { readSettings } from '../../libs/platform/settings.ts';
import { orOneLine } from './one-line.ts';

export const serveCommand = defineCommand({
  meta: { name: 'serve', description: 'serve the data directory over HTTP' },
  run: () => orOneLine(() => serveUntilStopped(async () => undefined)),
});

/** Serves until SIGTERM or SIGINT; `prepare` works on the open engines before anybody else can. */
export async function serveUntilStopped(prepare: (engines: Engines) => Promise<((url: string) => void) | undefined>): Promise<void> {
  const settings = readSettings(process.env);
  const engines = await openEngines(settings);
  const announce = await prepare(engines);
  const serving = await serve(engines, settings);
  engines.directory.announce({ url: serving.url, operatorSecret: randomBytes(24).toString('base64url') });
  const { log } = engines.installation;
  log.info({ url: serving.url, metrics: serving.metricsUrl }, 'serving');
  announce?.(serving.url);
  let stopping: Promise<void> | undefined;
  const stop = (): void => {
    stopping ??= serving.stop().then(() => { log.info('stopped'); process.exit(0); });
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
}
