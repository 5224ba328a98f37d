import { dayInJapan } from '../../../kernel/day.ts';
import type { Label } from '../../../kernel/label.ts';
import type { FoundedMunicipality } from '../../../municipality/domain/municipality.ts';
import { holdersOn } from '../../../municipality/domain/office.ts';
import type { Answering } from '../../../platform/reads/question.ts';
import type { OpenedSheet } from '../../domain/sheet.ts';
import type { LineStep, Looker, Party } from '../../domain/sheet.events.ts';
import { turnOf } from '../../domain/turn.ts';
import { viewerFor } from '../../seeing.ts';
import { personShown, type PersonShown } from './visible-sheet.ts';

interface PostShown {
  readonly id: string;
  readonly title: Label | undefined;
  /** Today. */
  readonly holders: readonly PersonShown[];
}

/** The line of a sheet with what was decided on it: who they are is shown by post, and who holds it today. */
export function lineShown(sheet: OpenedSheet, office: FoundedMunicipality, answering: Pick<Answering, 'asker' | 'nameOf' | 'now'>) {
  const today = dayInJapan(answering.now());
  const post = (id: string): PostShown => ({
    id,
    title: office.posts.find((one) => one.id === id)?.title,
    holders: holdersOn(office, id, today).map(({ person }) => personShown(person, answering)),
  });
  const party = ({ section, posts }: Party) => ({ section, posts: posts.map(post) });
  const step = ({ step: id, name, parties }: LineStep) => ({ step: id, name, parties: parties.map(party) });
  const looker = (one: Looker) => ('post' in one ? { post: post(one.post) } : one);
  return {
    line: 'line' in sheet ? sheet.line.map(step) : [],
    approvals: 'line' in sheet ? sheet.approvals.map(({ by, ...approval }) => ({ ...approval, by: personShown(by, answering) })) : [],
    // Where the sheet stands once it was handed over is not told to a committee.
    turn: viewerFor(answering.asker.role) === 'members' ? undefined : turnOf(sheet),
    toReview: sheet.toReview.map(({ step: id, ...absent }) => ({ step: id, ...party(absent) })),
    toLookAt: sheet.toLookAt.map(looker),
  };
}
