import * as municipality from '../libs/municipality/commands.ts';
import { municipalityStream } from '../libs/municipality/domain/municipality.ts';
import type { RecordAccountDeed } from '../libs/municipality/domain/record-account-deed.ts';
import { operatorAsker, type Asker } from '../libs/platform/access/asker.ts';
import { deriveUuid } from '../libs/platform/commands/command-id.ts';
import type { CommandClass } from '../libs/platform/commands/verb.ts';
import { origin, type Deed } from './golden-year.deed.ts';
import { askerAs, municipality as office, personIn } from './golden-year.new-office.papers.ts';
import { both } from './golden-year.scheme.ts';

/** The second office is divided otherwise in the end, and is then closed. */
export async function newOfficeIsDivided(deed: Deed): Promise<void> {
  const does = <Body extends object>(name: string, command: CommandClass<Body>, body: Body, asker: Asker = askerAs('secretariat')): Promise<void> =>
    deed(name, asker, command, municipalityStream(office), body);
  await departmentsAndSections(does);
  await posts(does);
  await does('merge sections', municipality.MergeSections, { sections: ['nursery'], into: 'childcare', fromYear: 2026 });
  await does('close a post', municipality.ClosePost, { id: 'nursery-chief' });
  await does('abolish a section', municipality.AbolishSection, { section: 'youth', fromYear: 2026, postsTo: 'childcare' });
  await does('abolish a department', municipality.AbolishDepartment, { department: 'welfare', fromYear: 2026, sectionsTo: 'planning' });
  await does('merge departments', municipality.MergeDepartments, { departments: ['planning'], into: 'industry', fromYear: 2026 });
  await does('set the words', municipality.SetWords, { residents: both('町民', 'townspeople'), mayor: both('町長', 'mayor') });
  await does('set the calendar', municipality.SetCalendar, {
    closed: [{ date: '2026-10-01', name: both('開庁記念日', 'Anniversary of the office') }],
    opened: [{ date: '2027-03-28', name: both('休日窓口', 'Counters open on a Sunday') }],
  });
  await does('close the municipality', municipality.CloseMunicipality, {}, operatorAsker(office));
  await accountsAreKept(deed);
}

/** At the first office: nothing is recorded any more at one that is closed. */
async function accountsAreKept(deed: Deed): Promise<void> {
  const firstOffice = 'mihon';
  const of = (did: RecordAccountDeed['deed']): Promise<void> =>
    deed(`${did} an account`, operatorAsker(firstOffice), municipality.RecordAccountDeed, municipalityStream(firstOffice), {
      deed: did, people: [deriveUuid(origin, 'newcomer of the first office')],
    });
  await of('issue');
  await of('reset');
  await of('link');
  await of('forget');
}

type Does = <Body extends object>(name: string, command: CommandClass<Body>, body: Body) => Promise<void>;

async function departmentsAndSections(does: Does): Promise<void> {
  const founded = { department: 'welfare', fromYear: 2026 };
  await does('found a department', municipality.FoundDepartment, { id: 'planning', name: both('企画部', 'Planning Department'), fromYear: 2026 });
  await does('found a second department', municipality.FoundDepartment, { id: 'welfare', name: both('福祉部', 'Welfare Department'), fromYear: 2026 });
  await does('rename a department', municipality.RenameDepartment, {
    department: 'planning', name: both('政策企画部', 'Policy and Planning Department'), fromYear: 2026,
  });
  await does('found a section', municipality.FoundSection, { ...founded, id: 'childcare', name: both('子育て支援課', 'Childcare Support Section') });
  await does('found a second section', municipality.FoundSection, { ...founded, id: 'nursery', name: both('保育課', 'Nursery Section') });
  await does('found a third section', municipality.FoundSection, { ...founded, id: 'youth', name: both('青少年課', 'Youth Section') });
  await does('rename a section', municipality.RenameSection, {
    section: 'childcare', name: both('子ども家庭課', 'Children and Families Section'), fromYear: 2026,
  });
  await does('move a section', municipality.MoveSection, { section: 'nursery', department: 'planning', fromYear: 2026 });
}

async function posts(does: Does): Promise<void> {
  await does('create a post', municipality.CreatePost, {
    created: { id: 'youth-clerk', section: 'youth', title: both('青少年課 主事', 'Youth, clerk'), role: 'staff' },
  });
  await does('create a post with a rank', municipality.CreatePost, {
    created: { id: 'nursery-chief', section: 'nursery', title: both('保育課 係長', 'Nursery, chief'), role: 'approver', rank: 'chief' },
  });
  await does('appoint', municipality.Appoint, {
    appointment: { id: 'nursery-chief-1', post: 'nursery-chief', person: personIn('admin'), from: '2026-04-01', to: '2027-03-31' },
  });
  await does('end an appointment', municipality.EndAppointment, { appointment: 'nursery-chief-1', to: '2026-04-05' });
}
