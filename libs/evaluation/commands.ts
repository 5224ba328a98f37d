import { cycleDecider, cycleStream, type OpenCycle } from '../cycle/domain/cycle.ts';
import { municipalityDecider, municipalityStream } from '../municipality/domain/municipality.ts';
import { planDecider, planStream } from '../plan/domain/plan.ts';
import type { BelongsTo } from '../platform/access/access-table.ts';
import { commandOf, noFacts, type FactReader } from '../platform/commands/verb.ts';
import { formOf, schemeDecider, schemeStream, type Form } from '../scheme/domain/scheme.ts';
import { approve } from './domain/first-evaluation/approve.ts';
import { open, type ChosenSheet, type OpenSheet as OpenSheetBody, type OpenSheetFacts } from './domain/first-evaluation/open.ts';
import { save, type SaveFields as SaveFieldsBody } from './domain/first-evaluation/save.ts';
import { sendBack, type SendBack as SendBackBody } from './domain/first-evaluation/send-back.ts';
import { submit, type SubmitFacts } from './domain/first-evaluation/submit.ts';
import { sheetDecider, type OpenedSheet, type Sheet } from './domain/sheet.ts';

/** Only the list that opens the sheets of a cycle asks for this. */
export const OpenSheet = commandOf({
  name: 'evaluation.open',
  decider: sheetDecider,
  opens: true,
  facts: openFacts,
  decide: open,
});

export const SaveFields = commandOf({
  name: 'evaluation.save',
  decider: sheetDecider,
  belongsTo: placeOf,
  facts: async (reader, { municipality }: SaveFieldsBody & Here, sheet) => ({ form: await formOfSheet(reader, municipality, sheet) }),
  decide: save,
});

export const SubmitFirstEvaluation = commandOf({
  name: 'evaluation.submit',
  decider: sheetDecider,
  belongsTo: placeOf,
  async facts(reader, { municipality }: Here, sheet): Promise<SubmitFacts> {
    const { year } = opened(sheet);
    const cycle = await reader.fold(cycleDecider, cycleStream(municipality, year));
    if (cycle.state.phase === 'absent') throw new Error(`a sheet of ${year}, and no cycle`);
    const { submissionDeadline: deadline } = cycle.state;
    return { form: await formOfSheet(reader, municipality, sheet), deadline, cycleRevision: cycle.revision };
  },
  decide: submit,
});

export const ApproveFirstEvaluation = commandOf({
  name: 'evaluation.approve', decider: sheetDecider, belongsTo: placeOf, facts: noFacts, decide: approve,
});

export const SendFirstEvaluationBack = commandOf({
  name: 'evaluation.send-back',
  decider: sheetDecider,
  belongsTo: placeOf,
  facts: async (reader, { municipality }: SendBackBody & Here, sheet) => ({ form: await formOfSheet(reader, municipality, sheet) }),
  decide: sendBack,
});

/** What the cycle asks for, and whose it is. */
async function openFacts(reader: FactReader, { municipality, year, node: nodeId }: OpenSheetBody & Here): Promise<OpenSheetFacts> {
  const cycle = await reader.fold(cycleDecider, cycleStream(municipality, year));
  const chosen = cycle.state.phase === 'absent' ? undefined : chosenIn(cycle.state, nodeId);
  const plan = await reader.fold(planDecider, planStream(municipality, chosen?.plan ?? ''));
  const office = await reader.fold(municipalityDecider, municipalityStream(municipality));
  const node = plan.state.phase === 'absent' ? undefined : plan.state.nodes.find((one) => one.id === nodeId);
  const section = office.state.phase === 'absent' ? undefined : office.state.sections.find((one) => one.id === node?.section);
  return {
    chosen,
    cycleRevision: cycle.revision,
    owner: section && { section: section.id, department: section.department },
    planRevision: plan.revision,
    municipalityRevision: office.revision,
  };
}

function chosenIn({ nodes, plan, schemeVersion }: OpenCycle, nodeId: string): ChosenSheet | undefined {
  const place = nodes.findIndex((one) => one.node === nodeId);
  const chosen = nodes[place];
  return chosen && { place, plan, schemeVersion, sheetType: chosen.sheetType };
}

interface Here {
  readonly municipality: string;
}

export function placeOf(sheet: Sheet): BelongsTo {
  return sheet.phase === 'absent' ? {} : { section: sheet.section, department: sheet.department };
}

/** The form that the sheet was opened with; a scheme forgets no version. */
export async function formOfSheet(reader: FactReader, municipality: string, sheet: Sheet): Promise<Form> {
  const { schemeVersion, sheetType } = opened(sheet);
  const scheme = await reader.fold(schemeDecider, schemeStream(municipality));
  const form = formOf(scheme.state, schemeVersion, sheetType);
  if (form === undefined) throw new Error(`a sheet of ${sheetType}, version ${schemeVersion}, and no such form`);
  return form;
}

/** The runner lets no other verb than `open` come to a sheet that is not there. */
function opened(sheet: Sheet): OpenedSheet {
  if (sheet.phase === 'absent') throw new Error('no sheet');
  return sheet;
}
