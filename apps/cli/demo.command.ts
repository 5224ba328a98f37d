import { defineCommand } from 'citty';
import { People } from '../../libs/municipality/people.ts';
import type { Engines } from '../api/engines.ts';
import { found } from './demonstration/demonstration.ts';
import { municipality, office, personOf, posts } from './demonstration/office.ts';
import { CannotDo, orOneLine } from './one-line.ts';
import { serveUntilStopped } from './serve.command.ts';

const tokenLabel = 'demonstration';

export const demoCommand = defineCommand({
  meta: { name: 'demo', description: 'found みほん市（架空） when it is not there, and serve' },
  run: () => orOneLine(() => serveUntilStopped(prepare)),
});

async function prepare({ installation }: Engines): Promise<(url: string) => void> {
  const host = process.env['HOST'] ?? '127.0.0.1';
  // Its tokens are printed for whoever looks on, so nobody else may be able to use them.
  if (!['127.0.0.1', '::1', 'localhost'].includes(host)) throw new CannotDo(`HOST: a demonstration is served on loopback only, not on ${host}`);
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
