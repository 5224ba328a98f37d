import { lookIntoDataDirectory, readHolder, type Holder } from '../../libs/event-store/data-directory.ts';
import { isRejected } from '../../libs/kernel/decision.ts';
import { problemBody, type ProblemBody } from '../../libs/platform/problems/problem.ts';
import type { Settings } from '../../libs/platform/settings.ts';
import { openEngines } from '../api/engines.ts';
import { operatorDeeds, type OperatorAnswers, type OperatorDeed } from '../api/operator-deeds.ts';
import { CannotDo, lineOfProblem } from './one-line.ts';

/** A deed that was refused, for whoever tells more of it than a line. */
export class RefusedDeed extends CannotDo {
  constructor(readonly problem: ProblemBody) {
    super(lineOfProblem(problem));
  }
}

/**
 * Has a deed done where it can be done: by the server that holds the data directory, or here when nobody holds it. When
 * somebody holds it who does not serve, opening it says who.
 */
export async function askOperator<Deed extends OperatorDeed>(
  settings: Settings, deed: Deed, asked: object,
): Promise<OperatorAnswers[Deed]> {
  // Only a founding begins something; for anything else a wrong path must not become a new data directory.
  if (deed !== 'found') lookIntoDataDirectory(settings.MEGURI_DATA_DIR);
  const holder = await readHolder(settings.MEGURI_DATA_DIR);
  return isServing(holder) ? askServer(holder, deed, asked) : doHere(settings, deed, asked);
}

type Server = Holder & Required<Pick<Holder, 'url' | 'operatorSecret'>>;

function isServing(holder: Holder | undefined): holder is Server {
  return holder?.url !== undefined && holder.operatorSecret !== undefined;
}

async function doHere<Deed extends OperatorDeed>(settings: Settings, deed: Deed, asked: object): Promise<OperatorAnswers[Deed]> {
  const engines = await openEngines(settings);
  try {
    const { installation } = engines;
    const answer = await operatorDeeds(installation)[deed](asked);
    if (isRejected(answer)) throw new RefusedDeed(problemBody(installation.problems, answer.code, answer.details, 'en'));
    return answer;
  } finally {
    await engines.close();
  }
}

async function askServer<Deed extends OperatorDeed>(server: Server, deed: Deed, asked: object): Promise<OperatorAnswers[Deed]> {
  const response = await fetch(`${server.url}/operator/${deed}`, {
    method: 'POST',
    headers: { 'authorization': `Bearer ${server.operatorSecret}`, 'content-type': 'application/json', 'accept-language': 'en' },
    body: JSON.stringify(asked),
  }).catch((fault: unknown) => { throw doesNotAnswer(server, fault); });
  const answer = await response.json().catch((fault: unknown) => { throw doesNotAnswer(server, fault); });
  if (response.ok) return answer as OperatorAnswers[Deed];
  throw new RefusedDeed(answer as ProblemBody);
}

function doesNotAnswer({ pid, url }: Server, fault: unknown): CannotDo {
  // fetch says only that it failed; why is in what it was caused by.
  const { message, cause } = fault as Error;
  const reason = (cause as Error | undefined)?.message ?? message;
  return new CannotDo(`the server at ${url} (process ${pid}) does not answer: ${reason}`, { cause: fault });
}
