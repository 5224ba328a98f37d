import { randomUUID } from 'node:crypto';
import { cycleDecider, cycleStream, type Edition, type OpenCycle } from '../../libs/cycle/domain/cycle.ts';
import { partOf } from '../../libs/cycle/domain/edition-parts.ts';
import { AcceptFirstEvaluation, ApproveFirstEvaluation, SaveFields, SubmitFirstEvaluation } from '../../libs/evaluation/commands.ts';
import { AskPublication } from '../../libs/evaluation/publication.commands.ts';
import { makeEditions } from '../../libs/evaluation/reads/publication/publications-to-make.ts';
import { FinaliseSheet } from '../../libs/evaluation/stage.commands.ts';
import type { Asker } from '../../libs/platform/access/asker.ts';
import type { AnyCommand, CommandClass } from '../../libs/platform/commands/verb.ts';
import type { Installation } from '../../libs/platform/installation.ts';
import { memberOf, Office, receiptOf, runEach, secretariatOf } from './office.ts';
import { firstYear, fortyFields, promotion, savingForty } from './papers.ts';

export const municipality = 'bench';
export const publicYear = firstYear;

/** An office with so many final sheets of the long form. No list is worked off: the pause in which models gather events is none of a publication's work. */
export async function finalSheets(installation: Installation, sheets: number): Promise<void> {
  const office = await Office.found(installation, { municipality, sections: [promotion], measures: sheets, fields: fortyFields });
  const streams = await office.openYear(0);
  const [staff, approver, secretariat] = [memberOf(municipality, promotion, 'staff'), memberOf(municipality, promotion, 'approver'), secretariatOf(municipality)];
  const each = <Body extends object>(command: CommandClass<Body>, asker: Asker, body: Body) =>
    runEach(installation, streams, (stream): AnyCommand => new command(stream, { asker, key: randomUUID() }, body));
  await each(SaveFields, staff, savingForty(0));
  await each(SubmitFirstEvaluation, staff, {});
  await each(ApproveFirstEvaluation, approver, { basedOn: 2 });
  await each(AcceptFirstEvaluation, secretariat, { basedOn: 3 });
  await each(FinaliseSheet, secretariat, { basedOn: 4 });
}

/** Asks for an edition of everything, and says how long it took to make it, as the list does, and to record it. */
export async function publish(installation: Installation): Promise<{ readonly edition: Edition; readonly ms: number }> {
  const cycle = cycleStream(municipality, publicYear);
  await receiptOf(installation, new AskPublication(cycle, { asker: secretariatOf(municipality), key: randomUUID() }, { on: '2026-09-01' }));
  const asked = (await cycleNow(installation)).publications.at(-1);
  if (asked === undefined) throw new Error('nothing was asked for');
  const item = { cycle, municipality, publication: asked.id, askedBy: randomUUID(), recommendations: [] };
  const started = performance.now();
  await receiptOf(installation, await makeEditions.commandFor(item, installation));
  const ms = performance.now() - started;
  const edition = (await cycleNow(installation)).editions.at(-1);
  if (edition === undefined) throw new Error('nothing was published');
  return { edition, ms };
}

async function cycleNow({ states }: Installation): Promise<OpenCycle> {
  const { state } = await states.fold(cycleDecider, cycleStream(municipality, publicYear));
  if (state.phase === 'absent') throw new Error('there is no cycle');
  return state;
}

/** The bytes of every sheet of an edition. */
export async function pagesOf({ editions }: Installation, edition: Edition): Promise<readonly { readonly id: string; readonly bytes: Buffer }[]> {
  return Promise.all(edition.parts.filter(({ kind }) => kind === 'sheet').map(async ({ kind, id }) => {
    const part = partOf(edition, kind, id);
    if (part === undefined) throw new Error(`${id} is no part`);
    return { id, bytes: await editions.read(municipality, { ...part, file: edition.file }) };
  }));
}
