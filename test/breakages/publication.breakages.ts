import type { Breakage } from './breakage.ts';

const cycle = 'libs/cycle/domain';
const evaluation = 'libs/evaluation';
const journey = { spec: 'test/journeys/publication.spec.ts' };
const list = { spec: `${evaluation}/reads/publication/publications-to-make.spec.ts` };
const page = { spec: `${evaluation}/publication/published-sheet.spec.ts` };
const store = { file: 'libs/platform/editions/edition-store.ts', spec: 'libs/platform/editions/edition-store.spec.ts' };

export const publicationBreakages: readonly Breakage[] = [
  {
    name: 'publication: two at once', file: `${cycle}/ask-publication.ts`, spec: `${cycle}/ask-publication.spec.ts`,
    find: 'if (running !== undefined) return', replace: 'if (running?.id === on) return',
  },
  {
    name: 'publication: a sheet on which something is still to be decided', file: `${cycle}/ask-publication.ts`, spec: `${cycle}/ask-publication.spec.ts`,
    find: "phase !== 'final'", replace: "phase === 'voided'",
  },
  {
    name: 'publication: an edition recorded twice', file: `${cycle}/record-edition.ts`, spec: `${cycle}/record-edition.spec.ts`,
    find: 'if (running?.id !== publication) return accept();', replace: 'if (running === undefined) return reject(\'no-sheet-final\');',
  },
  {
    name: 'publication: reopened after it is public', file: `${cycle}/cycle.ts`, spec: `${cycle}/publications.spec.ts`,
    find: '...(published !== undefined && { publicEdition: published.edition }),', replace: '',
  },
  {
    ...page, name: 'publication: the secretariat’s memo', file: `${evaluation}/domain/publication/published-form.ts`,
    find: "=== 'secretariat' ? 'never' : undefined", replace: "=== 'secretariat' ? 'always' : undefined",
  },
  {
    ...page, name: 'publication: what the form keeps from the public', file: `${evaluation}/domain/publication/published-form.ts`,
    find: "moment !== 'never' && ", replace: '',
  },
  {
    ...page, name: 'publication: single opinions', file: `${evaluation}/publication/published-sheet.ts`,
    find: "readers === 'public' && stage.opinion?.seenBy?.public === 'published'", replace: 'stage.opinion !== undefined',
  },
  {
    ...page, name: 'publication: who dissented', file: `${evaluation}/publication/published-sheet.ts`,
    find: 'result.dissents.map(({ text }) => text)', replace: 'result.dissents.map((one) => JSON.stringify(one))',
  },
  {
    ...list, name: 'publication: recorded before its bytes are there', file: `${evaluation}/publication/make-edition.ts`,
    find: 'const file = await editions.put(municipality, making.pages());',
    replace: "const file = 'f'.repeat(64); for await (const _page of making.pages()) void editions;",
  },
  {
    ...list, name: 'publication: left out without a reason', file: `${evaluation}/publication/make-edition.ts`,
    find: "state.phase === 'voided' ? 'voided' : 'not-final'", replace: "'not-final'",
  },
  {
    ...list, name: 'publication: ratings of sheets that are not public', file: `${evaluation}/publication/edition-facts.ts`,
    find: 'if (publicPartOf(cycle, id) === undefined) return', replace: "if (id === '') return",
  },
  {
    ...journey, name: 'publication: committee papers to everybody', file: `${evaluation}/reads/publication/read-edition.ts`,
    find: "filter(({ step, on }) => step === 'public' && on <= today)", replace: "filter(({ step, on }) => step !== 'council' && on <= today)",
  },
  {
    ...journey, name: 'publication: read before its day', file: `${evaluation}/reads/publication/read-edition.ts`,
    find: ' && on <= today', replace: '',
  },
  {
    ...journey, name: 'publication: what was public is not in the next edition', file: `${evaluation}/publication/make-edition.ts`,
    find: ' && !staysPublic(id)', replace: '',
  },
  {
    ...journey, name: 'publication: corrections that nobody is told of', file: `${evaluation}/publication/make-edition.ts`,
    find: 'revision > read.revision', replace: 'revision < 0',
  },
  {
    ...journey, name: 'publication: live sheets in an old edition', file: `${evaluation}/http/publication.public.controller.ts`,
    find: "{ ...of, kind: 'sheet', id }", replace: "{ year: of.year, kind: 'sheet', id }",
  },
  {
    name: 'publication: a field corrected that nobody read', file: `${evaluation}/domain/publication/correct-published.ts`,
    spec: `${evaluation}/domain/publication/correct-published.spec.ts`, find: 'if (unread.length > 0)', replace: 'if (unread.length > 99)',
  },
  { ...store, name: 'publication: other bytes than were published', find: "hash('sha256', buffer, 'hex') !== digest", replace: "digest === ''" },
  { ...store, name: 'publication: kept without bound', find: 'if (this.#keptBytes <= keptBytesAtMost) break;', replace: 'if (oldest !== digest) break;' },
  {
    name: 'publication: editions left out of a backup', file: 'libs/event-store/copy-data-directory.ts', spec: 'apps/cli/backup-of-editions.spec.ts',
    find: 'if (existsSync(source.editions)) await', replace: "if (target.events === '') await",
  },
];
