import {
  allowInsecureRequests, authorizationCodeGrant, buildAuthorizationUrl, calculatePKCECodeChallenge, ClientSecretPost, discovery, fetchUserInfo,
  randomNonce, randomPKCECodeVerifier, randomState, type Configuration,
} from 'openid-client';
import type { IdentityProviderSettings } from '../../platform/settings.ts';
import type { Identity } from './identities.ts';
import type { SignInElsewhere } from './sign-ins-elsewhere.ts';

const patienceInSeconds = 10;

/** Somebody whom the provider has vouched for. */
export interface Vouched extends Identity {
  /** Only when the provider has made sure that it is his. */
  readonly verifiedMail?: string;
}

/** The OpenID Connect provider of an installation: code flow with PKCE, state and nonce. */
export class IdentityProvider {
  #discovered: Promise<Configuration> | undefined;

  constructor(private readonly settings: IdentityProviderSettings) {}

  /** Where to send a browser, and what it must bring back. */
  async begin(redirectUri: string): Promise<{ readonly url: string; readonly elsewhere: SignInElsewhere }> {
    const elsewhere = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const url = buildAuthorizationUrl(await this.#configuration(), {
      redirect_uri: redirectUri,
      scope: 'openid email',
      state: elsewhere.state,
      nonce: elsewhere.nonce,
      code_challenge: await calculatePKCECodeChallenge(elsewhere.verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, elsewhere };
  }

  /** Throws when what came back is not what was begun. */
  async finish(cameBackTo: URL, { state, nonce, verifier }: SignInElsewhere): Promise<Vouched> {
    const configuration = await this.#configuration();
    const answer = await authorizationCodeGrant(configuration, cameBackTo, {
      expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true,
    });
    const claims = answer.claims();
    if (claims === undefined) throw new Error('the provider gave no ID token');
    // Providers may tell the address only when asked for it apart.
    const told = claims['email'] === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined
      ? await fetchUserInfo(configuration, answer.access_token, claims.sub) : claims;
    const { email, email_verified: isVerified } = told;
    return {
      issuer: claims.iss, subject: claims.sub,
      ...(typeof email === 'string' && email !== '' && isVerified === true && { verifiedMail: email }),
    };
  }

  /** Asked for once; when it fails, the next asks again. */
  async #configuration(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    const url = new URL(issuer);
    this.#discovered ??= discovery(url, clientId, undefined, ClientSecretPost(clientSecret), {
      timeout: patienceInSeconds,
      // Settings let http pass only for a provider on this machine.
      execute: url.protocol === 'http:' ? [allowInsecureRequests] : [],
    });
    try {
      return await this.#discovered;
    } catch (fault) {
      this.#discovered = undefined;
      throw fault;
    }
  }
}
