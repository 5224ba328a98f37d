import { cycleDecider, cycleStream, type OpenCycle } from '../cycle/domain/cycle.ts';
import { onceForEach } from '../kernel/once-for-each.ts';
import { sectionIn, successorOf } from '../municipality/domain/office.ts';
import { commandOf, noFacts, type FactReader } from '../platform/commands/verb.ts';
import { approve } from './domain/approval-line/approve.ts';
import { approveForAbsent } from './domain/approval-line/approve-for-absent.ts';
import { approveOver, type ApproveOver as ApproveOverBody } from './domain/approval-line/approve-over.ts';
import type { Deciding } from './domain/approval-line/deciding.ts';
import { reviewAfterwards } from './domain/approval-line/review-afterwards.ts';
import { sendBack, type SendBack as SendBackBody } from './domain/approval-line/send-back.ts';
import type { Typed } from './domain/content/changes.ts';
import { attach, type Attach } from './domain/first-evaluation/attach.ts';
import { copyLastYear, type CopyLastYear as CopyLastYearBody } from './domain/first-evaluation/copy-last-year.ts';
import { open, type ChosenSheet, type OpenSheet as OpenSheetBody, type OpenSheetFacts } from './domain/first-evaluation/open.ts';
import { removeFile } from './domain/first-evaluation/remove-file.ts';
import { save } from './domain/first-evaluation/save.ts';
import { submit } from './domain/first-evaluation/submit.ts';
import { takeBack } from './domain/first-evaluation/take-back.ts';
import { accept } from './domain/secretariat/accept.ts';
import { annotate } from './domain/secretariat/annotate.ts';
import { correct, type Correct } from './domain/secretariat/correct.ts';
import { lookAt } from './domain/secretariat/look-at.ts';
import { replaceFigures } from './domain/secretariat/replace-figures.ts';
import { transfer, type Transfer } from './domain/secretariat/transfer.ts';
import { voidSheet, type VoidSheet as VoidSheetBody } from './domain/secretariat/void.ts';
import { sheetDecider, sheetStream, type Sheet } from './domain/sheet.ts';
import { committeeBefore, dueFacts, formFacts, formOfSheet, officeOf, placeOf, planOf, submitFacts, type Here } from './facts.ts';

const ofSheet = { decider: sheetDecider, belongsTo: placeOf } as const;

/** Only the list that opens the sheets of a cycle asks for this. */
export const OpenSheet = commandOf({ name: 'evaluation.open', decider: sheetDecider, opens: true, facts: openFacts, decide: open });

export const SaveFields = commandOf({
  ...ofSheet, name: 'evaluation.save', decide: save, facts: (reader, here: Typed & Here, sheet) => formFacts(reader, here, sheet),
});

export const CopyLastYear = commandOf({
  ...ofSheet,
  name: 'evaluation.copy-last-year',
  decide: copyLastYear,
  async facts(reader, here: CopyLastYearBody & Here, sheet) {
    const { state: source } = await reader.fold(sheetDecider, sheetStream(here.municipality, here.from));
    return { ...await formFacts(reader, here, sheet), source };
  },
});

export const AttachFile = commandOf({
  ...ofSheet, name: 'evaluation.attach', decide: attach,
  facts: async (reader, here: Attach & Here, sheet) => ({ form: await formOfSheet(reader, here, sheet) }),
});

export const RemoveFile = commandOf({ ...ofSheet, name: 'evaluation.remove-file', facts: noFacts, decide: removeFile });

export const SubmitFirstEvaluation = commandOf({
  ...ofSheet, name: 'evaluation.submit', decide: submit, facts: (reader, here: Here, sheet) => submitFacts(reader, here, sheet),
});

export const TakeFirstEvaluationBack = commandOf({ ...ofSheet, name: 'evaluation.take-back', facts: noFacts, decide: takeBack });

export const ApproveFirstEvaluation = commandOf({
  ...ofSheet, name: 'evaluation.approve', decide: approve,
  facts: (reader, here: Deciding & Here, sheet) => dueFacts(reader, here, sheet, 'approval'),
});

export const ApproveOver = commandOf({
  ...ofSheet, name: 'evaluation.approve-over', decide: approveOver,
  facts: (reader, here: ApproveOverBody & Here, sheet) => dueFacts(reader, here, sheet, 'approval'),
});

export const ApproveForAbsent = commandOf({
  ...ofSheet, name: 'evaluation.approve-for-absent', decide: approveForAbsent,
  facts: (reader, here: ApproveOverBody & Here, sheet) => dueFacts(reader, here, sheet, 'approval'),
});

export const SendFirstEvaluationBack = commandOf({
  ...ofSheet, name: 'evaluation.send-back', decide: sendBack,
  facts: async (reader, here: SendBackBody & Here, sheet) =>
    ({ form: await formOfSheet(reader, here, sheet), committee: await committeeBefore(reader, here, sheet) }),
});

export const ReviewAfterwards = commandOf({ ...ofSheet, name: 'evaluation.review-afterwards', facts: noFacts, decide: reviewAfterwards });

export const AcceptFirstEvaluation = commandOf({
  ...ofSheet, name: 'evaluation.accept', decide: accept,
  facts: (reader, here: Deciding & Here, sheet) => dueFacts(reader, here, sheet, 'acceptance'),
});

export const Annotate = commandOf({
  ...ofSheet, name: 'evaluation.annotate', decide: annotate, facts: (reader, here: Typed & Here, sheet) => formFacts(reader, here, sheet),
});

export const CorrectSlips = commandOf({
  ...ofSheet, name: 'evaluation.correct', decide: correct, facts: (reader, here: Correct & Here, sheet) => formFacts(reader, here, sheet),
});

export const ReplaceFigures = commandOf({
  ...ofSheet, name: 'evaluation.replace-figures', decide: replaceFigures,
  facts: (reader, here: Correct & Here, sheet) => formFacts(reader, here, sheet),
});

export const LookAtFigures = commandOf({ ...ofSheet, name: 'evaluation.look-at', facts: noFacts, decide: lookAt });

export const TransferSheet = commandOf({
  ...ofSheet,
  name: 'evaluation.transfer',
  decide: transfer,
  async facts(reader, { municipality, section }: Transfer & Here) {
    const { office, revision: municipalityRevision } = await officeOf(reader, municipality);
    return { department: sectionIn(office, section)?.department, municipalityRevision };
  },
});

export const VoidSheet = commandOf({
  ...ofSheet, name: 'evaluation.void', decide: voidSheet,
  facts: async (reader, here: VoidSheetBody & Here, sheet) => ({ form: await formOfSheet(reader, here, sheet) }),
});

/** What the cycle asks for, and whose it is. */
async function openFacts(reader: FactReader, { municipality, year, node: nodeId }: OpenSheetBody & Here, _sheet: Sheet): Promise<OpenSheetFacts> {
  const cycle = await reader.fold(cycleDecider, cycleStream(municipality, year));
  const chosen = cycle.state.phase === 'absent' ? undefined : chosenIn(cycle.state, nodeId);
  const plan = await planOf(reader, municipality, chosen?.plan ?? '');
  const { office, revision: municipalityRevision } = await officeOf(reader, municipality);
  const section = successorOf(office, plan.state.nodes.get(nodeId)?.section ?? '');
  return {
    chosen,
    cycleRevision: cycle.revision,
    owner: section && { section: section.id, department: section.department },
    planRevision: plan.revision,
    municipalityRevision,
  };
}

function chosenIn({ nodes, schemeVersion }: OpenCycle, nodeId: string): ChosenSheet | undefined {
  const chosen = chosenByNode(nodes).get(nodeId);
  return chosen && { ...chosen, schemeVersion };
}

const chosenByNode = onceForEach((nodes: OpenCycle['nodes']) =>
  new Map(nodes.map(({ node, plan, sheetType }, place) => [node, { place, plan, sheetType }])));
