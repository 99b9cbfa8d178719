import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { NAMESPACES } from '../support/namespaces.js';

const SOURCES = ['apps/api', 'apps/portal', 'apps/worker', 'libs'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file}`)
    .filter((file) => /(?<!spec|\.d)\.ts$/.test(file)),
);
const text = new Map(SOURCES.map((file) => [file, readFileSync(file, 'utf8')]));
const filesWith = (pattern: RegExp) => SOURCES.filter((file) => pattern.test(text.get(file)!));

describe('socket handlers', () => {
  it('are registered only through the wrapper', () => {
    const raw = /\b(?:socket|namespace|chats|nsp)\s*(?:as [^)]*\))?\.(?:on|once|onAny|use|addListener)\(/;
    const usesSocketIo = filesWith(/from 'socket\.io'/);
    expect(usesSocketIo.length).toBeGreaterThan(3);
    expect(usesSocketIo.filter((file) => raw.test(text.get(file)!)).sort()).toEqual([
      'libs/platform/src/live/peer-messages.ts',
      'libs/platform/src/live/send-only-namespace.ts',
      'libs/platform/src/live/socket-namespace.ts',
    ]);
  });

  it('use namespaces known to the tests', () => {
    const opened = filesWith(/\bopenNamespace[<(]/).filter((file) => !file.startsWith('libs/platform/'));
    expect(opened.sort()).toEqual(NAMESPACES.map(({ file }) => file).sort());
    for (const file of opened)
      expect([file, text.get(file)!.match(/\bopenNamespace[<(]/g)!.length]).toEqual([file, 1]);
  });

  it('are in servers with the common limits', () => {
    expect(
      filesWith(/new Server\((?!\s*\{ adapter)/).filter((file) => /from 'socket\.io'/.test(text.get(file)!)),
    ).toEqual(['libs/platform/src/live/socket-server.ts']);
  });
});

describe('event emitter listeners', () => {
  it('are never async functions, whose rejections would be unhandled', () => {
    const async = /\.(?:on|once|addListener)\(\s*(?:'[^']*'|"[^"]*"|\w+),\s*async\b/;
    expect(filesWith(async)).toEqual([]);
  });

  it('are found by these patterns', () => {
    expect(`socket.on('typing', async () => {})`).toMatch(/\.on\(\s*'[^']*',\s*async\b/);
    expect(SOURCES.length).toBeGreaterThan(300);
  });
});
