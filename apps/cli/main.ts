import './node-version.ts';
import { defineCommand, runMain } from 'citty';

// Names of people, tokens and drafts are for whoever runs this alone, whatever directory they lie in.
process.umask(0o077);

const main = defineCommand({
  meta: { name: 'meguri', description: 'Meguri (巡り): the annual evaluation cycle of local governments' },
  subCommands: {
    serve: () => import('./serve.command.ts').then((module) => module.serveCommand),
    demo: () => import('./demo.command.ts').then((module) => module.demoCommand),
    settings: () => import('./settings.command.ts').then((module) => module.settingsCommand),
    found: () => import('./found.command.ts').then((module) => module.foundCommand),
    close: () => import('./close.command.ts').then((module) => module.closeCommand),
    import: () => import('./import.command.ts').then((module) => module.importCommand),
    account: () => import('./account.command.ts').then((module) => module.accountCommand),
    token: () => import('./token.command.ts').then((module) => module.tokenCommand),
    events: () => import('./events.command.ts').then((module) => module.eventsCommand),
    rebuild: () => import('./rebuild.command.ts').then((module) => module.rebuildCommand),
    backup: () => import('./backup.command.ts').then((module) => module.backupCommand),
    restore: () => import('./restore.command.ts').then((module) => module.restoreCommand),
    verify: () => import('./verify.command.ts').then((module) => module.verifyCommand),
    access: () => import('./access.command.ts').then((module) => module.accessCommand),
  },
});

await runMain(main);
