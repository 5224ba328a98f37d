import { expect, it } from '@jest/globals';
import { newDirectory } from '../contract/given-directory.ts';
import { openEventFile } from './event-file.ts';
import { StreamHeads } from './stream-heads.ts';

it('remembers at most two generations of streams, and finds the others in the file', () => {
  const directory = newDirectory();
  const connection = openEventFile(directory.file('events.sqlite'));
  connection.exec(`
    INSERT INTO streams VALUES (1, 'sheet-1');
    INSERT INTO events VALUES (1, 1, 0, '{}', '{}'), (2, 1, 1, '{}', '{}');`);
  const heads = new StreamHeads(connection, 3);
  const first = heads.of('sheet-1');
  expect(first).toEqual({ key: 1, revision: 1 });
  expect(heads.of('sheet-1')).toBe(first);
  for (let number = 2; number < 5; number += 1) expect(heads.of(`sheet-${number}`).revision).toBe(-1);
  expect(heads.of('sheet-1')).toBe(first);
  for (let number = 5; number < 12; number += 1) heads.of(`sheet-${number}`);
  expect(heads.of('sheet-1')).not.toBe(first);
  expect(heads.of('sheet-1')).toEqual(first);
  const before = heads.of('sheet-1');
  heads.forget();
  expect(heads.of('sheet-1')).not.toBe(before);
  connection.close();
  directory.remove();
});
