// What '@jest/globals' gives to a suite, and to the modules that several suites share: each use goes to the suite that
// is running.
const ofRunningSuite = (name) =>
  new Proxy(function () {}, {
    apply: (_target, _this, parameters) => globalThis.waslTestGlobals[name](...parameters),
    get: (_target, key) => globalThis.waslTestGlobals[name][key],
  });

export const afterAll = ofRunningSuite('afterAll');
export const afterEach = ofRunningSuite('afterEach');
export const beforeAll = ofRunningSuite('beforeAll');
export const beforeEach = ofRunningSuite('beforeEach');
export const describe = ofRunningSuite('describe');
export const expect = ofRunningSuite('expect');
export const it = ofRunningSuite('it');
export const test = ofRunningSuite('test');
export const jest = ofRunningSuite('jest');
