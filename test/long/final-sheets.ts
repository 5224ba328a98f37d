import { openEngines } from '../../apps/api/engines.ts';
import { OpenCycle } from '../../libs/cycle/commands.ts';
import { cycleStream } from '../../libs/cycle/domain/cycle.ts';
import {
  AcceptFirstEvaluation, ApproveFirstEvaluation, OpenSheet, SaveFields, SubmitFirstEvaluation,
} from '../../libs/evaluation/commands.ts';
import { sheetId, sheetStream } from '../../libs/evaluation/domain/sheet.ts';
import { FinaliseSheet } from '../../libs/evaluation/stage.commands.ts';
import { systemAsker, type Asker } from '../../libs/platform/access/asker.ts';
import { deriveUuid } from '../../libs/platform/commands/command-id.ts';
import type { CommandClass } from '../../libs/platform/commands/verb.ts';
import { readSettings } from '../../libs/platform/settings.ts';
import { municipality, personOf, year, yearOf, type FoundedOffice } from './founded-office.ts';

const origin = '6d656775-7269-4000-8000-000000000002';

/** Takes every sheet of the office's year from its opening to its end, in a data directory that no server has open. */
export async function finaliseAll(directory: string, { nodes }: FoundedOffice): Promise<void> {
  const engines = await openEngines(readSettings({ MEGURI_DATA_DIR: directory, MEGURI_LOG_LEVEL: 'error' }));
  const run = async <Body extends object>(asker: Asker, command: CommandClass<Body>, stream: string, body: Body): Promise<void> => {
    const key = deriveUuid(origin, stream, command.verb.name);
    const outcome = await engines.installation.runner.run(new command(stream, { asker, key }, body));
    if (outcome.kind === 'rejected') throw new Error(`${command.verb.name}: ${JSON.stringify(outcome)}`);
  };
  const at = (post: string, role: Asker['role']): Asker =>
    ({ municipality, actor: personOf(post), role, post, appointment: `${post}-holder`, section: 'section-0', department: 'department' });
  const [staff, manager, secretariat] = [at('section-0-staff-0', 'staff'), at('section-0-manager', 'approver'), at('secretariat', 'secretariat')];
  try {
    await run(secretariat, OpenCycle, cycleStream(municipality, year), yearOf(nodes));
    for (const [index, node] of nodes.entries()) {
      const stream = sheetStream(municipality, sheetId(year, node));
      await run(systemAsker(municipality, 'open-sheets'), OpenSheet, stream, { year, node });
      await run(staff, SaveFields, stream, { basedOn: 0, fields: { result: `延べ${index}社を支援した。`, attainment: 'a' } });
      await run(staff, SubmitFirstEvaluation, stream, {});
      await run(manager, ApproveFirstEvaluation, stream, { basedOn: 2 });
      await run(secretariat, AcceptFirstEvaluation, stream, { basedOn: 3 });
      await run(secretariat, FinaliseSheet, stream, { basedOn: 4 });
    }
  } finally {
    await engines.close();
  }
}
