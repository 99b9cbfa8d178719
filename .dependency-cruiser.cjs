// Who may import whom. The order of the house, lowest first; each may import only what stands below its own line.
const LAYERS = [
  ['kernel'],
  ['contracts'],
  ['platform'],
  ['country'],
  ['directory', 'identity', 'requesters'],
  ['tickets'],
  ['interactions'],
  ['routing', 'sla', 'referrals'],
  ['channels', 'selfservice'],
  // Consumers of events: nothing but apps imports them.
  ['reporting', 'notifications', 'audit'],
];
/** Libraries that compute and do nothing else; `domain/` may use them. */
const PURE_PACKAGES = ['iconv-lite', 'libphonenumber-js', 'luxon', 'otpauth'];

const TESTS = '\\.(spec|e2e-spec|journey)\\.tsx?$|^libs/testing/|^test/';
const inLibs = (names) => `^libs/(${names.join('|')})/`;
const packages = (names) => `(^|/)node_modules/(${names.join('|')})/`;

/** For each layer: what stands beside it or above it is closed. */
const layerRules = LAYERS.flatMap((names, level) =>
  names.map((name) => ({
    name: 'downwards-only',
    comment: `${name} may import only what stands below it`,
    severity: 'error',
    from: { path: `^libs/${name}/`, pathNot: TESTS },
    to: { path: inLibs(LAYERS.slice(level).flat()), pathNot: `^libs/${name}/` },
  })),
);

module.exports = {
  forbidden: [
    ...layerRules,
    {
      name: 'known-library',
      comment: 'A new library is given its place in LAYERS first',
      severity: 'error',
      from: { path: '^libs/', pathNot: `${inLibs([...LAYERS.flat(), 'testing'])}` },
      to: {},
    },
    {
      name: 'no-cycles',
      comment: 'Two that need each other are one, or need a third (types alone may refer to each other)',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'through-the-index',
      comment: 'A library is entered through its index.ts',
      severity: 'error',
      from: { path: '^libs/([^/]+)/', pathNot: '^libs/testing/' },
      to: { path: '^libs/[^/]+/src/(?!index\\.ts$)', pathNot: '^libs/$1/' },
    },
    {
      name: 'apps-through-the-index',
      comment: 'A library is entered through its index.ts',
      severity: 'error',
      // What starts the system or its database reads three parts of platform directly: its index would load Nest into that
      // process.
      from: { path: '^(apps|migrations|test)/', pathNot: '^(apps/local|test/bench)/' },
      to: { path: '^libs/[^/]+/src/(?!index\\.ts$)' },
    },
    {
      name: 'local-through-the-index',
      comment: 'A library is entered through its index.ts',
      severity: 'error',
      from: { path: '^(apps/local|test/bench)/' },
      to: {
        path: '^libs/[^/]+/src/(?!index\\.ts$)',
        pathNot: '^libs/platform/src/(config/settings|embedded-postgres/index|start-progress)\\.ts$',
      },
    },
    {
      name: 'pure-domain',
      comment: 'domain/ imports kernel, contracts and domain/ of its own library',
      severity: 'error',
      from: { path: '^libs/([^/]+)/.*/domain/', pathNot: TESTS },
      to: {
        path: '^(libs|apps|migrations|test)/',
        pathNot: ['^libs/(kernel|contracts)/', '^libs/$1/.*/domain/'],
        // The form of a value does no harm; only code can.
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'pure-domain-packages',
      comment: 'domain/ uses no package that does more than compute',
      severity: 'error',
      from: { path: '^libs/[^/]+/.*/domain/', pathNot: TESTS },
      to: { path: 'node_modules/', pathNot: packages(PURE_PACKAGES) },
    },
    {
      name: 'pure-domain-node',
      comment: 'domain/ touches no file, network, clock or process; hashing alone is allowed',
      severity: 'error',
      from: { path: '^libs/[^/]+/.*/domain/', pathNot: TESTS },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'pure-contracts',
      comment: 'The console runs contracts and kernel in a browser',
      severity: 'error',
      from: { path: '^libs/contracts/', pathNot: TESTS },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev'] },
    },
    {
      name: 'job-queues-in-their-place',
      comment: 'bullmq is used in libs/platform and apps/worker',
      severity: 'error',
      from: { pathNot: `^libs/platform/|^apps/worker/|${TESTS}` },
      to: { path: packages(['bullmq']) },
    },
    {
      name: 'console-knows-contracts-only',
      comment: 'The console imports contracts and its generated client',
      severity: 'error',
      from: { path: '^apps/console/', pathNot: TESTS },
      to: {
        path: '^(libs|apps|migrations|test)/',
        pathNot: ['^libs/contracts/src/index\\.ts$', '^apps/console/'],
      },
    },
    {
      name: 'apps-apart',
      comment: 'Apps do not import each other',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: TESTS },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libs-below-apps',
      comment: 'Libraries know no app, and migrations are platform’s to run',
      severity: 'error',
      from: { path: '^libs/(?!platform/)', pathNot: TESTS },
      to: { path: '^(apps|migrations)/' },
    },
    {
      name: 'platform-below-apps',
      comment: 'Libraries know no app',
      severity: 'error',
      from: { path: '^libs/platform/', pathNot: TESTS },
      to: { path: '^apps/' },
    },
    {
      name: 'tests-apart',
      comment: 'What runs in production knows nothing of tests',
      severity: 'error',
      from: { path: '^(apps|libs|migrations)/', pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: 'declared-packages',
      comment: 'A package is named in package.json before it is used',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-tools-in-production',
      comment: 'What runs in production does not need devDependencies',
      severity: 'error',
      from: {
        path: '^(apps/(?!console/)|libs/|migrations/)',
        pathNot: `${TESTS}|\\.mjs$|/generate-[a-z]+\\.ts$`,
      },
      to: { dependencyTypes: ['npm-dev'], pathNot: packages(['@types']), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvable',
      comment: 'An import leads somewhere',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.data|coverage)/' },
    tsPreCompilationDeps: true,
    parser: 'tsc',
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      conditionNames: ['wasl-source', 'import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css', '.svg'],
    },
  },
};
