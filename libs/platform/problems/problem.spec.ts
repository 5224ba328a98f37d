import { BadRequestException, ForbiddenException, HttpException, NotFoundException } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { pino } from 'pino';
import { StoreUnavailable } from '../../event-store/event-store.ts';
import { ModelNotReady } from '../reads/read-model-host.ts';
import { ProblemFilter } from './problem-filter.ts';
import { platformProblems, Problem, problemBody } from './problem.ts';

const texts = { ...platformProblems, 'book-closed': { status: 409, ja: '帳面は閉じられています。', en: 'The book is closed.' } };

describe('a problem', () => {
  it('has its words, its status, its code, and what points at the place to mend', () => {
    expect(problemBody(texts, 'book-closed', { phase: 'closed' }, undefined))
      .toEqual({ type: '/problems/book-closed', title: '帳面は閉じられています。', status: 409, code: 'book-closed', phase: 'closed' });
  });

  it('is not renamed by what points at the place to mend', () => {
    const details = { title: 'mine', status: 200, code: 'fine', type: 'x' };
    expect(problemBody(texts, 'book-closed', details, 'en'))
      .toEqual({ type: '/problems/book-closed', title: 'The book is closed.', status: 409, code: 'book-closed' });
  });

  it('without words is our own fault', () => {
    expect(problemBody(texts, 'nothing', { secret: 1 }, 'en')).toEqual({
      type: '/problems/broken', title: 'Something broke on our side.', status: 500, code: 'broken',
    });
  });

  it('has words in both languages and a status that fits, each of them', () => {
    for (const [code, { status, ja, en }] of Object.entries(platformProblems)) {
      expect([code, ja]).toEqual([code, expect.stringMatching(/[\u3041-\u9fff].*。$/)]);
      expect([code, en]).toEqual([code, expect.stringMatching(/^[A-Z].*\.$/)]);
      expect(status).toBeGreaterThanOrEqual(400);
    }
  });
});

describe('what is thrown leaves as a problem', () => {
  const logged: string[] = [];
  const filter = new ProblemFilter(texts, pino({ level: 'warn' }, { write: (line: string) => { logged.push(line); } }));

  /** The answer that a thrown thing becomes. */
  function answerTo(thrown: unknown): { status: number; code: string; headers: Record<string, unknown>; body: Record<string, unknown> } {
    const headers: Record<string, unknown> = {};
    let status = 0;
    let sent = '';
    const reply = {
      header: (name: string, value: unknown) => { headers[name] = value; return reply; },
      status: (given: number) => { status = given; return reply; },
      type: (given: string) => { headers['content-type'] = given; return reply; },
      send: (text: string) => { sent = text; },
    };
    filter.send(thrown, { headers: {}, routeOptions: { url: '/x' } } as unknown as FastifyRequest, reply as unknown as FastifyReply);
    const body = JSON.parse(sent) as Record<string, unknown>;
    return { status, code: String(body['code']), headers, body };
  }

  it.each<[string, unknown, number, string]>([
    ['a refusal of ours', new Problem('book-closed', { phase: 'closed' }), 409, 'book-closed'],
    ['a refusal without words', new Problem('nothing'), 500, 'broken'],
    ['a log out of reach', new StoreUnavailable('x'), 503, 'store-unavailable'],
    ['a full disk', Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' }), 503, 'store-unavailable'],
    ['a mistake in our SQL', Object.assign(new Error('no such table'), { code: 'SQLITE_ERROR' }), 500, 'broken'],
    ['a model that is not there', new ModelNotReady('books', 'stopped'), 503, 'model-not-ready'],
    ['no route', new NotFoundException(), 404, 'no-such-address'],
    ['the framework\'s no', new ForbiddenException(), 403, 'not-allowed'],
    ['the framework\'s bad request', new BadRequestException(), 400, 'malformed-body'],
    ['the framework\'s own fault', new HttpException('x', 502), 500, 'broken'],
    ['a body that is too large', Object.assign(new Error('x'), { statusCode: 413 }), 413, 'too-large'],
    ['another language', Object.assign(new Error('x'), { statusCode: 415 }), 415, 'wrong-media-type'],
    ['anything else', new Error('secret of the house'), 500, 'broken'],
    ['nothing at all', undefined, 500, 'broken'],
  ])('%s', (_what, thrown, status, code) => {
    logged.length = 0;
    const answer = answerTo(thrown);
    expect([answer.status, answer.code]).toEqual([status, code]);
    expect(answer.headers).toMatchObject({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
    expect(answer.headers['retry-after'] !== undefined).toBe(status === 503);
    expect(JSON.stringify(answer.body)).not.toMatch(/secret|stack|SQLITE/);
    // What is the asker's mistake is no news to the operator; what is ours, or the disk's, is.
    expect(logged.length).toBe(['broken', 'store-unavailable'].includes(code) ? 1 : 0);
  });
});
