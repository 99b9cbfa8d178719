import { describe, expect, it } from '@jest/globals';
import { waitFor } from './wait-for.js';

describe('waitFor', () => {
  it('returns what the check found, as soon as it finds it', async () => {
    let asked = 0;
    const found = await waitFor(() => (++asked === 3 ? 'it' : undefined), { what: 'it', every: 1 });
    expect([found, asked]).toEqual(['it', 3]);
  });

  it('counts zero and the empty string as found', async () => {
    expect(await waitFor(() => 0, { what: 'a number' })).toBe(0);
  });

  it('fails with a sentence that says for what it waited, and how the last try ended', async () => {
    const check = () => {
      throw new Error('connection refused');
    };
    await expect(waitFor(check, { within: 20, every: 5, what: 'the portal to answer' })).rejects.toThrow(
      'Waited 20 ms in vain for the portal to answer; at last: connection refused',
    );
  });
});
