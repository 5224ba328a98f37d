import { deadlineFor } from '../../cycle/domain/cycle.ts';
import { queryOf, type Answering } from '../../platform/reads/question.ts';
import { sheetDecider, sheetStream, type OpenedSheet } from '../domain/sheet.ts';
import { seenForm } from '../domain/content/visibility.ts';
import { cycleOf, formFacts, officeOf, planFor } from '../facts.ts';
import { viewerFor } from '../seeing.ts';
import { computedCells, formShown, givenCells, tablesShown } from './one-sheet/form-shown.ts';
import { lastYearOf, valueLastYear } from './one-sheet/last-year.ts';
import { lineShown } from './one-sheet/line-shown.ts';
import { rollUpsOf } from './one-sheet/roll-ups.ts';
import { stagesShown } from './one-sheet/stages-shown.ts';
import { targetsHeldOn } from './one-sheet/targets-held.ts';
import { personShown, visibleSheet, type WhichSheet } from './one-sheet/visible-sheet.ts';
import { recommendationsOn } from './recommendations/on-sheet.ts';
import { sheetsModel } from './sheets/sheets.model.ts';

/** One sheet as it stands: what is asked, what is answered and by whom, what was answered last year, who is to act, and until when. */
export const ReadSheet = queryOf({
  name: 'evaluation.read-sheet',
  model: sheetsModel,
  async answer({ sheet: id }: WhichSheet, answering, model) {
    const visible = await visibleSheet(id, answering);
    if ('code' in visible) return visible;
    const { sheet } = visible;
    const { asker, states } = answering;
    const { revision, phase, year, late, section, department } = sheet;
    const facts = await formFacts(states, asker, sheet);
    const { nodes } = await planFor(states, asker.municipality, sheet);
    const { cycle } = await cycleOf(states, asker.municipality, year);
    const { office } = await officeOf(states, asker.municipality);
    const lastYear = await lastYearOf(sheet, answering, model);
    const viewer = viewerFor(asker.role);
    const seen = { ...facts, form: seenForm(facts.form, viewer, phase) };
    const node = nodes.get(sheet.node);
    return {
      id,
      revision,
      phase,
      year,
      aboutYear: facts.aboutYear,
      periods: cycle.periods.map((period) => ({ id: period.id, name: period.name, deadline: deadlineFor(cycle, period.id, sheet) })),
      late,
      node: { id: sheet.node, number: node?.number, name: node?.name, owners: node && { lead: node.section, related: node.related } },
      section,
      department,
      form: formShown(seen.form),
      ...written(sheet, answering),
      tables: tablesShown(sheet, seen, nodes),
      computed: computedCells(sheet, facts, seen.form),
      given: givenCells(seen, valueLastYear(lastYear, facts.aboutYear)),
      targetsHeld: await targetsHeldOn(sheet, seen, answering),
      lastYear,
      recommendations: await recommendationsOn(sheet, answering),
      rollUps: await rollUpsOf(sheet, seen, { answering, model, nodes, viewer }),
      ...lineShown(sheet, office, answering),
      stages: await stagesShown(sheet, answering),
    };
  },
});

/** The sheet's stream, told to the asker: every deed with who did it and when. */
export const ReadHistory = queryOf({
  name: 'evaluation.read-history',
  async answer({ sheet: id }: WhichSheet, answering) {
    const visible = await visibleSheet(id, answering);
    if ('code' in visible) return visible;
    const told = await answering.events(sheetDecider, sheetStream(answering.asker.municipality, id), visible.place);
    return {
      id,
      events: told.map(({ event, header }) => {
        const { type, $salt: _salt, ...members } = event as typeof event & { $salt?: string };
        const { revision, recordedAt: at, actor, appointment } = header;
        return { revision, type, at, by: personShown(actor, answering), appointment, ...members };
      }),
    };
  },
});

/** What people put onto the sheet, each with who and when. What is hidden from the asker is not on his sheet. */
function written(sheet: OpenedSheet, answering: Answering) {
  const person = (id: string) => personShown(id, answering);
  return {
    fields: Object.fromEntries(Object.entries(sheet.fields).map(([address, { content, by, at, revision }]) =>
      [address, { content, by: person(by), at, revision }])),
    files: Object.entries(sheet.files).map(([id, { field, name, mediaType, bytes, by, at }]) =>
      ({ id, field, name, mediaType, bytes, by: person(by), at })),
    sentBack: sheet.sentBack.map(({ to, reason, comments, by, at }) => ({ to, reason, comments, by: person(by), at })),
    ...(sheet.phase === 'voided' && { voidedFor: sheet.voidedFor }),
  };
}
