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

describe('handlers of sockets', () => {
  it('are registered by the wrapper alone', () => {
    const raw = /\b(?:socket|namespace|chats|nsp)\s*(?:as [^)]*\))?\.(?:on|once|onAny|use|addListener)\(/;
    const usesSocketIo = filesWith(/from 'socket\.io'/);
    expect(usesSocketIo.length).toBeGreaterThan(3);
    expect(usesSocketIo.filter((file) => raw.test(text.get(file)!)).sort()).toEqual([
      'libs/platform/src/live/chat-namespace.ts',
      'libs/platform/src/live/peer-messages.ts',
      'libs/platform/src/live/socket-namespace.ts',
    ]);
  });

  it('are in namespaces that the tests know', () => {
    const opened = filesWith(/\bopenNamespace[<(]/).filter((file) => !file.startsWith('libs/platform/'));
    expect(opened.sort()).toEqual(NAMESPACES.map(({ file }) => file).sort());
    for (const file of opened)
      expect([file, text.get(file)!.match(/\bopenNamespace[<(]/g)!.length]).toEqual([file, 1]);
  });

  it('stand in servers with the common bounds', () => {
    expect(
      filesWith(/new Server\((?!\s*\{ adapter)/).filter((file) => /from 'socket\.io'/.test(text.get(file)!)),
    ).toEqual(['libs/platform/src/live/socket-server.ts']);
  });
});

describe('listeners of emitters', () => {
  it('are never async functions, whose rejection nobody handles', () => {
    const async = /\.(?:on|once|addListener)\(\s*(?:'[^']*'|"[^"]*"|\w+),\s*async\b/;
    expect(filesWith(async)).toEqual([]);
  });

  it('would be found by these patterns', () => {
    expect(`socket.on('typing', async () => {})`).toMatch(/\.on\(\s*'[^']*',\s*async\b/);
    expect(SOURCES.length).toBeGreaterThan(300);
  });
});
