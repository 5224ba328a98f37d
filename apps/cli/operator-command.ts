import { defineCommand, type ArgsDef, type CommandDef, type ParsedArgs } from 'citty';
import { readSettings, type Settings } from '../../libs/platform/settings.ts';
import { CannotDo, orOneLine } from './one-line.ts';
import { standardOutput, type Output } from './output.ts';

interface OperatorCommand<Arguments extends ArgsDef> {
  readonly name: string;
  readonly description: string;
  readonly args: Arguments;
  readonly run: (settings: Settings, args: ParsedArgs<Arguments>, output: Output) => Promise<unknown>;
}

/** A command as the shell sees it. What it does is a function of settings, arguments and output, and can be called as one. */
export function operatorCommand<const Arguments extends ArgsDef>(command: OperatorCommand<Arguments>): CommandDef<Arguments> {
  const { name, description, args: known, run } = command;
  return defineCommand({
    meta: { name, description },
    args: known,
    run: ({ args }) => orOneLine(async () => {
      refuseUnknown(known, args);
      await run(readSettings(process.env), args, standardOutput());
    }),
  });
}

/** citty lets through what it does not know; a mistyped filter must not show everything instead. */
export function refuseUnknown(known: ArgsDef, args: { readonly _: readonly string[] }): void {
  const values = args as Readonly<Record<string, unknown>>;
  // citty gives a name with a hyphen a second time in camel case.
  const alias = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const unknown = Object.keys(values).find((name) => name !== '_' && !(name in known) && !(alias(name) in known));
  if (unknown !== undefined) throw new CannotDo(`there is no option --${unknown}`);
  const places = Object.values(known).filter(({ type }) => type === 'positional').length;
  if (args._.length > places) throw new CannotDo(`"${args._[places]}" is one word too many`);
  const empty = Object.keys(known).find((name) => values[name] === '');
  if (empty !== undefined) throw new CannotDo(`--${empty} needs a value`);
}
