// Allowed import directions. Layers from lowest to highest; a library may import only layers below its own.
const LAYERS = [
  ['kernel'],
  ['contracts'],
  ['platform'],
  ['country'],
  ['directory', 'identity', 'requesters'],
  ['tickets'],
  ['interactions'],
  ['routing', 'sla'],
  ['referrals'],
  ['channels', 'selfservice'],
  // Consumers of events: nothing but apps imports them.
  ['reporting', 'notifications', 'webhooks', 'audit'],
];
/** Packages for others, which import nothing of ours. */
const PUBLISHED = ['sdk'];
/** Packages without side effects, which `domain/` may use. */
const PURE_PACKAGES = ['chardet', 'iconv-lite', 'libphonenumber-js', 'luxon', 'otpauth'];

const TESTS = '\\.(spec|e2e-spec|journey)\\.tsx?$|^libs/testing/|^test/';
const inLibs = (names) => `^libs/(${names.join('|')})/`;
const packages = (names) => `(^|/)node_modules/(${names.join('|')})/`;

/** For each library: no imports from its own layer or from layers above it. */
const layerRules = LAYERS.flatMap((names, level) =>
  names.map((name) => ({
    name: 'downwards-only',
    comment: `${name} may import only the layers below it`,
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
      comment: 'Add a new library to LAYERS first',
      severity: 'error',
      from: { path: '^libs/', pathNot: `${inLibs([...LAYERS.flat(), ...PUBLISHED, 'testing'])}` },
      to: {},
    },
    {
      name: 'published-alone',
      comment: 'The SDK runs without this repository: it may import only Node and itself',
      severity: 'error',
      from: { path: inLibs(PUBLISHED), pathNot: TESTS },
      to: { pathNot: [inLibs(PUBLISHED)], dependencyTypesNot: ['core'] },
    },
    {
      name: 'not-the-published',
      comment: 'The SDK is for programs outside; only its types of the API serve the console, too',
      severity: 'error',
      from: { path: '^(apps|libs|migrations)/', pathNot: `${TESTS}|${inLibs(PUBLISHED)}` },
      to: { path: inLibs(PUBLISHED), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycles',
      comment: 'No import cycles: merge the two modules or extract a third (type-only cycles are allowed)',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'through-the-index',
      comment: 'Import a library through its index.ts only',
      severity: 'error',
      from: { path: '^libs/([^/]+)/', pathNot: '^libs/testing/' },
      to: { path: '^libs/[^/]+/src/(?!index\\.ts$)', pathNot: '^libs/$1/' },
    },
    {
      name: 'apps-through-the-index',
      comment: 'Import a library through its index.ts only',
      severity: 'error',
      // What starts the system or its database reads three parts of platform directly: its index would load Nest into that
      // process.
      from: { path: '^(apps|migrations|test)/', pathNot: '^(apps/local|test/bench)/' },
      to: { path: '^libs/[^/]+/src/(?!index\\.ts$)' },
    },
    {
      name: 'local-through-the-index',
      comment: 'Import a library through its index.ts only',
      severity: 'error',
      from: { path: '^(apps/local|test/bench)/' },
      to: {
        path: '^libs/[^/]+/src/(?!index\\.ts$)',
        pathNot: '^libs/platform/src/(config/settings|embedded-postgres/index|start-progress)\\.ts$',
      },
    },
    {
      name: 'pure-domain',
      comment: 'domain/ may import only kernel, contracts and the domain/ of its own library',
      severity: 'error',
      from: { path: '^libs/([^/]+)/.*/domain/', pathNot: TESTS },
      to: {
        path: '^(libs|apps|migrations|test)/',
        pathNot: ['^libs/(kernel|contracts)/', '^libs/$1/.*/domain/'],
        // Type-only imports have no effect at run time.
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'pure-domain-packages',
      comment: 'domain/ may use only packages without side effects',
      severity: 'error',
      from: { path: '^libs/[^/]+/.*/domain/', pathNot: TESTS },
      to: { path: 'node_modules/', pathNot: packages(PURE_PACKAGES) },
    },
    {
      name: 'pure-domain-node',
      comment: 'domain/ uses no files, network, clock or process; of Node only crypto (hashing) is allowed',
      severity: 'error',
      from: { path: '^libs/[^/]+/.*/domain/', pathNot: TESTS },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'pure-contracts',
      comment: 'contracts also run in the browser, so they import no Node or npm packages',
      severity: 'error',
      from: { path: '^libs/contracts/', pathNot: TESTS },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev'] },
    },
    {
      name: 'bullmq-in-platform-and-worker',
      comment: 'bullmq may be used only in libs/platform and apps/worker',
      severity: 'error',
      from: { pathNot: `^libs/platform/|^apps/worker/|${TESTS}` },
      to: { path: packages(['bullmq']) },
    },
    {
      name: 'console-imports-contracts-only',
      comment: 'The console may import only contracts and the types of the API',
      severity: 'error',
      from: { path: '^apps/console/', pathNot: TESTS },
      to: {
        path: '^(libs|apps|migrations|test)/',
        pathNot: ['^libs/(contracts|sdk)/src/index\\.ts$', '^apps/console/'],
      },
    },
    {
      name: 'no-cross-app-imports',
      comment: 'Apps must not import each other',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: TESTS },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libs-below-apps',
      comment: 'Libraries must not import apps; only platform imports migrations',
      severity: 'error',
      from: { path: '^libs/(?!platform/)', pathNot: TESTS },
      to: { path: '^(apps|migrations)/' },
    },
    {
      name: 'platform-below-apps',
      comment: 'Libraries must not import apps',
      severity: 'error',
      from: { path: '^libs/platform/', pathNot: TESTS },
      to: { path: '^apps/' },
    },
    {
      name: 'no-test-imports',
      comment: 'Production code must not import tests',
      severity: 'error',
      from: { path: '^(apps|libs|migrations)/', pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: 'declared-packages',
      comment: 'Declare a package in package.json before using it',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-tools-in-production',
      comment: 'Production code must not import devDependencies',
      severity: 'error',
      from: {
        path: '^(apps/(?!console/)|libs/|migrations/)',
        pathNot: `${TESTS}|\\.mjs$|/generate-[a-z]+\\.ts$`,
      },
      to: { dependencyTypes: ['npm-dev'], pathNot: packages(['@types']), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvable',
      comment: 'Every import must resolve',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Programs of strangers are compiled beside clients that exist only in their suites.
    exclude: { path: '^(dist|\\.data|coverage|libs/sdk/dist|test/clients/programs)/' },
    tsPreCompilationDeps: true,
    // The SDK has a package.json of its own; the tools of its suites are in the one of the repository.
    combinedDependencies: true,
    parser: 'tsc',
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      conditionNames: ['wasl-source', 'import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css', '.svg'],
    },
  },
};
