// @nestjs/throttler is CommonJS that requires Nest, which is ES modules: Node can do that, jest on Node 20 cannot.
// Under jest this file stands in for it and runs the package's own files with Nest's modules handed to them.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as common from '@nestjs/common';
import * as core from '@nestjs/core';
import 'reflect-metadata';

const require = createRequire(import.meta.url);
const entry = require.resolve('@nestjs/throttler/dist/index.js');
const nest = { '@nestjs/common': common, '@nestjs/core': core };
const loaded = new Map();

function load(file) {
  if (loaded.has(file)) return loaded.get(file).exports;
  const module = { exports: {} };
  loaded.set(file, module);
  const requireHere = (name) => {
    if (name.startsWith('.')) return load(join(dirname(file), `${name}.js`));
    return nest[name] ?? require(name);
  };
  new Function('require', 'module', 'exports', readFileSync(file, 'utf8'))(
    requireHere,
    module,
    module.exports,
  );
  return module.exports;
}

export const {
  InjectThrottlerOptions,
  InjectThrottlerStorage,
  SkipThrottle,
  Throttle,
  ThrottlerException,
  ThrottlerGuard,
  ThrottlerModule,
  ThrottlerStorage,
  ThrottlerStorageService,
  days,
  getOptionsToken,
  getStorageToken,
  hours,
  minutes,
  seconds,
  throttlerMessage,
  weeks,
} = load(entry);
