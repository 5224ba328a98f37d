import type { Breakage } from './breakage.ts';

const badInput = { spec: 'test/http/bad-input.spec.ts' };
const replyHooks = { file: 'libs/platform/http/reply-hooks.ts', spec: 'test/journeys/reading.spec.ts' };

export const httpBreakages: readonly Breakage[] = [
  {
    ...replyHooks, name: 'http: an ETag without the viewer',
    find: '[authorization, cookie, appointment, language, payload]', replace: '[cookie, appointment, language, payload]',
  },
  {
    ...replyHooks, name: 'http: an ETag without the language',
    find: '[authorization, cookie, appointment, language, payload]', replace: '[authorization, cookie, appointment, payload]',
  },
  {
    ...badInput, name: 'http: unknown members let through', file: 'libs/platform/http/input-schemas.ts',
    find: '{ ...schema, additionalProperties: false }', replace: '{ ...schema }',
  },
  {
    ...badInput, name: 'http: a body nested as deeply as one likes', file: 'libs/platform/http/body-fault.ts',
    find: 'const depthAtMost = 20;', replace: 'const depthAtMost = 20_000;',
  },
  {
    ...badInput, name: 'http: a lone surrogate let through', file: 'libs/platform/http/body-fault.ts',
    find: "  if (!text.isWellFormed()) return 'lone surrogate';\n", replace: '',
  },
  {
    ...badInput, name: 'http: a control character let through', file: 'libs/platform/http/body-fault.ts',
    find: "? 'control character' : undefined", replace: '? undefined : undefined',
  },
  {
    name: 'http: a token that nobody holds let in', file: 'libs/platform/http/desk.ts', spec: 'test/journeys/two-municipalities.spec.ts',
    find: "if (signedIn === undefined) throw new Problem('not-signed-in');", replace: "if (signedIn === undefined) return true;",
  },
  {
    name: 'http: a full disk answered as a fault of ours', file: 'libs/platform/problems/problem-filter.ts', spec: 'test/http/disk-full.spec.ts',
    find: 'if (thrown instanceof StoreUnavailable || isDiskTrouble(thrown))', replace: 'if (isDiskTrouble(thrown))',
  },
  {
    name: 'settings: a secret shown', file: 'libs/platform/settings.ts', spec: 'libs/platform/settings.spec.ts',
    find: "secrets.has(name) ? '********' : String(value)", replace: 'String(value)',
  },
];
