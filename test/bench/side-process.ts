import 'reflect-metadata';
import type { Contest } from './contest.ts';

/** The process of one side: prepares it, and answers each "round" of the referee with the seconds it took. */
const [module, side, directory] = process.argv.slice(2) as [string, string, string];
const { contest } = await import(module) as { contest: Contest };
const prepare = contest.sides[side];
if (prepare === undefined) throw new Error(`${contest.name} has no side ${side}`);
const prepared = await prepare(directory);

process.on('message', (message) => {
  if (message === 'round') void prepared.round().then((seconds) => process.send?.({ seconds }));
  else void Promise.resolve(prepared.close?.()).then(() => process.disconnect());
});
process.send?.({ ready: true });
