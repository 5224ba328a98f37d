import { cycleDecider, cycleStream, type Edition } from '../../../cycle/domain/cycle.ts';
import type { EditionPart } from '../../../cycle/domain/cycle.events.ts';
import { partOf, type PlacedPart } from '../../../cycle/domain/edition-parts.ts';
import { dayInJapan } from '../../../kernel/day.ts';
import { reject, type Rejected } from '../../../kernel/decision.ts';
import { officeIdPattern } from '../../../kernel/office-id.ts';
import type { BelongsTo } from '../../../platform/access/access-table.ts';
import type { Asker } from '../../../platform/access/asker.ts';
import type { PublishedBytes } from '../../../platform/editions/edition-store.ts';
import { queryOf, type Answering } from '../../../platform/reads/question.ts';
import { sheetDecider, sheetStream } from '../../domain/sheet.ts';
import { placeOf } from '../../facts.ts';

/** A page of an edition; the newest public one where no number is said. */
export interface WhichPage {
  readonly year: string;
  readonly edition?: string;
  readonly kind: EditionPart['kind'];
  /** Of a sheet or a recommendation. */
  readonly id?: string;
}

/** Where the bytes lie that were published; whoever may read them gets those, and nothing made of the log today. */
export interface PageAt extends PublishedBytes {
  readonly municipality: string;
}

/** For the office, and for the committee its papers. */
export const ReadEdition = queryOf({
  name: 'evaluation.read-edition',
  async answer(asked: WhichPage, answering): Promise<PageAt | Rejected> {
    const edition = editionIn(await editionsOf(asked, answering), asked);
    if (edition === undefined) return reject('unknown');
    if (!answering.may(await placeOfPage(edition, asked, answering))) return reject('not-allowed');
    return pageAt(edition, asked, answering.asker);
  },
});

/** For everybody: what is not of the public step, or not yet due, answers as if it did not exist. */
export const ReadPublicEdition = queryOf({
  name: 'evaluation.read-public-edition',
  async answer(asked: WhichPage, answering): Promise<PageAt | Rejected> {
    if (!answering.may({})) return reject('not-allowed');
    const today = dayInJapan(answering.now());
    const published = (await editionsOf(asked, answering)).filter(({ step, on }) => step === 'public' && on <= today);
    const edition = asked.edition === undefined ? published.at(-1) : editionIn(published, asked);
    return edition === undefined ? reject('unknown') : pageAt(edition, asked, answering.asker);
  },
});

async function editionsOf({ year }: WhichPage, { asker: { municipality }, states }: Answering): Promise<readonly Edition[]> {
  if (!officeIdPattern.test(municipality) || !/^\d{4}$/.test(year)) return [];
  const { state } = await states.fold(cycleDecider, cycleStream(municipality, year));
  return state.phase === 'absent' ? [] : state.editions;
}

function editionIn(editions: readonly Edition[], { edition: number }: WhichPage): Edition | undefined {
  return editions.find(({ edition }) => String(edition) === number);
}

/**
 * Of the papers of committees a sheet is for the committee that has it, as the sheet itself is; the list of them for the members
 * of any. What is public is for members too; what the council gets is not yet.
 */
async function placeOfPage({ step }: Edition, { kind, id = '' }: WhichPage, { asker: { municipality, committee }, states }: Answering): Promise<BelongsTo> {
  if (step !== 'committee') return step === 'council' || committee === undefined ? {} : { committees: [committee] };
  if (kind !== 'sheet') return { committees: committee === undefined ? [] : [committee] };
  const { state } = await states.fold(sheetDecider, sheetStream(municipality, id));
  return { committees: [], ...placeOf(state) };
}

function pageAt(edition: Edition, { kind, id }: WhichPage, { municipality }: Asker): PageAt | Rejected {
  const part: PlacedPart | undefined = partOf(edition, kind, id);
  if (part === undefined) return reject('unknown');
  const { digest, bytes, offset } = part;
  return { municipality, file: edition.file, digest, bytes, offset };
}
