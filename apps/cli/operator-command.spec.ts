import { describe, expect, it } from '@jest/globals';
import { parseArgs, type ArgsDef } from 'citty';
import { lineOfProblem } from './one-line.ts';
import { refuseUnknown } from './operator-command.ts';

const known = {
  directory: { type: 'positional' }, after: { type: 'string' }, json: { type: 'boolean' }, 'dry-run': { type: 'boolean' },
} satisfies ArgsDef;
const typed = (...words: string[]) => () => refuseUnknown(known, parseArgs(words, known));

describe('what is typed', () => {
  it.each([
    [['place', '--after', '7', '--json']],
    [['--json', 'place', '--after=7']],
    [['place', '--dry-run']],
    [['place']],
  ])('%j is understood', (words) => {
    expect(typed(...words)).not.toThrow();
  });

  it.each([
    [['place', '--afer', '7'], 'there is no option --afer'],
    [['place', '--verbose'], 'there is no option --verbose'],
    [['place', '--dryrun'], 'there is no option --dryrun'],
    [['place', '-x'], 'there is no option --x'],
    [['place', 'other place'], '"other place" is one word too many'],
    [['place', '--after'], '--after needs a value'],
    [['place', '--after='], '--after needs a value'],
  ])('%j is not taken for something else', (words, line) => {
    expect(typed(...words)).toThrow(line);
  });
});

describe('a refusal', () => {
  it('is told with its first points, however many there are', () => {
    const faults = Array.from({ length: 9 }, (_, index) => ({ path: `posts[${index}].id`, message: 'x' }));
    expect(lineOfProblem({ type: '', status: 400, code: 'c', title: 'Something is wrong.', faults }))
      .toBe('Something is wrong (posts[0].id: x; posts[1].id: x; posts[2].id: x; posts[3].id: x; posts[4].id: x; and 4 more)');
    expect(lineOfProblem({ type: '', status: 400, code: 'c', title: 'Nothing else.' })).toBe('Nothing else');
  });
});
