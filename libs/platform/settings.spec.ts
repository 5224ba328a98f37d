import { describe, expect, it } from '@jest/globals';
import { describeSettings, readSettings, WrongSetting } from './settings.ts';

describe('settings', () => {
  it('have a default for everything', () => {
    expect(readSettings({})).toMatchObject({ HOST: '127.0.0.1', PORT: 3000, MEGURI_DATA_DIR: 'data' });
  });

  it.each([
    [{ PORT: 'many' }, /^PORT: /],
    [{ PORT: '70000' }, /^PORT: /],
    [{ MEGURI_DATA_DIR: '' }, /^MEGURI_DATA_DIR: /],
    [{ KURRENTDB_URL: 'http://127.0.0.1:2113' }, /^KURRENTDB_URL: /],
    [{ MEGURI_LOG_LEVEL: 'loud' }, /^MEGURI_LOG_LEVEL: /],
    [{ MEGURI_DATADIR: 'data' }, /^MEGURI_DATADIR: /],
  ])('%j is refused in one line', (environment, line) => {
    expect(() => readSettings(environment)).toThrow(WrongSetting);
    expect(() => readSettings(environment)).toThrow(line);
  });

  it('never shows a secret', () => {
    const shown = describeSettings(readSettings({ KURRENTDB_URL: 'kurrentdb://admin:changeit@127.0.0.1:2113' }));
    expect(JSON.stringify(shown)).not.toContain('changeit');
  });
});
