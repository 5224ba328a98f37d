import { z } from 'zod';

/** An address without a path: what comes after it is ours to say. */
const origin = z.url({ protocol: /^https?$/ })
  .refine((url) => /^https?:\/\/[^/?#@]+\/?$/.test(url), 'must be no more than https:// and a host');

/** A provider's words are believed, so they must not come over an open line; what stays on this machine may. */
const issuerUrl = z.url({ protocol: /^https?$/ })
  .refine((url) => url.startsWith('https:') || isLoopback(new URL(url).hostname), 'must be https');

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

const port = z.coerce.number().int().min(0).max(65_535);

/** Every setting there is, read once from the environment. */
const settingsShape = z.object({
  HOST: z.string().min(1).default('127.0.0.1').describe('address to listen on'),
  PORT: port.default(3000).describe('port of the product; 0 takes a free one'),
  METRICS_PORT: port.default(0).describe('port of /metrics, on the same address; 0 takes a free one'),
  MEGURI_DATA_DIR: z.string().min(1).default('data').describe('data directory'),
  KURRENTDB_URL: z.url({ protocol: /^(kurrentdb|esdb)(\+discover)?$/ }).optional()
    .describe('event log in KurrentDB instead of a SQLite file in the data directory'),
  MEGURI_PUBLIC_URL: origin.optional().describe('address by which browsers reach it; with https, cookies go over https only'),
  MEGURI_OIDC_ISSUER: issuerUrl.optional().describe('OpenID Connect provider by which people may sign in'),
  MEGURI_OIDC_CLIENT_ID: z.string().min(1).max(200).optional().describe('how that provider knows this installation'),
  MEGURI_OIDC_CLIENT_SECRET: z.string().min(1).max(500).optional().describe('by which this installation shows it'),
  MEGURI_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info').describe('least level that is logged'),
});

export type Settings = z.infer<typeof settingsShape>;

/** Settings that say nothing without the others. */
const openIdConnect = ['MEGURI_OIDC_ISSUER', 'MEGURI_OIDC_CLIENT_ID', 'MEGURI_OIDC_CLIENT_SECRET', 'MEGURI_PUBLIC_URL'] as const;

/** Names whose values may hold a secret. */
const secrets: ReadonlySet<string> = new Set(['KURRENTDB_URL', 'MEGURI_OIDC_CLIENT_SECRET']);

export class WrongSetting extends Error {
  override readonly name = 'WrongSetting';
}

/** The settings, or one clear line about the first that is wrong. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const unknown = Object.keys(environment).find((name) => name.startsWith('MEGURI_') && !(name in settingsShape.shape));
  if (unknown !== undefined) throw new WrongSetting(`${unknown}: there is no such setting`);
  const read = settingsShape.safeParse(environment);
  if (read.success) return whole(read.data);
  const [fault] = read.error.issues;
  throw new WrongSetting(`${fault?.path.join('.')}: ${fault?.message}`);
}

/** How an OpenID Connect provider is found and asked. */
export interface IdentityProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Undefined where people sign in with local accounts only. */
export function identityProviderIn(settings: Settings): IdentityProviderSettings | undefined {
  const { MEGURI_OIDC_ISSUER: issuer, MEGURI_OIDC_CLIENT_ID: clientId, MEGURI_OIDC_CLIENT_SECRET: clientSecret } = settings;
  return issuer === undefined || clientId === undefined || clientSecret === undefined ? undefined : { issuer, clientId, clientSecret };
}

function whole(settings: Settings): Settings {
  const isWanted = openIdConnect.some((name) => name !== 'MEGURI_PUBLIC_URL' && settings[name] !== undefined);
  const missing = isWanted ? openIdConnect.find((name) => settings[name] === undefined) : undefined;
  if (missing !== undefined) throw new WrongSetting(`${missing}: is needed to sign in by OpenID Connect (${openIdConnect.join(', ')})`);
  return settings;
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
