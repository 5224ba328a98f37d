import { municipality, type FoundedOffice, type Member } from './founded-office.ts';
import type { Answer, Asked } from './http-asking.ts';

/** Asks, and notes the answer beside those of the route. */
export type Tell = (route: string, asked: Asked) => Promise<Answer>;

interface Deed {
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly names?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly query?: string;
}

/** What is done on purpose, by the routes as OpenAPI names them; those of an office without its name. */
export class Deeds {
  constructor(readonly office: FoundedOffice, private readonly tell: Tell) {}

  /** The revision at which it was left; somebody else may have come first. */
  async do(route: string, deed: Deed): Promise<number> {
    return (await this.told<{ readonly revision?: number } | undefined>(route, deed))?.revision ?? 0;
  }

  /** What was answered. */
  async told<Told>(route: string, deed: Deed): Promise<Told> {
    const { status, text } = await this.ask(route, deed);
    if (status >= 400) throw new NotDone(`${route}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as Told;
  }

  /** As soon as it is there: what a to-do loop makes comes some time after it was asked for. */
  async soon(route: string, deed: Deed, isThere: (answer: Answer) => boolean = ({ status }) => status < 400): Promise<void> {
    for (let attempt = 0; attempt < 50; attempt++) {
      if (isThere(await this.ask(route, deed))) return;
      await new Promise((resolve) => { setTimeout(resolve, 100); });
    }
    throw new NotDone(`waited in vain for ${route}`);
  }

  ask(route: string, { token, headers, names = {}, body, query = '' }: Deed): Promise<Answer> {
    const [method = '', path = ''] = route.split(' ');
    const whole = path.startsWith('/public/') ? path : `/api/{municipality}${path}`;
    const filled = whole.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent({ municipality, ...names }[name] ?? ''));
    return this.tell(`${method} ${whole}`, {
      method, path: filled + query,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }), ...(body && { 'content-type': 'application/json' }), ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  }

  /** The token of whoever holds a post. */
  at(post: string): string {
    return (this.office.members.find((member) => member.post === post) as Member).token;
  }
}

/** Somebody else came first, or the sheet has moved on; another sheet will do. */
export class NotDone extends Error {}
