import { defineCommand } from 'citty';
import type { Settings } from '../../libs/platform/settings.ts';
import { askOperator } from './ask-operator.ts';
import { operatorCommand } from './operator-command.ts';
import type { Output } from './output.ts';

const addCommand = operatorCommand({
  name: 'add',
  description: 'make a token for a person and print it, once',
  args: {
    municipality: { type: 'string', description: 'the municipality\'s id', required: true },
    person: { type: 'string', description: 'the person\'s id, as in the appointments', required: true },
    label: { type: 'string', description: 'what the token is for', required: true },
  },
  run: addToken,
});

export const tokenCommand = defineCommand({
  meta: { name: 'token', description: 'tokens by which people sign in' },
  subCommands: { add: addCommand },
});

interface TokenFor {
  readonly municipality: string;
  readonly person: string;
  readonly label: string;
}

/** Nothing but the token, so that a script can take it from here. */
export async function addToken(settings: Settings, { municipality, person, label }: TokenFor, output: Output): Promise<void> {
  const { token } = await askOperator(settings, 'token', { municipality, person, label });
  await output.line(token);
}
