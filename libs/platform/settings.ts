import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);

/** Every setting there is, read once from the environment. */
const settingsShape = z.object({
  HOST: z.string().min(1).default('127.0.0.1').describe('address to listen on'),
  PORT: port.default(3000).describe('port of the product; 0 takes a free one'),
  METRICS_PORT: port.default(0).describe('port of /metrics, on the same address; 0 takes a free one'),
  MEGURI_DATA_DIR: z.string().min(1).default('data').describe('data directory'),
  KURRENTDB_URL: z.url({ protocol: /^(kurrentdb|esdb)(\+discover)?$/ }).optional()
    .describe('event log in KurrentDB instead of a SQLite file in the data directory'),
  MEGURI_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info').describe('least level that is logged'),
});

export type Settings = z.infer<typeof settingsShape>;

/** Names whose values may hold a secret. */
const secrets: ReadonlySet<string> = new Set(['KURRENTDB_URL']);

export class WrongSetting extends Error {
  override readonly name = 'WrongSetting';
}

/** The settings, or one clear line about the first that is wrong. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const unknown = Object.keys(environment).find((name) => name.startsWith('MEGURI_') && !(name in settingsShape.shape));
  if (unknown !== undefined) throw new WrongSetting(`${unknown}: there is no such setting`);
  const read = settingsShape.safeParse(environment);
  if (read.success) return read.data;
  const [fault] = read.error.issues;
  throw new WrongSetting(`${fault?.path.join('.')}: ${fault?.message}`);
}

/** For `meguri settings`: name, value in force, meaning. */
export function describeSettings(settings: Settings): readonly { name: string; value: string; meaning: string }[] {
  return Object.entries(settingsShape.shape).map(([name, shape]) => {
    const value = settings[name as keyof Settings];
    return {
      name,
      value: value === undefined ? '' : secrets.has(name) ? '********' : String(value),
      meaning: shape.description ?? '',
    };
  });
}
