import { seeingOf } from '../platform/access/sight.ts';
import type { Role } from '../platform/access/asker.ts';
import { seenEvent, type Viewer } from './domain/content/visibility.ts';
import { sheetDecider } from './domain/sheet.ts';
import { formOfSheet } from './facts.ts';

/** What is seen of what stands in fields: the form says for whom each is, and from when. */
export const sheetSeeing = seeingOf({
  decider: sheetDecider,
  async eyeOf(asker, sheet, states) {
    if (sheet.phase === 'absent') return (event) => event;
    const form = await formOfSheet(states, asker, sheet);
    const viewer = viewerFor(asker.role);
    return (event) => seenEvent(event, viewer, form, sheet.phase);
  },
});

export function viewerFor(role: Role): Viewer {
  return role === 'secretariat' || role === 'auditor' ? 'records' : 'office';
}
