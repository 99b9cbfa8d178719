import { describe, expect, it } from '@jest/globals';
import { waitFor } from './wait-for.js';

describe('waitFor', () => {
  it('returns the first result of the check', async () => {
    let asked = 0;
    const found = await waitFor(() => (++asked === 3 ? 'it' : undefined), { what: 'it', every: 1 });
    expect([found, asked]).toEqual(['it', 3]);
  });

  it('counts zero and the empty string as found', async () => {
    expect(await waitFor(() => 0, { what: 'a number' })).toBe(0);
  });

  it('fails with a message that names what it waited for and the last error', async () => {
    const check = () => {
      throw new Error('connection refused');
    };
    await expect(waitFor(check, { within: 20, every: 5, what: 'the portal to answer' })).rejects.toThrow(
      'Timed out after 20 ms waiting for the portal to answer; last error: connection refused',
    );
  });
});
