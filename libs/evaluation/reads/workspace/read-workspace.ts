import { belongsTo } from '../../../committee/commands.ts';
import { committeeDecider, committeeStream, meetingOf, type FoundedCommittee, type Meeting } from '../../../committee/domain/committee.ts';
import { presentAt } from '../../../committee/domain/roster.ts';
import { dayInJapan, type Day } from '../../../kernel/day.ts';
import { reject } from '../../../kernel/decision.ts';
import { queryOf, type Answering } from '../../../platform/reads/question.ts';
import type { ModelReader } from '../../../platform/reads/read-model.ts';
import { sheetDecider, sheetId } from '../../domain/sheet.ts';
import type { StageWork, Works } from '../../domain/stage-work.ts';
import { memberOf } from '../../seeing.ts';
import { nodesFor, type NodeShown } from '../nodes.ts';
import { opinionsShown, ownOpinion, showingOf } from '../one-sheet/stages-shown.ts';
import { placeOfRow, sheetsModel, type SheetRow } from '../sheets/sheets.model.ts';

interface WhichWorkspace {
  readonly committee: string;
  /** Only what is on its agenda. */
  readonly meeting?: string;
}

/**
 * What a committee has before it: its meetings to come, the sheets of its newest year with what is asked of the asker, and the
 * minutes that he has not checked.
 */
export const ReadWorkspace = queryOf({
  name: 'evaluation.read-workspace',
  model: sheetsModel,
  async answer({ committee: id, meeting: asked }: WhichWorkspace, answering, model) {
    const { asker: { municipality }, states, may, seen, now } = answering;
    const stream = committeeStream(municipality, id);
    const { state } = await states.fold(committeeDecider, stream);
    if (state.phase === 'absent') return reject('unknown');
    if (!may(belongsTo(state))) return reject('not-allowed');
    const committee = await seen(committeeDecider, stream, belongsTo(state));
    if (committee.phase === 'absent') return reject('not-allowed');
    const meeting = asked === undefined ? undefined : meetingOf(committee, asked);
    if (asked !== undefined && meeting === undefined) return reject('unknown');
    const rows = rowsOf({ committee: id, meeting }, answering, model);
    const nodes = await nodesFor(rows, answering);
    return {
      committee: { id, name: committee.name },
      meetings: (meeting === undefined ? meetingsFrom(committee, dayInJapan(now())) : [meeting]).map(meetingShown),
      minutesToCheck: minutesToCheck(committee, memberOf(answering.asker)?.member),
      sheets: await Promise.all(rows.map((row) => sheetShown(row, id, nodes.shown(row), answering))),
    };
  },
});

/** The sheets on a meeting's agenda, or all that were handed to the committee in the newest year in which any was. */
function rowsOf(
  { committee, meeting }: { readonly committee: string; readonly meeting: Meeting | undefined }, { asker: { municipality } }: Answering, model: ModelReader,
): readonly SheetRow[] {
  const rows = model.all<SheetRow>(
    `SELECT sheets.* FROM sheet_committees CROSS JOIN sheets USING (stream)
     WHERE sheet_committees.municipality = @municipality AND committee = @committee ORDER BY year DESC, place`, { municipality, committee });
  if (meeting === undefined) return rows.filter(({ year }) => year === rows[0]?.year);
  const discussed = new Set(meeting.agenda.map(({ sheet }) => sheet));
  return rows.filter(({ year, node }) => discussed.has(sheetId(year, node)));
}

function meetingsFrom({ meetings }: FoundedCommittee, today: Day): readonly Meeting[] {
  return Object.values(meetings)
    .filter(({ on, until = on, cancelledFor, held }) => until >= today && cancelledFor === undefined && held === undefined)
    .toSorted((one, other) => one.on.localeCompare(other.on));
}

function meetingShown({ minutes: _minutes, held: _held, minutesArePublished: _published, ...meeting }: Meeting) {
  return meeting;
}

/** Of the meetings in which he took part, what was drafted and he has not said yet that it is right, or what is not. */
function minutesToCheck({ meetings }: FoundedCommittee, member: string | undefined) {
  return Object.values(meetings).filter((meeting) => !meeting.minutesArePublished && presentAt(meeting).some((one) => one === member))
    .flatMap(({ id, agenda, minutes }) => Object.entries(minutes).filter(([, { checks }]) => !checks.some((check) => check.member === member))
      .map(([item, { revision }]) => ({ meeting: id, item, title: agenda.find((one) => one.id === item)?.title, draftRevision: revision })));
}

/** As the asker is told of it; whoever keeps out of it is told that he does. */
async function sheetShown(row: SheetRow, committee: string, node: NodeShown, answering: Answering) {
  const sheet = { id: sheetId(row.year, row.node), year: row.year, node };
  const seen = await answering.seen(sheetDecider, row.stream, placeOfRow(row));
  const work = seen.phase === 'absent' ? undefined : newestOf(seen.works, committee);
  if (seen.phase === 'absent' || work === undefined) return { ...sheet, ownOpinion: 'recused' as const };
  const own = memberOf(answering.asker)?.member;
  const answered = Object.values(work.questions).filter(({ answer }) => answer !== undefined).length;
  return {
    ...sheet,
    section: seen.section,
    department: seen.department,
    stage: work.handOver.stage,
    handedOverAt: work.handOver.at,
    phase: seen.phase,
    ...(own !== undefined && { ownOpinion: ownOpinion(work, own) }),
    opinions: opinionsShown(work, await showingOf(work, answering)),
    questions: { open: Object.keys(work.questions).length - answered, answered },
    hasDraft: work.draft !== undefined,
  };
}

function newestOf(works: Works, committee: string): StageWork | undefined {
  return Object.values(works).filter(({ handOver }) => handOver.committee === committee)
    .toSorted((one, other) => other.handOver.revision - one.handOver.revision)[0];
}
