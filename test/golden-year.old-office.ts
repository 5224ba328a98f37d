import { RecordRefusal } from '../libs/cycle/commands.ts';
import { cycleStream } from '../libs/cycle/domain/cycle.ts';
import { ApproveFirstEvaluation, OpenSheet, SaveFields, SendFirstEvaluationBack, SubmitFirstEvaluation } from '../libs/evaluation/commands.ts';
import { sheetId, sheetStream } from '../libs/evaluation/domain/sheet.ts';
import { planDecider, planStream } from '../libs/plan/domain/plan.ts';
import { systemAsker, type Asker } from '../libs/platform/access/asker.ts';
import { deriveUuid } from '../libs/platform/commands/command-id.ts';
import type { FactReader } from '../libs/platform/commands/verb.ts';
import { origin, type Deed } from './golden-year.deed.ts';

const municipality = 'mihon';

/** What was begun before there were lines, drafts and periods is written, decided and sent back as everything else. */
export async function oldOfficeGoesOn(deed: Deed, states: FactReader): Promise<void> {
  const { state: plan } = await states.fold(planDecider, planStream(municipality, deriveUuid(origin, 'plan')));
  if (plan.phase === 'absent') throw new Error('the log of the first office begins without its plan');
  const [policy, measure] = [...plan.nodes.keys()] as [string, string];
  const system = systemAsker(municipality, 'open-sheets');
  const sheet = sheetStream(municipality, sheetId(2026, measure));
  await deed('open a sheet', system, OpenSheet, sheet, { year: 2026, node: measure });
  await deed('note a refusal', system, RecordRefusal, cycleStream(municipality, 2026), { node: policy, code: 'node-missing' });
  await deed('save', askerAs('staff'), SaveFields, sheet, { basedOn: 0, fields: { attainment: 'a', result: '14回', reason: '途中' } });
  await deed('submit', askerAs('staff'), SubmitFirstEvaluation, sheet, {});
  await deed('send back', askerAs('approver'), SendFirstEvaluationBack, sheet, {
    reason: '根拠を記入してください。', comments: [{ field: 'result', comment: '出典は？' }],
  });
  await deed('save again', askerAs('staff'), SaveFields, sheet, {
    basedOn: 3, fields: { attainment: 'b', result: '延べ５，６５３社（見込）', reason: null, direction: '続ける。🌸' },
  });
  await deed('submit late', askerAs('staff'), SubmitFirstEvaluation, sheet, {});
  await deed('approve', askerAs('approver'), ApproveFirstEvaluation, sheet, { basedOn: 5 });
}

function askerAs(role: 'staff' | 'approver'): Asker {
  return {
    municipality, actor: deriveUuid(origin, 'person', role), appointment: `${role}-holder`, post: role, role,
    section: 'promotion', department: 'industry',
  };
}
