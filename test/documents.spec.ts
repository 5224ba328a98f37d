import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { sheetLife } from '../libs/evaluation/domain/sheet-life.ts';

const top = fileURLToPath(new URL('..', import.meta.url));
const pages = ['README.md', 'infra/README.md', ...readdirSync(join(top, 'libs')).map((room) => `libs/${room}/README.md`)];

describe('the documents', () => {
  it.each(pages)('%s is there, and what it links to as well', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => path as string);
    expect(links.filter((path) => !existsSync(join(top, dirname(page), path)))).toEqual([]);
  });

  it('print the life of a sheet as it is decided', () => {
    const [[, ...phases] = [], , ...rows] = tableAfter(read('libs/evaluation/README.md'), '## Its life');
    const printed = rows.flatMap(([verb = '', ...cells]) => cells.flatMap((leadsTo, index) =>
      (leadsTo === '' ? [] : [`${phases[index]} ${verb.split(' ')[0]} ${leadsTo}`])));
    const decided = Object.entries(sheetLife).flatMap(([phase, verbs]) =>
      Object.entries(verbs).map(([verb, leadsTo]) => `${phase} ${verb} ${leadsTo.join(', ')}`));
    expect(printed.sort()).toEqual(decided.sort());
    expect(phases).toEqual(Object.keys(sheetLife));
  });
});

function read(page: string): string {
  return readFileSync(join(top, page), 'utf8');
}

/** The cells of the first table after a heading. */
function tableAfter(text: string, heading: string): string[][] {
  const lines = text.slice(text.indexOf(heading)).split('\n').slice(1);
  const start = lines.findIndex((line) => line.startsWith('|'));
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'));
  return lines.slice(start, end).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
}
