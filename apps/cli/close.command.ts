import type { Settings } from '../../libs/platform/settings.ts';
import { askOperator } from './ask-operator.ts';
import { CannotDo } from './one-line.ts';
import { operatorCommand } from './operator-command.ts';
import type { Output } from './output.ts';

export const closeCommand = operatorCommand({
  name: 'close',
  description: 'close a municipality for ever: what is recorded stays, and its organisation is not changed again',
  args: {
    municipality: { type: 'positional', description: 'the municipality\'s id', required: true },
    confirm: { type: 'string', description: 'the same id again, because nothing opens it again', required: true },
  },
  run: close,
});

interface Closing {
  readonly municipality: string;
  readonly confirm: string;
}

export async function close(settings: Settings, { municipality, confirm }: Closing, output: Output): Promise<void> {
  if (confirm !== municipality) throw new CannotDo(`closing cannot be undone: say --confirm ${municipality}`);
  const { receipt } = await askOperator(settings, 'close', { municipality });
  await output.line(`closed ${municipality} at position ${receipt.position}`);
}
