import { cycleDecider, cycleStream } from '../../cycle/domain/cycle.ts';
import { reject, type Rejected } from '../../kernel/decision.ts';
import { planDecider, planStream } from '../../plan/domain/plan.ts';
import { queryOf, type Answering } from '../../platform/reads/question.ts';
import { formOfSheet, placeOf } from '../commands.ts';
import { sheetDecider, sheetStream, type OpenedSheet } from '../domain/sheet.ts';

interface WhichSheet {
  readonly sheet: string;
}

/** One sheet as it stands: what is asked, what is answered, by whom, and until when. */
export const ReadSheet = queryOf({
  name: 'evaluation.read-sheet',
  async answer({ sheet: id }: WhichSheet, answering) {
    const sheet = await visibleSheet(id, answering);
    if ('code' in sheet) return sheet;
    const { asker: { municipality }, states } = answering;
    const person = personIn(answering);
    const { sheetType, scales } = await formOfSheet(states, municipality, sheet);
    const plan = await states.fold(planDecider, planStream(municipality, sheet.plan));
    const cycle = await states.fold(cycleDecider, cycleStream(municipality, sheet.year));
    const node = plan.state.phase === 'adopted' ? plan.state.nodes.find((one) => one.id === sheet.node) : undefined;
    return {
      id,
      revision: sheet.revision,
      phase: sheet.phase,
      year: sheet.year,
      aboutYear: cycle.state.phase === 'absent' ? undefined : cycle.state.aboutYear,
      deadline: cycle.state.phase === 'absent' ? undefined : cycle.state.submissionDeadline,
      late: sheet.late,
      node: { id: sheet.node, number: node?.number, name: node?.name },
      section: sheet.section,
      department: sheet.department,
      form: { ...sheetType, scales },
      fields: Object.fromEntries(Object.entries(sheet.fields).map(([field, { content, by, at, revision }]) =>
        [field, { content, by: person(by), at, revision }])),
      sentBack: sheet.sentBack.map(({ reason, comments, by, at }) => ({ reason, comments, by: person(by), at })),
    };
  },
});

/** The sheet's stream, told to the asker: every deed with who did it and when. */
export const ReadHistory = queryOf({
  name: 'evaluation.read-history',
  async answer({ sheet: id }: WhichSheet, answering) {
    const sheet = await visibleSheet(id, answering);
    if ('code' in sheet) return sheet;
    const person = personIn(answering);
    const told = await answering.events(sheetDecider, sheetStream(answering.asker.municipality, id), placeOf(sheet));
    return {
      id,
      events: told.map(({ event, header }) => {
        const { type, $salt: _salt, ...members } = event as typeof event & { $salt?: string };
        return { revision: header.revision, type, at: header.recordedAt, by: person(header.actor), appointment: header.appointment, ...members };
      }),
    };
  },
});

/** The sheet as the asker may see it. That it is there at all is told within the office. */
async function visibleSheet(id: string, { asker, states, may, seen }: Answering): Promise<OpenedSheet | Rejected> {
  const stream = sheetStream(asker.municipality, id);
  const { state } = await states.fold(sheetDecider, stream);
  if (state.phase === 'absent') return reject('unknown');
  const place = placeOf(state);
  const sheet = may(place) ? await seen(sheetDecider, stream, place) : undefined;
  return sheet === undefined || sheet.phase === 'absent' ? reject('not-allowed') : sheet;
}

function personIn({ nameOf }: Answering) {
  return (id: string) => ({ id, name: nameOf(id) });
}
