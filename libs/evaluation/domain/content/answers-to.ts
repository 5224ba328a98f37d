import { reject, type Rejected } from '../../../kernel/decision.ts';
import type { Form } from '../../../scheme/domain/scheme.ts';
import type { Contents, FieldContent } from '../sheet.events.ts';
import { withChanges } from './changes.ts';
import { contentOf } from './field-content.ts';
import { questionAt, type GivenRows } from './question.ts';
import { unanswered } from './unanswered.ts';

/** The form of a stage has no tables of the plan. */
const noRows: GivenRows = { indicators: [], children: [] };

/** What somebody typed into a whole form at once, an opinion or a decision, or why it is none; what is empty is left out. */
export function answersTo(
  form: Form, typed: Readonly<Record<string, unknown>>,
): Contents | Rejected<'fields-wrong' | 'fields-unanswered'> {
  const understood = Object.entries(typed).map(([address, one]) => {
    const question = questionAt(form, address, noRows);
    return [address, question && contentOf(question.field, one, form)] as const;
  });
  const wrong = understood.filter(([, content]) => content === undefined).map(([address]) => address);
  if (wrong.length > 0) return reject('fields-wrong', { fields: wrong });
  const answers = Object.fromEntries(understood.filter((one): one is readonly [string, FieldContent] => one[1] !== null));
  const missing = unanswered(withChanges({ fields: {}, files: {} }, answers), form, noRows);
  return missing.length > 0 ? reject('fields-unanswered', { fields: missing }) : answers;
}
