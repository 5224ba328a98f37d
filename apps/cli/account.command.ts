import { defineCommand } from 'citty';
import type { Settings } from '../../libs/platform/settings.ts';
import { askOperator } from './ask-operator.ts';
import { operatorCommand } from './operator-command.ts';
import type { Output } from './output.ts';

const issueCommand = operatorCommand({
  name: 'issue',
  description: 'give a person an account and print its first password, once',
  args: {
    municipality: { type: 'positional', description: 'the municipality\'s id', required: true },
    person: { type: 'positional', description: 'the person\'s id, as in the appointments', required: true },
    login: { type: 'positional', description: 'what the person types to sign in', required: true },
  },
  run: issueAccount,
});

export const accountCommand = defineCommand({
  meta: { name: 'account', description: 'accounts with which people sign in' },
  subCommands: { issue: issueCommand },
});

interface AccountFor {
  readonly municipality: string;
  readonly person: string;
  readonly login: string;
}

/** Nothing but the password, so that it can be printed and handed over. */
export async function issueAccount(settings: Settings, { municipality, person, login }: AccountFor, output: Output): Promise<void> {
  const { firstPassword } = await askOperator(settings, 'account', { municipality, person, login });
  await output.line(firstPassword);
}
