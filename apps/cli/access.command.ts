import { AccessTable } from '../../libs/platform/access/access-table.ts';
import { rooms } from '../api/rooms.ts';
import { operatorCommand } from './operator-command.ts';
import type { Output } from './output.ts';

export const accessCommand = operatorCommand({
  name: 'access',
  description: 'print who may do and see what: what, role, relation',
  args: {},
  run: (_settings, _args, output) => printAccess(output),
});

/** Between tabs and not in columns: a longer name must not change every other line. */
export async function printAccess(output: Output): Promise<void> {
  const { rows } = new AccessTable(rooms.flatMap((room) => room.access));
  const lines = rows.map(({ what, role, relation }) => `${what}\t${role}\t${relation.name}`);
  for (const line of lines.sort()) await output.line(line);
}
