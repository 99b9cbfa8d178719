// Three projects of one runner: pure unit tests, integration tests on a real PostgreSQL, browser journeys.
const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  testRunner: '<rootDir>/test/runtime/run-suite.mjs',
  // Suites are loaded, and TypeScript transpiled, by Node: see test/runtime.
  transform: {},
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '/dist/',
    '/.data/',
    // Debian has no Asterisk: its suite runs where one is named. See CONTRIBUTING.md.
    ...(process.env.ASTERISK_ROOT ? [] : ['/test/asterisk/asterisk\\.e2e-spec']),
  ],
};
const database = {
  globalSetup: '<rootDir>/libs/testing/src/jest-global-setup.mjs',
  globalTeardown: '<rootDir>/libs/testing/src/jest-global-teardown.mjs',
  setupFilesAfterEnv: ['<rootDir>/libs/testing/src/jest-after-env.ts'],
};
export default {
  // Long, because a test takes several times as long when the machine is busy.
  testTimeout: 180_000,
  // Three on two cores: suites wait for databases, browsers and sockets often enough.
  maxWorkers: 3,
  // A process of 700 MB takes longer than jest's half second to be gone when the machine is busy; a handle that is kept does
  // not go away in ten seconds either.
  workerGracefulExitTimeout: 10_000,
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/{apps,libs,test}/**/*.spec.{ts,tsx}'] },
    {
      ...shared,
      ...database,
      displayName: 'integration',
      testMatch: ['<rootDir>/{apps,libs,test}/**/*.e2e-spec.ts'],
    },
    {
      ...shared,
      ...database,
      displayName: 'journeys',
      testMatch: ['<rootDir>/test/journeys/**/*.journey.ts'],
    },
  ],
};
