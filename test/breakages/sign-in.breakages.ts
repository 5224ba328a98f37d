import type { Breakage } from './breakage.ts';

const signIn = { spec: 'test/http/sign-in.spec.ts' };
const ownPages = { spec: 'test/http/own-pages.spec.ts' };
const provider = { spec: 'test/http/openid-connect.spec.ts' };
const atProvider = { file: 'libs/municipality/sign-in/identity-provider.ts', spec: 'libs/municipality/sign-in/identity-provider.spec.ts' };
const elsewhere = { file: 'libs/municipality/sign-in/sign-ins-elsewhere.ts', spec: 'libs/municipality/sign-in/sign-ins-elsewhere.spec.ts' };
const people = { spec: 'test/http/people.spec.ts' };

export const signInBreakages: readonly Breakage[] = [
  {
    ...signIn, name: 'sign-in: an account that is never locked', file: 'libs/municipality/sign-in/accounts.ts', test: 'an account is (not )?locked',
    find: 'const failuresAtMost = 10;', replace: 'const failuresAtMost = 10_000;',
  },
  {
    ...signIn, name: 'sign-in: failures that stay counted after a success', file: 'libs/municipality/sign-in/sign-in.ts', test: 'an account is (not )?locked',
    find: '    accounts.succeed(municipality, login);\n', replace: '',
  },
  {
    ...signIn, name: 'sign-in: a locked account opened by a guess that was under way', file: 'libs/municipality/sign-in/sign-in.ts', test: 'an account is (not )?locked',
    find: ' || after.lockedUntil !== undefined', replace: '',
  },
  {
    ...signIn, name: 'sign-in: no limit by address', file: 'libs/municipality/sign-in/sign-in.ts', test: 'an address is not let try',
    find: 'const attemptsByAddress = 100;', replace: 'const attemptsByAddress = 10_000;',
  },
  {
    ...signIn, name: 'sign-in: a session that takes a first password for the person\'s own', file: 'libs/platform/http/desk.ts', test: 'first password',
    find: 'if (signedIn.mustChangePassword && !isForAnyPassword)', replace: 'if (signedIn.mustChangePassword && isForAnyPassword)',
  },
  {
    ...signIn, name: 'sign-in: a session of one office in another', file: 'libs/municipality/sign-in/sessions.ts', test: 'a session',
    find: 'WHERE digest = ? AND municipality = ? AND began_at', replace: 'WHERE digest = ? AND municipality <> ? AND began_at',
  },
  {
    ...signIn, name: 'sign-in: a session without an end', file: 'libs/municipality/sign-in/sessions.ts', test: 'a session',
    find: 'const longestMs = 12 * msPerHour;', replace: 'const longestMs = 1_000 * msPerHour;',
  },
  {
    ...signIn, name: 'sign-in: other sessions left open by a new password', file: 'libs/municipality/sign-in/session.deeds.ts', test: 'a session',
    find: '      records.sessions.endOf(municipality, actor, session);\n', replace: '',
  },
  {
    ...signIn, name: 'sign-in: a closed office that lets people in', file: 'libs/municipality/people/known-people.ts', test: 'whoever cannot',
    find: " || office.phase === 'closed'", replace: '',
  },
  {
    ...signIn, name: 'sign-in: a post held on any day', file: 'libs/municipality/people/known-people.ts', test: 'more than one post',
    find: 'heldOn(office, person, this.#today(municipality))', replace: 'office.appointments.filter((one) => one.person === person)',
  },
  {
    ...ownPages, name: 'sign-in: a foreign page that changes something', file: 'libs/platform/http/desk.ts',
    find: '!safeMethods.has(method) && !this.site.isAskedByOwnPage(headers)', replace: '!safeMethods.has(method) && headers.host === undefined',
  },
  {
    ...ownPages, name: 'sign-in: a cookie that goes over http too', file: 'libs/platform/http/site.ts',
    find: "${this.#isSecure ? '; Secure' : ''}", replace: '',
  },
  {
    ...provider, name: 'sign-in: an address believed that nobody has verified', file: 'libs/municipality/sign-in/identity-provider.ts',
    find: ' && isVerified === true', replace: '',
  },
  {
    ...provider, name: 'sign-in: an address that two have', file: 'libs/municipality/sign-in/sign-in-by-provider.ts',
    find: 'return others.length === 0 ? person : undefined;', replace: 'return others.length < 9 ? person : undefined;',
  },
  {
    ...elsewhere, name: 'sign-in: one that may be under way at the provider for ever',
    find: 'AND municipality = ? AND until > ?', replace: "AND municipality = ? AND ? > ''",
  },
  {
    ...atProvider, name: 'sign-in: one that was begun by another browser',
    find: 'expectedState: state,', replace: "expectedState: cameBackTo.searchParams.get('state') ?? state,",
  },
  {
    ...atProvider, name: 'sign-in: a state that anybody knows',
    find: 'state: randomState(), nonce', replace: "state: 'state', nonce",
  },
  {
    ...atProvider, name: 'sign-in: a nonce that anybody knows',
    find: 'nonce: randomNonce(),', replace: "nonce: 'nonce',",
  },
  {
    ...elsewhere, name: 'sign-in: what came back taken twice',
    find: '`DELETE FROM sign_ins_elsewhere WHERE digest = ? AND municipality = ? AND until > ?\n        RETURNING state, nonce, verifier`',
    replace: "'SELECT state, nonce, verifier FROM sign_ins_elsewhere WHERE digest = ? AND municipality = ? AND until > ?'",
  },
  {
    ...people, name: 'people: somebody forgotten who is still named', file: 'libs/municipality/people/people.ts',
    find: '    this.#statements.forgetName.run(municipality, person);\n', replace: '',
  },
  {
    ...people, name: 'people: a token withdrawn by somebody else', file: 'libs/municipality/people/tokens.ts',
    find: 'WHERE municipality = ? AND person = ? AND ${id} = ?', replace: 'WHERE municipality = ? AND ? <> \'\' AND ${id} = ?',
  },
  {
    ...people, name: 'people: somebody forgotten whose sessions go on', file: 'libs/municipality/people/people-records.ts',
    find: '      this.sessions.endOf(municipality, person);\n', replace: '',
  },
  {
    ...people, name: 'people: somebody forgotten who holds a post', file: 'libs/municipality/people/people.deeds.ts',
    find: 'if (await whoAsks.isInOffice(municipality, person))', replace: 'if (person === municipality)',
  },
  {
    ...people, name: 'people: a name given again to somebody forgotten', file: 'libs/municipality/people/people.ts',
    find: 'INSERT OR REPLACE INTO people SELECT @municipality, @person, @name ${unlessForgotten}',
    replace: 'INSERT OR REPLACE INTO people SELECT @municipality, @person, @name',
  },
];
