/** @type {import('jest').Config} */
module.exports = {
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.tsx?$': ['ts-jest', { diagnostics: false }] },
  testTimeout: 30_000,
  // Azurite, the simulated Microsoft 365 and Chromium share two cores with the tests.
  maxWorkers: 2,
};
