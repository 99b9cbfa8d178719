import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseAriEvent } from './ari-events.js';

const channel = {
  id: '1',
  name: 'PJSIP/1',
  state: 'Ring',
  caller: { name: '', number: '17123456' },
  dialplan: { context: 'in', exten: '1', priority: 1, app_name: 'Stasis', app_data: 'wasl' },
};
const parsed = (event: object) => parseAriEvent(JSON.stringify(event));

describe('an event of the exchange', () => {
  it('is parsed unchanged', () => {
    const event = { type: 'StasisStart', channel, args: ['general'], cause: 16, unknown: { to: 'us' } };
    expect(parsed(event)).toEqual(event);
    expect(parsed({ type: 'ApplicationReplaced' })).toEqual({ type: 'ApplicationReplaced' });
  });

  it.each([
    ['no type', { channel }],
    ['a channel that is a number', { type: 'StasisStart', channel: 7 }],
    ['a channel without an id', { type: 'StasisStart', channel: { ...channel, id: undefined } }],
    ['a channel without a caller', { type: 'StasisStart', channel: { ...channel, caller: null } }],
    [
      'a caller whose number is an object',
      { type: 'StasisStart', channel: { ...channel, caller: { name: '', number: {} } } },
    ],
    ['a channel without a dialplan', { type: 'StasisStart', channel: { ...channel, dialplan: undefined } }],
    ['arguments that are no texts', { type: 'StasisStart', channel, args: [1] }],
    ['arguments that are no list', { type: 'StasisStart', channel, args: { length: 1 } }],
    ['a cause in words', { type: 'ChannelDestroyed', channel, cause: 'busy' }],
    ['a transferee that is a text', { type: 'BridgeBlindTransfer', transferee: 'x' }],
  ])('is rejected with %s', (_what, event) => {
    expect(parsed(event)).toBeNull();
  });

  it('is parsed or rejected without an exception, whatever was sent', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json({ maxDepth: 4 })), (text) => {
        const event = parseAriEvent(text);
        return event === null || typeof event.type === 'string';
      }),
      { numRuns: 2_000 },
    );
  });
});
