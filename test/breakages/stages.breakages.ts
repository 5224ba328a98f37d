import type { Breakage } from './breakage.ts';

const domain = 'libs/evaluation/domain';
const handOver = { file: `${domain}/stages/hand-over.ts`, spec: `${domain}/stages/hand-over.spec.ts` };
const finalise = { file: `${domain}/stages/finalise.ts`, spec: `${domain}/stages/finalise.spec.ts` };
const reopen = { file: `${domain}/stages/reopen.ts`, spec: `${domain}/stages/reopen.spec.ts` };
const sendBack = { file: `${domain}/approval-line/send-back.ts`, spec: `${domain}/approval-line/send-back.spec.ts` };
const answering = { file: `${domain}/questions/answer-question.ts`, spec: `${domain}/questions/answer-question.spec.ts` };
const approving = { spec: `${domain}/questions/approve-answer.spec.ts` };

export const stageBreakages: readonly Breakage[] = [
  {
    ...handOver, name: 'stages: handed over to a stage that has its result, or came before one that has',
    find: 'stages.slice(stages.indexOf(stage)).some(', replace: 'stages.slice(stages.length).some(',
  },
  {
    ...handOver, name: 'stages: handed over although the condition does not hold, without a reason',
    find: "chosenBy === 'choice' && isBlank(reason)", replace: "chosenBy !== 'choice' && isBlank(reason)",
  },
  {
    ...handOver, name: 'stages: a committee without members gets a sheet',
    find: 'rosterOn(committee, dayInJapan(now), subgroup).length === 0', replace: 'committee.members.length === 0',
  },
  {
    ...handOver, name: 'stages: a member with a standing conflict gets the sheet',
    find: 'hasConflict(committee, member.id, section)', replace: "hasConflict(committee, member.id, '') && section === ''",
  },
  {
    ...handOver, name: 'stages: a standing conflict that was lifted keeps its member out for ever', file: `${domain}/stage-work.ts`,
    find: "before.filter(({ way }) => way !== 'standing')", replace: 'before',
  },
  {
    name: 'stages: a meeting decides what a committee concludes', file: `${domain}/stages/decide-stage.ts`, spec: `${domain}/stages/decide-stage.spec.ts`,
    find: "if (works[stage]?.handOver.evaluator === 'committee') return reject('committee-concludes');", replace: '',
  },
  {
    ...finalise, name: 'stages: finalised without a stage and without saying so',
    find: 'goesTo(stage, ready) && ready.works[stage.id]?.result === undefined', replace: "stage.id === '' && goesTo(stage, ready)",
  },
  { ...reopen, name: 'stages: what is published is reopened', find: 'if (publicEdition !== undefined)', replace: 'if (publicEdition === 0)' },
  { ...reopen, name: 'stages: reopened while it is being published', find: "  if (isAsked) return reject('publication-running');\n", replace: '' },
  {
    ...reopen, name: 'stages: a later stage keeps its result when an earlier one is reopened', file: `${domain}/sheet-stages.ts`,
    find: 'handOver.revision >= since', replace: 'handOver.revision === since',
  },
  {
    ...sendBack, name: 'stages: any member sends a sheet back',
    find: 'return presides(command, { sheet, work, committee });', replace: 'return work.handOver.stage;',
  },
  {
    name: 'questions: asked by who keeps out of the sheet', file: `${domain}/questions/ask-question.ts`, spec: `${domain}/questions/ask-question.spec.ts`,
    find: 'takesPart(command.membership, command.now, { sheet: handedOver, work, committee })',
    replace: 'takesPart(command.membership, command.now, { sheet: handedOver, work: { ...work, recused: [] }, committee })',
  },
  {
    ...answering, name: 'questions: an answer that is there is overwritten',
    find: 'question.answer !== undefined && question.answer.sentBack === undefined', replace: 'question.answer?.isTold === true',
  },
  {
    ...approving, name: 'questions: the committee is told before the line has approved', file: `${domain}/stage-work.ts`,
    find: 'isTold: event.completes', replace: 'isTold: true',
  },
  {
    ...approving, name: 'questions: an answer approved that was written anew since', file: `${domain}/questions/approve-answer.ts`,
    find: 'changedRevision: answer.revision', replace: 'changedRevision: 0',
  },
];
