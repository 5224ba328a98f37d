import { describe, expect, it } from '@jest/globals';
import { specify } from '../../kernel/testing/given.ts';
import { municipalityDecider } from './municipality.ts';
import { wordsOf } from './office.ts';
import { asking, founded, named } from './office-examples.ts';
import { setWords } from './set-words.ts';

const { given } = specify(municipalityDecider);
const words = { residents: named('区民'), mayor: named('区長') };
const recorded = { type: 'WordsSet', words } as const;

describe('set the words', () => {
  it('records the office\'s own; for the rest the usual ones hold', () => {
    given(founded).when((state) => setWords(asking(words), state)).then(recorded);
    const state = given(founded, recorded).state();
    if (state.phase === 'absent') throw new Error('no office');
    expect(wordsOf(state)).toEqual({ ...words, assembly: { ja: '市議会', en: 'city assembly' } });
  });

  it('takes back those that are not said again', () => {
    given(founded, recorded).when((state) => setWords(asking({ mayor: named('区長') }), state)).then({ type: 'WordsSet', words: { mayor: named('区長') } });
  });

  it('stays quiet when these are the words', () => {
    given({ ...founded, words }).when((state) => setWords(asking(words), state)).thenNothing();
  });
});
