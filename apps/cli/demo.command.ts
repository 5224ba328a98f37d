import { committeeDecider } from '../../libs/committee/domain/committee.ts';
import { rosterOn } from '../../libs/committee/domain/roster.ts';
import { dayInJapan } from '../../libs/kernel/day.ts';
import { municipalityDecider, municipalityStream } from '../../libs/municipality/domain/municipality.ts';
import { holdersOn } from '../../libs/municipality/domain/office.ts';
import { Tokens } from '../../libs/municipality/people/tokens.ts';
import type { Installation } from '../../libs/platform/installation.ts';
import type { Settings } from '../../libs/platform/settings.ts';
import type { Engines } from '../api/engines.ts';
import { members } from './demonstration/content/members.ts';
import { found } from './demonstration/demonstration.ts';
import { municipality, ofCommittee, office, personOf } from './demonstration/office.ts';
import { CannotDo } from './one-line.ts';
import { operatorCommand } from './operator-command.ts';
import { serveAsProcess } from './serve.command.ts';

const tokenLabel = 'demonstration';

export const demoCommand = operatorCommand({
  name: 'demo',
  description: 'found みほん市（架空） when it is not there, and serve',
  args: {},
  run: async (settings) => {
    refuseOnlookers(settings);
    await serveAsProcess(settings, prepare);
  },
});

/** Its tokens are printed for whoever looks on, so nobody else may be able to use them. */
export function refuseOnlookers({ HOST }: Settings): void {
  if (['127.0.0.1', '::1', 'localhost'].includes(HOST)) return;
  throw new CannotDo(`HOST: a demonstration is served on loopback only, not on ${HOST}`);
}

/** Founds what is not there and gives everybody in office a new token; then says what to say once it is served. */
export async function prepare({ installation }: Engines): Promise<(url: string) => void> {
  await found(installation);
  const tokens = new Tokens(installation.privateStore);
  tokens.dropLabelled(municipality, tokenLabel);
  const accounts = [...await inOffice(installation), ...await onTheCommittee(installation)].map(({ person, titles }) =>
    ({ titles, token: tokens.add(municipality, person, tokenLabel) }));
  return (url) => {
    console.log([
      '', `Meguri（巡り）  ${url}/`, `API の説明      ${url}/api/docs`, '',
      `${office.name.ja} の利用者とトークン（起動のたびに変わります）`,
      ...accounts.map(({ titles, token }) => `  ${token}  ${titles.join('、')}`), '',
    ].join('\n'));
  };
}

interface Account {
  readonly person: string;
  readonly titles: readonly string[];
}

/** Everybody who holds a post today, with the titles of all that he holds 兼務. */
async function inOffice({ states, clocks }: Installation): Promise<readonly Account[]> {
  const { state } = await states.fold(municipalityDecider, municipalityStream(municipality));
  if (state.phase === 'absent') return [];
  const today = dayInJapan(clocks.now(municipality));
  const held = state.posts.flatMap(({ id, title }) => holdersOn(state, id, today).map(({ person }) => ({ person, title: title.ja })));
  return [...Map.groupBy(held, ({ person }) => person)].map(([person, posts]) => ({ person, titles: posts.map(({ title }) => title) }));
}

/** The members of the committee today. */
async function onTheCommittee({ states, clocks }: Installation): Promise<readonly Account[]> {
  const { state } = await states.fold(committeeDecider, ofCommittee);
  if (state.phase === 'absent') return [];
  const { chair, deputy, name } = state;
  const broughtBy = new Map(Object.entries(members).map(([member, { as }]) => [personOf(member), as]));
  const seat = (id: string) => (id === chair ? '委員長' : id === deputy ? '委員（職務代理）' : '委員');
  return rosterOn(state, dayInJapan(clocks.now(municipality))).map(({ id, person }) =>
    ({ person, titles: [`${name.ja} ${seat(id)} ${broughtBy.get(person) ?? ''}`.trim()] }));
}
