import { describe, expect, it } from '@jest/globals';
import { readSettings } from '../../libs/platform/settings.ts';
import { printSettings } from './settings.command.ts';
import { linesOf } from './testing/given-command-line.ts';

const settings = readSettings({ PORT: '8080', KURRENTDB_URL: 'kurrentdb://admin:changeit@log.example:2113' });

describe('meguri settings', () => {
  it('prints every setting with its value and its meaning, one a line', async () => {
    const lines = await linesOf((output) => printSettings(settings, {}, output));
    expect(lines).toHaveLength(10);
    expect(lines[1]).toMatch(/^PORT +8080 +port of the product/);
    for (const line of lines) expect(line).toMatch(/^[A-Z_]+ {2,}\S+ {2,}\S/);
  });

  it('prints no secret, in neither form', async () => {
    for (const json of [true, false]) {
      const text = (await linesOf((output) => printSettings(settings, { json }, output))).join('\n');
      expect(text).toContain('KURRENTDB_URL');
      expect(text).not.toMatch(/changeit|log\.example/);
    }
  });

  it('prints JSON for programs', async () => {
    const [text] = await linesOf((output) => printSettings(settings, { json: true }, output));
    expect(JSON.parse(text ?? '')).toContainEqual({ name: 'PORT', value: '8080', meaning: expect.stringContaining('port') });
  });
});
