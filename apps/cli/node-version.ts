import { createRequire } from 'node:module';

/**
 * better-sqlite3 crashes without a word on a Node that is too old for it, and passwords are hashed with an argon2 that came
 * with 24.7; so both are looked at before anything is loaded.
 */
const neededNodeApi = 10;
const { argon2 } = createRequire(import.meta.url)('node:crypto') as { readonly argon2?: unknown };

if (Number(process.versions.napi ?? 0) < neededNodeApi || argon2 === undefined) {
  console.error(`Meguri needs Node 24.7 or newer; this is Node ${process.versions.node}. Start it with: npm start`);
  process.exit(1);
}
