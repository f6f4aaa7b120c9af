/** @type {import('jest').Config} */
module.exports = {
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.tsx?$': ['ts-jest', { diagnostics: false }] },
  // No test is about how long something takes; what is not done by now has hung, however busy the machine.
  testTimeout: 300_000,
  // Azurite, the simulated Microsoft 365 and Chromium share two cores with the tests.
  maxWorkers: 2,
};
