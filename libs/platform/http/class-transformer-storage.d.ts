/** class-transformer types its storage only under another path than the one it can be loaded from. */
declare module 'class-transformer/cjs/storage.js' {
  export { defaultMetadataStorage } from 'class-transformer/types/storage';
}
