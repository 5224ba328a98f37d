import { afterEach, describe, expect, it } from '@jest/globals';
import { newDirectory } from '../../libs/event-store/contract/given-directory.ts';
import { readSettings, WrongSetting } from '../../libs/platform/settings.ts';
import { openEngines, openLog } from './engines.ts';

const place = newDirectory();
afterEach(() => place.remove());

describe('a KurrentDB that cannot be reached under its setting', () => {
  const settings = readSettings({ MEGURI_DATA_DIR: place.file('data'), KURRENTDB_URL: 'kurrentdb://admin:geheim@127.0.0.1:2113?tls=maybe' });

  it.each([
    ['to serve it', () => openEngines(settings)],
    ['to look at it', async () => openLog(settings)],
  ])('is a wrong setting in one line without the password: %s', async (_what, open) => {
    const fault: unknown = await open().then(() => undefined, (thrown: unknown) => thrown);
    expect(fault).toBeInstanceOf(WrongSetting);
    const { message, stack, cause } = fault as Error;
    expect(message).toMatch(/^KURRENTDB_URL: .+$/);
    expect([message, stack, cause].join('\n')).not.toContain('geheim');
  });
});
