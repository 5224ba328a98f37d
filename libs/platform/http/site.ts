import type { IncomingHttpHeaders } from 'node:http';

/** What a browser keeps for us: the session, and for some minutes where a sign-in elsewhere was begun. */
export type CookieName = 'session' | 'sign-in';

const names: Readonly<Record<CookieName, string>> = { 'session': 'meguri', 'sign-in': 'meguri-sign-in' };

/** Where browsers reach this installation, and what follows from it for cookies and for what pages may ask. */
export class Site {
  /** Undefined when nobody has said by which address it is reached. */
  readonly origin: string | undefined;

  constructor(publicUrl: string | undefined) {
    this.origin = publicUrl === undefined ? undefined : new URL(publicUrl).origin;
  }

  /** The full address of a path here, for who is to come back from elsewhere. */
  addressOf(path: string): string {
    if (this.origin === undefined) throw new Error('nobody has said by which address this installation is reached');
    return `${this.origin}${path}`;
  }

  /** The value of a cookie, when it is of the kind that we give. */
  read(cookie: CookieName, { cookie: sent = '' }: IncomingHttpHeaders): string | undefined {
    const start = `${this.#nameOf(cookie)}=`;
    const value = sent.split(';').map((pair) => pair.trim()).find((pair) => pair.startsWith(start))?.slice(start.length);
    return value !== undefined && /^[\w-]{1,100}$/.test(value) ? value : undefined;
  }

  /** A cookie as `Set-Cookie` says it; without seconds it goes when the browser is closed, with 0 at once. */
  write(cookie: CookieName, value: string, seconds?: number): string {
    const age = seconds === undefined ? '' : `; Max-Age=${seconds}`;
    return `${this.#nameOf(cookie)}=${value}; Path=/; HttpOnly; SameSite=Lax${age}${this.#isSecure ? '; Secure' : ''}`;
  }

  /** Whether a page of ours asks. Browsers of today say so by themselves, older ones only from where the page came. */
  isAskedByOwnPage({ 'sec-fetch-site': site, origin, host }: IncomingHttpHeaders): boolean {
    if (site !== undefined) return site === 'same-origin';
    if (origin === undefined || !URL.canParse(origin)) return false;
    return this.origin === undefined ? new URL(origin).host === host : origin === this.origin;
  }

  /** Whether a page asks that is not ours; a program that is no browser says nothing of pages. */
  isAskedByForeignPage(headers: IncomingHttpHeaders): boolean {
    return (headers['sec-fetch-site'] ?? headers.origin) !== undefined && !this.isAskedByOwnPage(headers);
  }

  get #isSecure(): boolean {
    return this.origin?.startsWith('https:') ?? false;
  }

  // Browsers take a name with this prefix only over https and for this very host.
  #nameOf(cookie: CookieName): string {
    return `${this.#isSecure ? '__Host-' : ''}${names[cookie]}`;
  }
}
