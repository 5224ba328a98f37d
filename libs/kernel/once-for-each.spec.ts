import { expect, it } from '@jest/globals';
import { onceForEach } from './once-for-each.ts';

it('something is worked out once for each object, also when it is nothing', () => {
  const asked: object[] = [];
  const nameOf = onceForEach((of: { readonly name?: string }) => {
    asked.push(of);
    return of.name;
  });
  const [named, nameless] = [{ name: 'a' }, {}];
  expect([nameOf(named), nameOf(nameless), nameOf(named), nameOf(nameless)]).toEqual(['a', undefined, 'a', undefined]);
  expect(asked).toEqual([named, nameless]);
});
