import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { contest as commands } from './commands.ts';
import { contest as comparePlans } from './compare-plans.ts';
import { contest as emmett } from './emmett.ts';
import { contest as http } from './http.ts';
import { contest as kurrent } from './kurrent.ts';
import { contest as openCycle } from './open-cycle.ts';
import { contest as publicRead } from './public-read.ts';
import { contest as publish } from './publish.ts';
import { contest as reads } from './reads.ts';
import { contest as saveFields } from './save-fields.ts';
import { contest as streams } from './streams.ts';
import { contest as wholeLog } from './whole-log.ts';
import { hold, type Measured, type Told } from './referee.ts';

/** `npm run bench [-- --json FILE] [commands http …]`: every row of the table, or those of some contests. */
const { values: { json }, positionals } = parseArgs({ options: { json: { type: 'string' } }, allowPositionals: true });
const contests = [commands, openCycle, streams, wholeLog, reads, http, saveFields, comparePlans, publish, publicRead, emmett, kurrent]
  .filter(({ name }) => positionals.length === 0 || positionals.includes(name));

const tell: Told = ({ id, ratio, goal, asMultiple, rounds, reason }, microseconds) => {
  const verdict = ratio === null ? `not run: ${reason}` : ratio >= goal ? 'reached' : 'MISSED';
  const times = microseconds && `${microseconds.ours.toFixed(1)} µs against ${microseconds.limit.toFixed(1)} µs`;
  console.log([
    id.padEnd(20), (asMultiple && ratio ? `${(1 / ratio).toFixed(2)}×` : ratio?.toFixed(2) ?? '-').padStart(6),
    `goal ${asMultiple ? `≤ ${Math.round(1 / goal)}` : goal}`.padEnd(10), `${rounds} rounds`.padEnd(10), verdict.padEnd(8), times ?? '',
  ].join(' ').trimEnd());
};

console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}`);
const rows: Measured[] = [];
for (const contest of contests) rows.push(...await hold(contest, tell));
if (json !== undefined) writeFileSync(json, `${JSON.stringify(rows, null, 2)}\n`);
