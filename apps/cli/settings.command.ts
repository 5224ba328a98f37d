import { describeSettings, type Settings } from '../../libs/platform/settings.ts';
import { operatorCommand } from './operator-command.ts';
import type { Output } from './output.ts';

export const settingsCommand = operatorCommand({
  name: 'settings',
  description: 'print every setting with its value in force, secrets masked',
  args: { json: { type: 'boolean', description: 'as JSON' } },
  run: printSettings,
});

export async function printSettings(settings: Settings, { json }: { readonly json?: boolean | undefined }, output: Output): Promise<void> {
  const described = describeSettings(settings);
  if (json === true) return output.line(JSON.stringify(described, undefined, 2));
  const width = (member: 'name' | 'value') => Math.max(...described.map((one) => one[member].length));
  for (const { name, value, meaning } of described) {
    await output.line(`${name.padEnd(width('name'))}  ${(value === '' ? '-' : value).padEnd(width('value'))}  ${meaning}`);
  }
}
