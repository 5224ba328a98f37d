import shared from '../../jest.config.js';

/** One spec at a time: each has real processes of its own, and their timing is what it looks at. */
export default {
  ...shared,
  rootDir: '../..',
  roots: ['<rootDir>/test/long'],
  testPathIgnorePatterns: [],
  maxWorkers: 1,
  // Minutes; a spec that stands still is killed by this and not by patience.
  testTimeout: 600_000,
};
