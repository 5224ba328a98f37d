import { readFileSync } from 'node:fs';
import { defineCommand } from 'citty';
import type { ImportedPeople } from '../../libs/municipality/import/people-import.ts';
import { printPreview } from '../../libs/municipality/import/print-preview.ts';
import type { CellFault } from '../../libs/municipality/import/roster.ts';
import type { Settings } from '../../libs/platform/settings.ts';
import { askOperator, RefusedDeed } from './ask-operator.ts';
import { CannotDo } from './one-line.ts';
import { operatorCommand } from './operator-command.ts';
import type { Output } from './output.ts';

const peopleCommand = operatorCommand({
  name: 'people',
  description: 'take in who holds which post from a day on (人事異動)',
  args: {
    'file': { type: 'positional', description: 'CSV: the sections, their posts and who holds them', required: true },
    'municipality': { type: 'string', description: 'the municipality\'s id, when there are several' },
    'dry-run': { type: 'boolean', description: 'show what would change, and change nothing' },
  },
  run: importPeople,
});

export const importCommand = defineCommand({
  meta: { name: 'import', description: 'take in what the office keeps elsewhere' },
  subCommands: { people: peopleCommand },
});

interface Importing {
  readonly 'file': string;
  readonly 'municipality'?: string | undefined;
  readonly 'dry-run'?: boolean | undefined;
}

export async function importPeople(
  settings: Settings, { file, municipality, 'dry-run': dryRun = false }: Importing, output: Output,
): Promise<void> {
  const content = contentOf(file).toString('base64');
  try {
    const imported = await askOperator(settings, 'import-people', {
      ...(municipality !== undefined && { municipality }), content, deed: dryRun ? 'preview' : 'write',
    });
    for (const line of [...printPreview(imported.preview), endingOf(imported, dryRun)]) await output.line(line);
  } catch (fault) {
    if (!(fault instanceof RefusedDeed) || fault.problem.code !== 'import-faulty') throw fault;
    // A list is mended cell by cell: all of them are named, each in a line of its own.
    const faults = fault.problem['faults'] as readonly CellFault[];
    for (const { path, message } of faults) await output.line(`${path} ${message}`);
    throw new CannotDo(`${file}: ${faults.length}件の誤りがあります。何も書き込んでいません。`, { cause: fault });
  }
}

function endingOf({ deeds, position }: ImportedPeople, dryRun: boolean): string {
  if (dryRun) return `確認のみです。何も書き込んでいません（取り込むと${deeds}件を記録します）。`;
  return position === undefined ? '組織と発令に変更はありません。' : `${deeds}件を記録しました（position ${position}）。`;
}

function contentOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (fault) {
    throw new CannotDo(`${path} cannot be read: ${fault instanceof Error ? fault.message : String(fault)}`, { cause: fault });
  }
}
