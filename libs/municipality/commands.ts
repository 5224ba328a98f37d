import type { Asked } from '../kernel/asked.ts';
import type { Decision } from '../kernel/decision.ts';
import { commandOf, noFacts } from '../platform/commands/verb.ts';
import { close } from './domain/close.ts';
import { abolishDepartment } from './domain/departments/abolish-department.ts';
import { foundDepartment } from './domain/departments/found-department.ts';
import { mergeDepartments } from './domain/departments/merge-departments.ts';
import { renameDepartment } from './domain/departments/rename-department.ts';
import { found } from './domain/found.ts';
import { municipalityDecider, type Municipality } from './domain/municipality.ts';
import type { MunicipalityEvent } from './domain/municipality.events.ts';
import { appoint } from './domain/posts/appoint.ts';
import { closePost } from './domain/posts/close-post.ts';
import { createPost } from './domain/posts/create-post.ts';
import { endAppointment } from './domain/posts/end-appointment.ts';
import { abolishSection } from './domain/sections/abolish-section.ts';
import { foundSection } from './domain/sections/found-section.ts';
import { mergeSections } from './domain/sections/merge-sections.ts';
import { moveSection } from './domain/sections/move-section.ts';
import { renameSection } from './domain/sections/rename-section.ts';
import { recordAccountDeed } from './domain/record-account-deed.ts';
import { setCalendar } from './domain/set-calendar.ts';
import { setWords } from './domain/set-words.ts';

/** Only the operator's command line asks for these two. */
export const FoundMunicipality = commandOf({
  name: 'municipality.found', decider: municipalityDecider, opens: true, facts: noFacts, decide: found,
});
export const CloseMunicipality = verb('close', close);

export const FoundDepartment = verb('found-department', foundDepartment);
export const RenameDepartment = verb('rename-department', renameDepartment);
export const MergeDepartments = verb('merge-departments', mergeDepartments);
export const AbolishDepartment = verb('abolish-department', abolishDepartment);

export const FoundSection = verb('found-section', foundSection);
export const RenameSection = verb('rename-section', renameSection);
export const MoveSection = verb('move-section', moveSection);
export const MergeSections = verb('merge-sections', mergeSections);
export const AbolishSection = verb('abolish-section', abolishSection);

export const CreatePost = verb('create-post', createPost);
export const ClosePost = verb('close-post', closePost);
export const Appoint = verb('appoint', appoint);
export const EndAppointment = verb('end-appointment', endAppointment);

export const SetWords = verb('set-words', setWords);
export const SetCalendar = verb('set-calendar', setCalendar);

/** Only deeds beside the log ask for it. */
export const RecordAccountDeed = verb('record-account-deed', recordAccountDeed);

/** The office decides on what it knows itself. */
function verb<Body extends object>(
  name: string, decide: (command: Body & Asked, municipality: Municipality) => Decision<MunicipalityEvent>,
) {
  return commandOf({ name: `municipality.${name}`, decider: municipalityDecider, facts: noFacts, decide });
}
