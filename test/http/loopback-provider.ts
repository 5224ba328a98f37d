import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { createMemoryAdapter } from 'oidc-provider/lib/adapters/memory_adapter.js';

/** What a provider says of somebody. */
export interface Claims {
  readonly email?: string;
  readonly email_verified?: boolean;
}

interface GrantContext {
  readonly oidc: { readonly provider: Provider; readonly client: { readonly clientId: string }; readonly session: { readonly accountId: string } };
}

/** A real OpenID Connect provider on this machine, at which somebody is always at the keyboard and agrees to everything. */
export class LoopbackProvider {
  /** Who is at the keyboard. */
  subject = '';
  readonly people = new Map<string, Claims>();
  readonly asked: URL[] = [];
  readonly client = { issuer: '', clientId: 'meguri-mihon', clientSecret: 'geheimnis-der-anwendung' };
  readonly #server: Server;

  constructor(private readonly redirectUris: readonly string[]) {
    this.#server = createServer();
  }

  async open(): Promise<this> {
    await new Promise<void>((done) => { this.#server.listen(0, '127.0.0.1', done); });
    this.client.issuer = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    const provider = new Provider(this.client.issuer, this.#configuration());
    const answer = provider.callback();
    this.#server.on('request', (request, response) => {
      const url = new URL(request.url ?? '/', this.client.issuer);
      this.asked.push(url);
      void (url.pathname.startsWith('/interaction/')
        ? provider.interactionFinished(request, response, { login: { accountId: this.subject } }) : answer(request, response));
    });
    return this;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => { this.#server.close(done); });
  }

  /** Goes through its pages as a browser does that has never been there, until it is sent somewhere else. */
  async follow(start: string): Promise<string> {
    const cookies = new Map<string, string>();
    let next = start;
    for (let hop = 0; hop < 10 && next.startsWith(this.client.issuer); hop++) {
      const answer = await fetch(next, {
        redirect: 'manual', headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      });
      for (const cookie of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        cookies.set(name, value);
      }
      const location = answer.headers.get('location');
      if (location === null) throw new Error(`the provider answered ${answer.status}: ${await answer.text()}`);
      next = new URL(location, next).href;
    }
    return next;
  }

  #configuration(): object {
    return {
      clients: [{
        client_id: this.client.clientId, client_secret: 'geheimnis-der-anwendung', redirect_uris: this.redirectUris,
        token_endpoint_auth_method: 'client_secret_post', grant_types: ['authorization_code'], response_types: ['code'],
      }],
      // What it would do without, it says aloud in every run.
      adapter: createMemoryAdapter(),
      jwks: { keys: [generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey.export({ format: 'jwk' })] },
      ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
      cookies: { keys: ['of a spec'] },
      pkce: { required: () => true },
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
      findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => ({ sub, ...this.people.get(sub) }) }),
      async loadExistingGrant({ oidc: { provider, client, session } }: GrantContext) {
        const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
        grant.addOIDCScope('openid email');
        await grant.save();
        return grant;
      },
    };
  }
}
