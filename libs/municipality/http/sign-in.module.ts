import { Module } from '@nestjs/common';
import { Runner } from '../../platform/commands/runner.ts';
import { Installation } from '../../platform/installation.ts';
import { AccountLog } from '../people/account-log.ts';
import { handlesBesideLog } from '../people/beside-the-log.ts';
import { KnownPeople } from '../people/known-people.ts';
import { ForgetPerson, ListPeople, NamePeople } from '../people/people.deeds.ts';
import { PeopleRecords } from '../people/people-records.ts';
import { IssueToken, ListTokens, WithdrawToken } from '../people/tokens.deeds.ts';
import { IssueAccounts, LinkIdentity, ResetAccount } from '../sign-in/accounts.deeds.ts';
import { IdentityProvider } from '../sign-in/identity-provider.ts';
import { ChangePassword, SignOut } from '../sign-in/session.deeds.ts';
import { SignInByProvider } from '../sign-in/sign-in-by-provider.ts';
import { SignIn } from '../sign-in/sign-in.ts';
import { PeopleController } from './people.controller.ts';
import { SignInController } from './sign-in.controller.ts';

/** People beside the log: their names and accounts, and how they sign in. */
@Module({
  controllers: [SignInController, PeopleController],
  providers: [
    {
      provide: SignIn,
      useFactory: (records: PeopleRecords, known: KnownPeople, { clock }: Installation) => new SignIn(records, known, clock),
      inject: [PeopleRecords, KnownPeople, Installation],
    },
    {
      provide: SignInByProvider,
      useFactory: (records: PeopleRecords, known: KnownPeople, signIn: SignIn, { identityProvider, log }: Installation) =>
        new SignInByProvider({ records, known, signIn, log, provider: identityProvider && new IdentityProvider(identityProvider) }),
      inject: [PeopleRecords, KnownPeople, SignIn, Installation],
    },
    { provide: AccountLog, useFactory: (runner: Runner) => new AccountLog(runner), inject: [Runner] },
    ...handlesBesideLog(
      SignOut, ChangePassword, NamePeople, ListPeople, ForgetPerson, IssueAccounts, ResetAccount, LinkIdentity,
      ListTokens, IssueToken, WithdrawToken,
    ),
  ],
})
export class SignInModule {}
