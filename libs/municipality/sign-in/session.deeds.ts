import { deedOf } from '../people/beside-the-log.ts';

/** Ends the session by which it is asked; a token has none and stays. */
export const SignOut = deedOf({
  name: 'municipality.sign-out',
  do(_: object, { credential }, { records }) {
    if ('session' in credential) records.sessions.end(credential.session);
    return undefined;
  },
});

/** Ends every other session of the person. */
export const ChangePassword = deedOf({
  name: 'municipality.change-password',
  async do({ current, next }: { readonly current: string; readonly next: string }, { asker, credential }, { records, signIn }) {
    const { municipality, actor } = asker;
    const refused = await signIn.changePassword(municipality, actor, { current, next });
    if (refused !== undefined) return refused;
    const session = 'session' in credential ? credential.session : undefined;
    records.atOnce(() => {
      records.sessions.endOf(municipality, actor, session);
      if (session !== undefined) records.sessions.free(session);
    });
    return undefined;
  },
});
