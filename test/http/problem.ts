import { expect } from '@jest/globals';
import type supertest from 'supertest';

export const japanese = /[\u3041-\u30ff\u4e00-\u9fff]/;

/** Every refusal is a problem with a code, told in Japanese. */
export function expectProblem(answer: supertest.Response, status: number, code: string, details: object = {}): void {
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(answer.body).toMatchObject({ type: `/problems/${code}`, status, title: expect.stringMatching(japanese), ...details });
}
