import { describe, expect, it } from '@jest/globals';
import { servesPath } from './separate-hosts.js';

describe('the host of staff and the host of the public', () => {
  it.each([
    ['/api/v1/public/tickets', true, false],
    ['/open311/v2/requests.json', true, false],
    ['/open311', true, false],
    ['/api/v1/tickets', false, true],
    ['/api/v1/session', false, true],
    ['/API/V1/Session', false, true],
    ['/api/v1/PUBLIC/tickets', true, false],
    ['/api/v1/publications', false, true],
    ['/open3110', false, true],
    ['/', false, true],
    ['/assets/index.js', false, true],
    ['/metrics', false, true],
    ['/health/ready', true, true],
    ['/.well-known/security.txt', true, true],
  ])('%s: public %s, staff %s', (path, onPublic, onStaff) => {
    expect([servesPath(true, path), servesPath(false, path)]).toEqual([onPublic, onStaff]);
  });
});
