import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { readRoster } from './read-roster.ts';

it('the list in this room\'s page is a sound one', () => {
  const [, list = ''] = /```\n(発令日[^`]+)```/.exec(readFileSync('libs/municipality/README.md', 'utf8')) ?? [];
  expect(readRoster(Buffer.from(list))).toMatchObject({ date: '2026-04-01', rows: { length: 3 } });
});
