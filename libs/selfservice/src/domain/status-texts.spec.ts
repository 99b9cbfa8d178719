import { describe, expect, it } from '@jest/globals';
import { PENDING_ON } from '#wasl/contracts';
import { stageOf, STATUS_TEXTS } from './status-texts.js';

describe('what a requester is told of a state', () => {
  it('should say whose turn it is', () => {
    expect(STATUS_TEXTS.requester.en).toMatch(/your turn/);
    expect(STATUS_TEXTS.requester.ar).toMatch(/الدور عليك/);
    expect(new Set(PENDING_ON.map((on) => STATUS_TEXTS[on].ar)).size).toBe(3);
    for (const on of ['entity', 'third_party'] as const) expect(STATUS_TEXTS[on].en).toMatch(/do nothing/);
  });

  it.each([
    ['new', false, 'received'],
    ['open', false, 'received'],
    ['open', true, 'with_entity'],
    ['pending', false, 'with_entity'],
    ['resolved', true, 'answered'],
    ['closed', true, 'closed'],
  ] as const)('should see the stage of %s (taken: %s) as %s', (status, taken, stage) => {
    expect(stageOf(status, taken)).toBe(stage);
  });
});
