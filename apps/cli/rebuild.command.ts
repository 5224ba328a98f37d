import type { Settings } from '../../libs/platform/settings.ts';
import { askOperator } from './ask-operator.ts';
import { operatorCommand } from './operator-command.ts';
import type { Output } from './output.ts';

export const rebuildCommand = operatorCommand({
  name: 'rebuild',
  description: 'build one read model, or all of them, anew from the log',
  args: { model: { type: 'positional', description: 'which one; by default every one', required: false } },
  run: rebuild,
});

export async function rebuild(settings: Settings, { model }: { readonly model?: string | undefined }, output: Output): Promise<void> {
  const { rebuilt } = await askOperator(settings, 'rebuild', { ...(model !== undefined && { model }) });
  await output.line(`rebuilt from the log: ${rebuilt.join(', ')}`);
}
