import { describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson, NotCanonical } from './canonical-json.ts';

const text = fc.string({ unit: 'binary', maxLength: 8 }).filter((value) => value.isWellFormed());
/** Keys that engines list out of turn or treat as special, among others. */
const key = fc.oneof(text, fc.integer({ min: -3, max: 20 }).map(String), fc.constantFrom('__proto__', 'constructor', '$salt', 'あ', '𠮷', '\u0000', ''));
const { value: anything } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof({ depthSize: 'small', withCrossShrink: true },
    text, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 5 }).map((members) => Object.fromEntries(members))),
}));

describe('canonical JSON', () => {
  it('is what RFC 8785 says, whatever the value', () => {
    fc.assert(fc.property(anything, (value) => {
      expect(canonicalJson(value)).toBe(canonicalize(value));
    }), { numRuns: 2_000 });
  });

  it('is one text for one value, in whatever order its members were set', () => {
    fc.assert(fc.property(fc.dictionary(key, anything, { maxKeys: 6 }), (value) => {
      const backwards = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(backwards)).toBe(canonicalJson(value));
      expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
    }), { numRuns: 1_000 });
  });

  it.each([
    [{ b: 1, a: 2 }, '{"a":2,"b":1}'],
    [{ 10: 1, 9: 2, a: 3 }, '{"10":1,"9":2,"a":3}'],
    [{ a: undefined, b: [{ d: 1, c: 2 }] }, '{"b":[{"c":2,"d":1}]}'],
    [{ '\ufb33': 1, '\ud83d\ude00': 2, '\u20ac': 3 }, '{"€":3,"😀":2,"\ufb33":1}'],
    [[1e21, 1e-7, -0, 0.1 + 0.2, 100], '[1e+21,1e-7,0,0.30000000000000004,100]'],
    ['\u0000\u001f"\\/\u2028é', '"\\u0000\\u001f\\"\\\\/\u2028é"'],
  ])('prints %j as %s', (value, expected) => {
    expect(canonicalJson(value)).toBe(expected);
  });

  it.each([
    ['a lone surrogate', 'x\ud842'], ['a lone surrogate in an array', ['\udfb7']], ['a lone surrogate in a value', { a: '\ud842' }],
    ['a lone surrogate in a key', { '\ud842': 1 }], ['a lone surrogate in an unordered object', { b: 1, a: { '\ud842': 1 } }],
    ['NaN', NaN], ['infinity', [-Infinity]], ['undefined', undefined], ['undefined in an array', [undefined]],
    ['a function', { b: 1, a: () => undefined }], ['a symbol', Symbol('x')], ['a big integer', { a: 1n }],
  ])('refuses %s', (_what, value) => {
    expect(() => canonicalJson(value)).toThrow(NotCanonical);
  });
});
