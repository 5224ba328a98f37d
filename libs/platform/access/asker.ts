/** What somebody may be. `system` is a to-do loop, `operator` the command line; neither signs in. */
export type Role =
  | 'staff' | 'approver' | 'secretariat' | 'member' | 'chair' | 'auditor' | 'admin' | 'public' | 'operator' | 'system';

/** Who asks: one person under one appointment or one membership, or the program itself. */
export interface Asker {
  readonly municipality: string;
  /** A person's id, or the word that stands for the program in the log. Never a name. */
  readonly actor: string;
  readonly role: Role;
  readonly appointment?: string;
  readonly post?: string;
  readonly section?: string;
  /** Sections that ended in his: what was theirs is his section's. */
  readonly predecessors?: readonly string[];
  readonly department?: string;
  /** The committee of which he is a member; his appointment is then his membership. */
  readonly committee?: string;
  /** All that he ever had in that committee, the one under which he acts among them: who keeps out of something keeps out when appointed again. */
  readonly memberships?: readonly string[];
}

/** The sections whose things are the asker's section's: itself, and those that ended in it. */
export function ownSections({ section, predecessors = [] }: Asker): readonly string[] {
  return section === undefined ? [] : [section, ...predecessors];
}

/** Under what a member of a committee was ever known to it. */
export function ownMemberships({ committee, appointment, memberships }: Asker): readonly string[] {
  return memberships ?? (committee === undefined || appointment === undefined ? [] : [appointment]);
}

/** By what somebody shows who he is: a token that stands for him, or a session that he began by signing in. */
export type Credential = { readonly token: string } | { readonly session: string };

/** Somebody who has shown who he is. */
export interface SignedIn {
  readonly asker: Asker;
  /** He knows only the password that was printed for him, and does nothing before he has chosen his own. */
  readonly mustChangePassword: boolean;
}

/** Whose a credential is, and under which appointment he acts. Answered by a room that knows people. */
export abstract class WhoAsks {
  /** Undefined when the credential is nobody's in this municipality, or he does not hold the appointment today. */
  abstract identify(municipality: string, credential: Credential, appointment?: string): Promise<SignedIn | undefined>;

  /** Whether he would be let in today. An office that is closed is nobody's place of work any more. */
  abstract worksHere(municipality: string, person: string): Promise<boolean>;

  /** Whether he is somebody here, or is to be. */
  abstract isInOffice(municipality: string, person: string): Promise<boolean>;
}

/** Names live outside the log; whoever shows an event asks for them here. */
export abstract class PersonNames {
  /** A person who was forgotten, or is not of this municipality, has no name. */
  abstract nameOf(municipality: string, person: string): string | undefined;
}

/** A to-do loop acting in a municipality. */
export function systemAsker(municipality: string, loop: string): Asker {
  return { municipality, actor: `system:${loop}`, role: 'system' };
}

export function operatorAsker(municipality: string): Asker {
  return { municipality, actor: 'operator', role: 'operator' };
}

/** Whoever reads what is public, and has shown nobody who he is. */
export function publicAsker(municipality: string): Asker {
  return { municipality, actor: 'public', role: 'public' };
}
