import { describe, expect, it } from '@jest/globals';
import { textSegments } from './text-segments.js';

describe('a text with quoted ranges', () => {
  it('is one segment without quoted ranges', () => {
    expect(textSegments('One\ntwo', [])).toEqual([{ kind: 'said', from: 0, text: 'One\ntwo' }]);
  });

  it('is split at its quoted ranges, without blank text between them', () => {
    const text = 'Dark.\n\n-- \nLaila\n\n> x\n';
    const folds = [
      { kind: 'signature' as const, from: 7, to: 16 },
      { kind: 'quoted' as const, from: 18, to: 21 },
    ];
    expect(textSegments(text, folds)).toEqual([
      { kind: 'said', from: 0, text: 'Dark.' },
      { kind: 'signature', from: 7, text: '-- \nLaila' },
      { kind: 'quoted', from: 18, text: '> x' },
    ]);
  });
});
