import { People } from '../../libs/municipality/people.ts';
import type { Settings } from '../../libs/platform/settings.ts';
import type { Engines } from '../api/engines.ts';
import { found } from './demonstration/demonstration.ts';
import { municipality, office, personOf, posts } from './demonstration/office.ts';
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

/** Founds what is not there and gives everybody a new token; then says what to say once it is served. */
export async function prepare({ installation }: Engines): Promise<(url: string) => void> {
  await found(installation);
  const people = new People(installation.privateStore);
  people.dropTokens(municipality, tokenLabel);
  const accounts = posts.map(({ id, title }) => ({ title: title.ja, token: people.addToken(municipality, personOf(id), tokenLabel) }));
  return (url) => {
    console.log([
      '', `Meguri（巡り）  ${url}/`, `API の説明      ${url}/api/docs`, '',
      `${office.name.ja} の利用者とトークン（起動のたびに変わります）`,
      ...accounts.map(({ title, token }) => `  ${token}  ${title}`), '',
    ].join('\n'));
  };
}
