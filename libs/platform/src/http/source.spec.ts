import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { networkLabelOf, sourceOf } from './source.js';

describe('the source that limits are counted by', () => {
  it.each([
    ['10.1.2.3', '10.1.2.3'],
    ['::ffff:10.1.2.3', '10.1.2.3'],
    ['::FFFF:0a01:0203', '10.1.2.3'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['2001:db8:0:0:1::', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['64:ff9b::10.1.2.3', '64:ff9b:0:0::/64'],
    ['', 'unknown'],
    [undefined, 'unknown'],
    ['10.1.2', 'unknown'],
    ['anything', 'unknown'],
  ])('counts %s as %s', (address, source) => {
    expect(sourceOf(address)).toBe(source);
  });

  it('should be the same for all addresses of a /64, and differ for every other', () => {
    fc.assert(fc.property(fc.ipV6(), (any) => expect(sourceOf(any)).not.toBe('unknown')));
    const network = fc.array(fc.integer({ min: 1, max: 0xffff }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(network, network, network, (prefix, host, elsewhere) => {
        const of = (...groups: number[]) => groups.map((group) => group.toString(16)).join(':');
        const source = sourceOf(of(...prefix, ...host));
        expect(sourceOf(of(...prefix, ...elsewhere))).toBe(source);
        expect(sourceOf(of(...elsewhere, ...host)) === source).toBe(`${elsewhere}` === `${prefix}`);
      }),
    );
  });

  it('should be shown only as the wider network', () => {
    expect(['10.1.2.3', '::ffff:10.1.2.3', '2001:db8:1:2::9', 'x'].map(networkLabelOf)).toEqual([
      '10.1.2.0/24',
      '10.1.2.0/24',
      '2001:db8:1::/48',
      '',
    ]);
  });
});
