import { readFileSync } from 'node:fs';
import type { Settings } from '../../libs/platform/settings.ts';
import { askOperator } from './ask-operator.ts';
import { CannotDo } from './one-line.ts';
import { operatorCommand } from './operator-command.ts';
import type { Output } from './output.ts';

export const foundCommand = operatorCommand({
  name: 'found',
  description: 'found a municipality',
  args: { file: { type: 'positional', description: 'JSON: id, name, departments, sections, posts, appointments, people', required: true } },
  run: found,
});

export async function found(settings: Settings, { file }: { readonly file: string }, output: Output): Promise<void> {
  const { municipality, receipt, namedPeople } = await askOperator(settings, 'found', readJsonFile(file));
  await output.line(`founded ${municipality} at position ${receipt.position}; names of people kept apart from the log: ${namedPeople}`);
}

function readJsonFile(path: string): object {
  try {
    // Editors on Windows put a mark at the beginning that JSON does not know.
    const value: unknown = JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, ''));
    if (typeof value === 'object' && value !== null) return value;
  } catch (fault) {
    throw new CannotDo(`${path} cannot be read: ${fault instanceof Error ? fault.message : String(fault)}`, { cause: fault });
  }
  throw new CannotDo(`${path} cannot be read: it holds no JSON object`);
}
