// The test runner of jest: jest-circus, with the suites loaded by Node itself instead of into a virtual machine per file.
// A process loads (and the compiler optimises) Nest, the drivers and our libraries once for all of its suites. Suites
// therefore share module state; what a suite changes in the environment is put back.
import { createRequire, register } from 'node:module';
import { pathToFileURL } from 'node:url';
import circus from 'jest-circus/runner';
import { ModuleMocker } from 'jest-mock';

const require = createRequire(import.meta.url);
const EVENT_HANDLERS = Symbol.for('EVENT_HANDLERS');

register('./load-typescript.mjs', import.meta.url);
process.setSourceMapsEnabled(true);
let suites = 0;

export default async function runSuite(globalConfig, config, environment, runtime, path, sendMessageToJest) {
  const { env } = process;
  const before = { ...env };
  // Node knows the source maps of what it loads; jest looks for them elsewhere.
  Error.prepareStackTrace = undefined;
  // The functions that the suite registers its tests with, and the matchers, belong to the same realm as the suite.
  delete globalThis[EVENT_HANDLERS];
  runtime.requireInternalModule = (file) => {
    delete require.cache[file];
    return require(file);
  };
  runtime.unstable_shouldLoadAsEsm = () => true;
  // Set-up files register hooks, so they run for each suite anew.
  suites++;
  runtime.unstable_importModule = (file) => import(`${pathToFileURL(file).href}?suite=${suites}`);
  const mocker = new ModuleMocker(globalThis);
  runtime.setGlobalsForRuntime = (globals) => {
    const jest = {
      fn: mocker.fn.bind(mocker),
      spyOn: mocker.spyOn.bind(mocker),
      restoreAllMocks: mocker.restoreAllMocks.bind(mocker),
    };
    globalThis.waslTestGlobals = { ...globals, jest };
    Object.assign(globalThis, globals);
  };
  try {
    return await circus.default(globalConfig, config, environment, runtime, path, sendMessageToJest);
  } finally {
    mocker.restoreAllMocks();
    for (const name of Object.keys(env)) if (!(name in before)) delete env[name];
    Object.assign(env, before);
  }
}
