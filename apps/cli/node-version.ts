/** better-sqlite3 crashes without a word on a Node that is too old for it, so this is looked at before anything is loaded. */
const neededNodeApi = 10;

if (Number(process.versions.napi ?? 0) < neededNodeApi) {
  console.error(`Meguri needs Node 24 (Node-API ${neededNodeApi}); this is Node ${process.versions.node}. Start it with: npm start`);
  process.exit(1);
}
