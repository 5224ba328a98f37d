import { Module } from '@nestjs/common';
import { WhoAsks } from '../../platform/access/asker.ts';
import { Runner } from '../../platform/commands/runner.ts';
import { Installation } from '../../platform/installation.ts';
import { AccountLog } from '../people/account-log.ts';
import { handlesBesideLog } from '../people/beside-the-log.ts';
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
      useFactory: (records: PeopleRecords, whoAsks: WhoAsks, { clock }: Installation) => new SignIn(records, whoAsks, clock),
      inject: [PeopleRecords, WhoAsks, Installation],
    },
    {
      provide: SignInByProvider,
      useFactory: (records: PeopleRecords, whoAsks: WhoAsks, signIn: SignIn, { identityProvider, log }: Installation) =>
        new SignInByProvider({ records, whoAsks, signIn, log, provider: identityProvider && new IdentityProvider(identityProvider) }),
      inject: [PeopleRecords, WhoAsks, SignIn, Installation],
    },
    { provide: AccountLog, useFactory: (runner: Runner) => new AccountLog(runner), inject: [Runner] },
    ...handlesBesideLog(
      SignOut, ChangePassword, NamePeople, ListPeople, ForgetPerson, IssueAccounts, ResetAccount, LinkIdentity,
      ListTokens, IssueToken, WithdrawToken,
    ),
  ],
})
export class SignInModule {}
