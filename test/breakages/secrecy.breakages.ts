import type { Breakage } from './breakage.ts';

const evaluation = 'libs/evaluation';
const reads = `${evaluation}/reads`;
const toMember = `${evaluation}/domain/seeing/told-to-member.ts`;
const toOffice = `${evaluation}/domain/seeing/told-to-office.ts`;
const opinions = { spec: `${evaluation}/secrecy.spec.ts` };
const frozen = { spec: `${evaluation}/handed-over.spec.ts` };

const opinionBreakages: readonly Breakage[] = [
  {
    ...opinions, name: 'secrecy: an opinion told before one has said one\'s own', file: toMember, test: 'an opinion',
    find: 'return isIn(own, work) && work.opinions[author]', replace: 'return work.opinions[author]',
  },
  {
    ...opinions, name: 'secrecy: an opinion told to who took his own back', file: toMember, test: 'an opinion',
    find: ' && !opinions[member].isWithdrawn', replace: '',
  },
  {
    ...opinions, name: 'secrecy: an opinion told to for whom one was only entered', file: toMember, test: 'an opinion',
    find: 'opinions[member]?.isConfirmed === true && ', replace: 'opinions[member] !== undefined && ',
  },
  {
    ...opinions, name: 'secrecy: an opinion that was taken back told to others', file: toMember, test: 'an opinion',
    find: ' && work.opinions[author]?.isWithdrawn === false', replace: ' && author !== undefined',
  },
  {
    ...opinions, name: 'secrecy: an opinion told to who keeps out of the sheet', file: `${evaluation}/access.ts`, test: 'an opinion',
    find: 'const members = { member: onTheCommitteeUnrecused, chair: onTheCommitteeUnrecused };', replace: 'const members = { member: onTheCommittee, chair: onTheCommittee };',
  },
  {
    ...opinions, name: 'secrecy: an opinion told to the office', file: toOffice, test: 'an opinion',
    find: "opinion?.seenBy?.office === 'concluded' && isCounted", replace: "opinion?.seenBy?.office !== 'never' && isCounted",
  },
  {
    ...opinions, name: 'secrecy: an opinion told to the office before the conclusion', file: toOffice, test: 'an opinion',
    find: "return result?.by === 'committee' && result.opinions.includes(member) && opinion !== undefined && revision >= opinion.revision;",
    replace: 'return result?.by !== null && opinion !== undefined && revision >= opinion.revision;',
  },
  {
    name: 'secrecy: an opinion in the stream of changes', file: `${evaluation}/http/changes.controller.ts`, spec: `${evaluation}/http/changes.spec.ts`,
    find: "if ((await this.sight.of(asker, sheetDecider, stream, place))(event.stored) === undefined) return nothing;",
    replace: "if (!this.access.sees(event.stored.header.type, asker, place)) return nothing;", test: 'to a committee',
  },
  {
    ...opinions, name: 'secrecy: an opinion in the history', file: `${reads}/sheet.ts`, test: 'an opinion',
    find: 'const told = await answering.events(sheetDecider, sheetStream(answering.asker.municipality, id), visible.place);',
    replace: "const told = await answering.events({ ...sheetDecider, category: 'no eye for it' }, sheetStream(answering.asker.municipality, id), visible.place);",
  },
  {
    ...opinions, name: 'secrecy: an opinion on the sheet', file: `${reads}/one-sheet/visible-sheet.ts`, test: 'an opinion',
    find: 'may(place) ? await seen(sheetDecider, stream, place) : undefined', replace: "may(place) && typeof seen === 'function' ? state : undefined",
  },
  {
    ...frozen, name: 'secrecy: an opinion in the ETag of a list', file: `${reads}/outline.ts`, test: 'the list for the office',
    find: "'MemberRecused', 'ConclusionDrafted',", replace: "'MemberRecused', 'OpinionGiven', 'ConclusionDrafted',",
  },
  {
    ...opinions, name: 'secrecy: an opinion in the duties of others', file: `${reads}/duties/list-duties.ts`, spec: `${reads}/duties/deliberation.spec.ts`,
    find: "duties.filter(({ by }) => !('member' in by) || by.member === asker.appointment)", replace: "duties.filter(({ by }) => !('member' in by) || asker.role !== 'staff')",
  },
];

const committeeBreakages: readonly Breakage[] = [
  {
    ...opinions, name: 'secrecy: what a sub-group proposes told to the office', file: toOffice, test: 'what a committee does',
    find: 'return !toBeConfirmed || result?.revision === revision;', replace: 'return !toBeConfirmed || result?.revision !== revision;',
  },
  {
    ...opinions, name: 'secrecy: an answer told before its line has approved it', file: toMember, test: 'what a committee does',
    find: 'answer?.isTold === true && answer.revision === revision', replace: 'answer?.revision === revision',
  },
  {
    ...opinions, name: 'secrecy: an answer that was sent back told with the one that was approved', file: toMember, test: 'what a committee does',
    find: 'answer?.isTold === true && answer.revision === revision', replace: 'answer?.isTold === true',
  },
  {
    ...opinions, name: 'secrecy: what one committee does told to another', file: toMember, test: 'what a committee does',
    find: 'handOver.committee === committee);', replace: 'handOver.committee !== undefined || committee);',
  },
  {
    ...opinions, name: 'secrecy: who has always to do with the section told to it', file: toOffice, test: 'what a committee does',
    find: "return { ...event, recused: [] };", replace: 'return event;',
  },
];

const frozenBreakages: readonly Breakage[] = [
  {
    ...frozen, name: 'secrecy: what was written before or after the hand-over told to the committee', file: toMember,
    find: 'work.handOver.fields[address]?.revision === revision && isShown', replace: 'isShown',
  },
  {
    ...frozen, name: 'secrecy: later text in the text filter', file: `${reads}/sheets/matching.ts`,
    find: 'rows.filter(({ told }) => told === undefined).map(', replace: 'rows.map(',
  },
  {
    ...frozen, name: 'secrecy: where a sheet stands now in a member\'s list', file: `${reads}/sheets/told-rows.ts`,
    find: "if (viewerFor(answering.asker.role) !== 'members') return visible;", replace: "if (viewerFor(answering.asker.role) !== 'records') return visible;",
  },
  {
    ...frozen, name: 'secrecy: why a sheet was reopened told to the committee', file: toMember,
    find: "handOver.stage === event.to) ? { ...event, reason: '' }", replace: 'handOver.stage === event.to) ? event',
  },
  {
    ...frozen, name: 'secrecy: last year\'s sheet of which the committee was told nothing', file: `${reads}/one-sheet/last-year.ts`,
    find: "if (sheet.phase !== 'final') return undefined;", replace: "if (sheet.phase === 'absent') return undefined;",
  },
  {
    ...opinions, name: 'secrecy: what the committee keeps of its conclusion beside next year\'s sheet', file: `${reads}/one-sheet/last-year.ts`,
    find: "seenResult(contents, work, scheme, 'office')", replace: "seenResult(contents, work, scheme, 'records')", test: 'what a committee does',
  },
  {
    ...frozen, name: 'secrecy: the memo of the secretariat told to a committee', file: `${evaluation}/domain/content/visibility.ts`,
    find: "field.seenBy?.office === 'never' ? 'never' : 'handed-over'", replace: "field.id === '' ? 'never' : 'handed-over'",
  },
];

/** Who sees what of the second evaluation, broken way by way. */
export const secrecyBreakages: readonly Breakage[] = [...opinionBreakages, ...committeeBreakages, ...frozenBreakages];
