import './node-version.ts';
import { defineCommand, runMain } from 'citty';

const main = defineCommand({
  meta: { name: 'meguri', description: 'Meguri (巡り): the annual evaluation cycle of local governments' },
  subCommands: {
    serve: () => import('./serve.command.ts').then((module) => module.serveCommand),
    demo: () => import('./demo.command.ts').then((module) => module.demoCommand),
  },
});

await runMain(main);
