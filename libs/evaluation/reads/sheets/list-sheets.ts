import { setImmediate } from 'node:timers/promises';
import { ownSections, type Asker } from '../../../platform/access/asker.ts';
import { queryOf, type Answering } from '../../../platform/reads/question.ts';
import type { ModelReader } from '../../../platform/reads/read-model.ts';
import { sheetId } from '../../domain/sheet.ts';
import type { SheetPhase } from '../../domain/sheet-life.ts';
import { viewerFor } from '../../seeing.ts';
import { Forms } from '../forms.ts';
import { nodesFor } from '../nodes.ts';
import { gradesOn, matching, type Sought } from './matching.ts';
import { folded, sheetsModel, type SheetRow } from './sheets.model.ts';
import { toldRows, type ToldRow } from './told-rows.ts';

/** Where a sheet stands in the list. */
export interface Place {
  readonly year: number;
  readonly place: number;
}

export interface ListSheetsAsked extends Sought {
  readonly year?: number;
  readonly department?: string;
  readonly section?: string;
  readonly phase?: SheetPhase;
  /** Whether it was submitted late; one that was not submitted yet is neither. */
  readonly late?: boolean;
  /** Where the page before this one ended. */
  readonly after?: Place;
  readonly limit: number;
}

/** Of which a search looks for what it seeks, before others are served. */
const searchedAtOnce = 200;
const beforeEverything: Place = { year: Number.MAX_SAFE_INTEGER, place: 0 };

/** The sheets that the asker may see, newest year first and as the cycle names them, a page at a time. */
export const ListSheets = queryOf({
  name: 'evaluation.list-sheets',
  model: sheetsModel,
  async answer(asked: ListSheetsAsked, answering, model) {
    const { asker, states } = answering;
    const { limit, rating, text } = asked;
    const forms = new Forms(states, asker.municipality);
    const viewer = viewerFor(asker.role);
    const named = text === undefined ? new Set<string>() : await nodesWith(text, answering, model);
    const isSearch = rating !== undefined || text !== undefined;
    const rowsAtOnce = isSearch ? searchedAtOnce : limit + 1;
    const page: ToldRow[] = [];
    let after = asked.after ?? beforeEverything;
    for (;;) {
      const rows = rowsAfter(after, rowsAtOnce, asked, answering, model);
      const told = (await toldRows(rows, answering)).filter((row) => isAskedFor(row, asked));
      page.push(...isSearch ? await matching(told, asked, { model, forms, viewer, nodes: named }) : told);
      after = rows.at(-1) ?? after;
      if (rows.length < rowsAtOnce || page.length > limit) break;
      // It may look at every sheet of ten years; between two handfuls of them others are served.
      await setImmediate();
    }
    const shown = page.slice(0, limit);
    const last = shown.at(-1);
    const nodes = await nodesFor(shown, answering);
    const grades = await gradesOn(shown, { model, forms, viewer });
    return {
      sheets: shown.map((row) => ({
        id: sheetId(row.year, row.node),
        year: row.year,
        node: nodes.shown(row),
        section: row.section,
        department: row.department,
        sheetType: row.sheetType,
        phase: row.phase,
        late: row.late === null ? undefined : row.late === 1,
        ratings: grades.get(row.stream) ?? {},
        revision: row.revision,
        changedAt: row.changedAt,
      })),
      ...(page.length > limit && last !== undefined && { cursor: `${last.year}.${last.place}` }),
    };
  },
});

function isAskedFor(row: SheetRow, { department, section, phase, late }: ListSheetsAsked): boolean {
  return (department === undefined || row.department === department) && (section === undefined || row.section === section)
    && (phase === undefined || row.phase === phase) && (late === undefined || row.late === Number(late));
}

/**
 * The next rows that the asker might see. One who may not see every sheet sees what is his section's, his post's or his
 * committee's; the table of access has the last word on each row, this only spares it the others. Where a sheet stands that was
 * handed over is not what a member of the committee is told, so for him nothing is left out by it.
 */
function rowsAfter(
  after: Place, rowsAtOnce: number, { year, ...asked }: ListSheetsAsked, { asker, may }: Answering, model: ModelReader,
): readonly SheetRow[] {
  const { department, section, phase, late }: Partial<ListSheetsAsked> = asker.committee === undefined ? asked : {};
  return model.all<SheetRow>(
    `SELECT sheets.* FROM ${may({}) ? 'sheets' : ofAsker} WHERE municipality = @municipality
     AND (year < @afterYear OR (year = @afterYear AND place > @afterPlace)) AND (@year IS NULL OR year = @year)
     AND (@department IS NULL OR department = @department) AND (@section IS NULL OR section = @section)
     AND (@phase IS NULL OR phase = @phase) AND (@late IS NULL OR late = @late) ORDER BY year DESC, place LIMIT @rowsAtOnce`,
    {
      ...placeOfAsker(asker), afterYear: after.year, afterPlace: after.place, year: year ?? null, department: department ?? null,
      section: section ?? null, phase: phase ?? null, late: late === undefined ? null : Number(late), rowsAtOnce,
    });
}

/** CROSS JOIN: these few are looked up, rather than every sheet looked for among them. */
const ofAsker = `(
  SELECT stream FROM sheets WHERE municipality = @municipality AND section IN (SELECT value FROM json_each(@ownSections))
  UNION SELECT stream FROM sheet_posts WHERE municipality = @municipality AND post = @ownPost
  UNION SELECT stream FROM sheet_committees WHERE municipality = @municipality AND committee = @ownCommittee) AS own CROSS JOIN sheets USING (stream)`;

function placeOfAsker(asker: Asker) {
  const { municipality, post, committee } = asker;
  return { municipality, ownSections: JSON.stringify(ownSections(asker)), ownPost: post ?? null, ownCommittee: committee ?? null };
}

/** The nodes of which there are sheets, and whose number or name has the text. */
async function nodesWith(text: string, answering: Answering, model: ModelReader): Promise<ReadonlySet<string>> {
  const plans = model.all<Pick<SheetRow, 'plan'>>(
    'SELECT DISTINCT plan FROM sheets WHERE municipality = @municipality', { municipality: answering.asker.municipality });
  const nodes = await nodesFor(plans, answering);
  const words = folded(text);
  return new Set(nodes.all()
    .filter(({ number, name: { ja, en } }) => [number, ja, en].some((one) => folded(one).includes(words)))
    .map(({ id }) => id));
}
