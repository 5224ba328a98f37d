import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { openEngines } from '../api/engines.ts';
import { serve } from '../api/serve.ts';
import { CommandLine } from './testing/given-command-line.ts';

let shell: CommandLine;
beforeEach(() => { shell = new CommandLine(); });
afterEach(() => shell.close());

it('says 500 when the metrics cannot be told, and serves on', async () => {
  const engines = await openEngines(shell.settings);
  const serving = await serve(engines, shell.settings);
  engines.installation.metrics.text = async () => { throw new Error('no figures'); };
  expect((await fetch(serving.metricsUrl)).status).toBe(500);
  expect((await fetch(`${serving.url}/livez`)).status).toBe(200);
  await serving.stop();
});
