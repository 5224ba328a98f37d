import { NotDone, type Deeds } from './deeds.ts';
import { year } from './founded-office.ts';

/** A plan that was just adopted is revised once, and once more nearly. */
export async function reviseAdopted(plan: string, token: string, deeds: Deeds): Promise<void> {
  try {
    await revise(plan, token, deeds);
  } catch (fault) {
    if (!(fault instanceof NotDone)) throw fault;
  }
}

async function revise(plan: string, token: string, deeds: Deeds): Promise<void> {
  const names = { plan };
  const reason = '見直しのため';
  const { nodes } = await deeds.told<{ readonly nodes: readonly { readonly id: string }[] }>('GET /plans/{plan}', { token, names });
  await deeds.do('POST /plans/{plan}/revision', { token, names, body: { reason } });
  for (const [index, { id: node }] of nodes.entries()) {
    const change = { kind: 'rename-node', node, name: { ja: `施策 ${index}`, en: `Measure ${index}` } };
    await deeds.do('POST /plans/{plan}/revision/proposals', { token, names, body: { change, reason: 'circumstances-changed', text: reason } });
  }
  const { proposals } = await deeds.told<{ readonly proposals: readonly { readonly proposal: string }[] }>('GET /plans/{plan}/revision', { token, names });
  const [taken = '', withdrawn = '', declined = ''] = proposals.map(({ proposal }) => proposal);
  const of = '/plans/{plan}/revision/proposals/{proposal}';
  await deeds.do(`POST ${of}/discuss`, { token, names: { plan, proposal: taken }, body: { text: '異議なし' } });
  await deeds.do(`POST ${of}/withdraw`, { token, names: { plan, proposal: withdrawn }, body: { reason } });
  await deeds.do(`POST ${of}/decline`, { token, names: { plan, proposal: declined }, body: { reason } });
  await deeds.do('POST /plans/{plan}/revision/adopt', { token, names, body: { fromYear: year, proposals: [taken] } });
  await deeds.do('POST /plans/{plan}/revision', { token, names, body: { reason } });
  await deeds.do('POST /plans/{plan}/revision/abandon', { token, names, body: { reason } });
  await deeds.do('GET /plans/{plan}/revisions', { token, names });
  await deeds.do('GET /plans/{plan}/compare', { token, names, query: '?from=1&to=2' });
}
