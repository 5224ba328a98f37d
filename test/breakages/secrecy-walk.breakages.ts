import type { Breakage } from './breakage.ts';

const evaluation = 'libs/evaluation';
const walk = { spec: 'test/secrecy.spec.ts' };

/** Each of them lets out what stands inside an event, on one of the ways out. */
export const secrecyWalkBreakages: readonly Breakage[] = [
  {
    ...walk, name: 'secrecy walk: an opinion told as a change to whoever may not see it', file: `${evaluation}/http/changes.controller.ts`,
    find: '(event.stored) === undefined) return nothing;', replace: "(event.stored) === undefined && !type.startsWith('Opinion')) return nothing;",
  },
  {
    ...walk, name: 'secrecy walk: an opinion in the history of the section', file: `${evaluation}/domain/seeing/told-to-office.ts`,
    find: 'if (!isShown) return undefined;', replace: 'if (!isShown) return event;',
  },
  {
    ...walk, name: 'secrecy walk: others’ opinions told to a member before his own is in', file: `${evaluation}/domain/seeing/told-to-member.ts`,
    find: 'return isIn(own, work) && work.opinions', replace: 'return work.opinions',
  },
  {
    ...walk, name: 'secrecy walk: an opinion that changes the tag of the section’s sheet', file: `${evaluation}/reads/sheet.ts`,
    find: "    const { revision, phase, year, late, section, department } = sheet;\n    const facts",
    replace: "    const { phase, year, late, section, department } = sheet;\n"
      + "    const { revision } = await answering.states.fold(sheetDecider, sheetStream(answering.asker.municipality, id));\n    const facts",
  },
  {
    ...walk, name: 'secrecy walk: an opinion found by the text filter', file: `${evaluation}/reads/sheets/sheets.model.ts`,
    find: '    PublishedCorrected: write,',
    replace: '    PublishedCorrected: write,\n    OpinionGiven: (rows, { opinion }, header) => putContents(rows, { result: opinion.effect ?? null }, header),',
  },
  {
    ...walk, name: 'secrecy walk: opinions in a public edition although the scheme does not show them', file: `${evaluation}/publication/published-sheet.ts`,
    find: "readers === 'public' && stage.opinion?.seenBy?.public === 'published' && {", replace: "readers === 'public' && {",
  },
];
