import { expect, it } from '@jest/globals';
import { isBlank } from './blank.ts';

it.each([undefined, '', ' ', '　\n\t', '\u200b', '\u0000\ufeff', '\u200b　\u2060'])('%j is blank', (text) => {
  expect(isBlank(text)).toBe(true);
});

it.each(['－', '0', '。', ' 理由 ', '\u200b理由', '👨‍👩‍👧‍👦'])('%j is not', (text) => {
  expect(isBlank(text)).toBe(false);
});
