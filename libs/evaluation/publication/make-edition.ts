import { hash } from 'node:crypto';
import { setImmediate as othersTurn } from 'node:timers/promises';
import type { RecordEdition } from '../../cycle/domain/record-edition.ts';
import { cycleDecider, publicPartOf, type OpenCycle, type Publication } from '../../cycle/domain/cycle.ts';
import type { EditionPart, LeftOutSheet } from '../../cycle/domain/cycle.events.ts';
import type { FactReader } from '../../platform/commands/verb.ts';
import type { EditionStore } from '../../platform/editions/edition-store.ts';
import { readersOf } from '../domain/publication/published-form.ts';
import { recommendationDecider, recommendationStream } from '../domain/recommendations/recommendation.ts';
import { sheetDecider, sheetId, sheetStream, type FinalSheet } from '../domain/sheet.ts';
import { editionContents, type ListedPart } from './edition-contents.ts';
import { EditionFacts } from './edition-facts.ts';
import { pageText } from './page-text.ts';
import { publishedErrata, type CorrectedSheet } from './published-errata.ts';
import { publishedRecommendation } from './published-recommendation.ts';
import { publishedSheet } from './published-sheet.ts';

/** A publication that is asked for: where, which, and the general recommendations that the municipality has. */
export interface EditionToMake {
  readonly municipality: string;
  readonly cycle: string;
  readonly publication: string;
  readonly recommendations: readonly string[];
}

/** Others have their turn after so many sheets. */
const sheetsAtOnce = 50;

/**
 * What is recorded of an edition, whose bytes are on the disk when this answers. Made again from the same log it is the same
 * edition to the byte; where no sheet is final, nothing is written.
 */
export async function makeEdition(
  { municipality, cycle: stream, publication: id, recommendations }: EditionToMake,
  { states, editions }: { readonly states: FactReader; readonly editions: EditionStore },
): Promise<RecordEdition> {
  const { state: cycle, revision } = await states.fold(cycleDecider, stream);
  const publication = cycle.phase === 'absent' ? undefined : cycle.publications.find((one) => one.id === id);
  if (cycle.phase === 'absent' || publication === undefined) throw new Error(`${stream} has no publication ${id}`);
  const { sheets, leftOut } = await sheetsFor(publication, cycle, municipality, states);
  if (sheets.size === 0) return { publication: id, file: '', parts: [], leftOut };
  const facts = await EditionFacts.gather(states, { municipality, cycle, readers: readersOf(publication.step), sheets });
  const making = new Making({ cycle, revision, publication, sheets, leftOut, recommendations }, facts, states);
  const file = await editions.put(municipality, making.pages());
  const { parts, corrects } = making;
  return { publication: id, file, parts, leftOut, ...(corrects !== undefined && { corrects }) };
}

/** The final ones in the order of the cycle, and why the others are left out. What is public stays so in every public edition: the newest is the whole of it. */
async function sheetsFor(
  { step, sheets: named }: Publication, cycle: OpenCycle, municipality: string, states: FactReader,
): Promise<{ readonly sheets: ReadonlyMap<string, FinalSheet>; readonly leftOut: readonly LeftOutSheet[] }> {
  const asked = named && new Set(named);
  const staysPublic = (id: string) => step === 'public' && publicPartOf(cycle, id) !== undefined;
  const sheets = new Map<string, FinalSheet>();
  const leftOut: LeftOutSheet[] = [];
  for (const { node } of cycle.nodes) {
    const id = sheetId(cycle.year, node);
    if (asked?.has(id) === false && !staysPublic(id)) continue;
    const { state } = await states.fold(sheetDecider, sheetStream(municipality, id));
    if (state.phase === 'final') sheets.set(id, state);
    else leftOut.push({ sheet: id, reason: state.phase === 'absent' ? 'not-opened' : state.phase === 'voided' ? 'voided' : 'not-final' });
  }
  return { sheets, leftOut };
}

/** What an edition is made of. */
interface Asked {
  readonly cycle: OpenCycle;
  readonly revision: number;
  readonly publication: Publication;
  readonly sheets: ReadonlyMap<string, FinalSheet>;
  readonly leftOut: readonly LeftOutSheet[];
  readonly recommendations: readonly string[];
}

/** The pages of an edition in their order, each as the bytes that will be read, and what is to be recorded of them. */
class Making {
  readonly parts: EditionPart[] = [];
  /** Once every page is made. */
  corrects: number | undefined;
  readonly #listed: ListedPart[] = [];

  constructor(private readonly asked: Asked, private readonly facts: EditionFacts, private readonly states: FactReader) {}

  async *pages(): AsyncGenerator<Buffer> {
    const { cycle, publication, leftOut } = this.asked;
    const { municipality } = this.facts;
    const corrected: (CorrectedSheet & { readonly edition: number })[] = [];
    yield* this.#sheets(corrected);
    if (publication.step !== 'committee') yield* this.#recommendations();
    this.corrects = corrected.map(({ edition }) => edition).toSorted((one, other) => other - one)[0];
    const { corrects } = this;
    if (corrects !== undefined) {
      yield this.#page('errata', 'errata', { municipality, year: cycle.year, corrects, errata: publishedErrata(corrected) });
    }
    yield this.#page('contents', 'contents', editionContents({ municipality, cycle, publication, corrects, leftOut, listed: this.#listed }));
  }

  /** Notes those of which something was corrected since the public read them last. */
  async *#sheets(corrected: (CorrectedSheet & { readonly edition: number })[]): AsyncGenerator<Buffer> {
    const { cycle, publication: { step }, sheets } = this.asked;
    for (const [id, sheet] of sheets) {
      const facts = await this.facts.ofSheet(sheet);
      const page = publishedSheet(sheet, facts, readersOf(step));
      yield this.#page('sheet', id, page, sheet.revision, { node: page.node, section: page.section, form: page.form });
      const read = step === 'public' ? publicPartOf(cycle, id) : undefined;
      const corrections = read === undefined ? [] : sheet.corrections.filter(({ revision }) => revision > read.revision);
      if (read !== undefined && corrections.length > 0) corrected.push({ sheet, facts, corrections, edition: read.edition });
      if (this.parts.length % sheetsAtOnce === 0) await othersTurn();
    }
  }

  async *#recommendations(): AsyncGenerator<Buffer> {
    const { cycle: { year }, recommendations } = this.asked;
    for (const id of recommendations) {
      const { state, revision } = await this.states.fold(recommendationDecider, recommendationStream(this.facts.municipality.id, id));
      if (state.phase === 'absent' || state.phase === 'withdrawn' || state.year !== year) continue;
      const page = publishedRecommendation(id, state, await this.facts.ofRecommendation(state));
      yield this.#page('recommendation', id, page, revision, { number: page.number, committee: page.committee });
    }
  }

  /** `told` is what the contents say of it. */
  #page(kind: EditionPart['kind'], id: string, page: object, revision = this.asked.revision, told: object = {}): Buffer {
    const bytes = Buffer.from(pageText(page));
    const digest = hash('sha256', bytes, 'hex');
    this.parts.push({ kind, id, revision, digest, bytes: bytes.length });
    this.#listed.push({ kind, id, digest, ...told });
    return bytes;
  }
}
