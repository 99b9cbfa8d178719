import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { networksOf, OutsideAddresses } from './outside-addresses.js';

const PUBLIC = new OutsideAddresses();

describe('addresses of outgoing requests', () => {
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.255.255',
    '2600::1',
    '2a00:1450:4001:806::200e',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
  ])('%s is public', (address) => expect(PUBLIC.allows(address)).toBe(true));

  it.each([
    '0.0.0.0',
    '0.1.2.3',
    '10.0.0.1',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.8',
    '192.0.2.1',
    '192.88.99.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    '::8.8.8.8',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '::ffff:0:127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b::a9fe:a9fe',
    '64:ff9b:1::808:808',
    '100::1',
    '2001::1',
    '2001:20::1',
    '2001:db8::1',
    '2002:808:808::1',
    '2002:7f00:1::1',
    '3fff::1',
    '4000::1',
    '5f00::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    'fd00:ec2::254',
    'localhost',
    '2130706433',
    '0x7f000001',
    '',
  ])('%s is not', (address) => expect(PUBLIC.allows(address)).toBe(false));

  it('of an opened network are allowed, however they are written, and no others', () => {
    const some = new OutsideAddresses(networksOf('10.1.0.0/16, fd00:1::/32 192.168.7.7')!);
    for (const address of ['10.1.2.3', '::ffff:10.1.2.3', '64:ff9b::a01:203', 'fd00:1::5', '192.168.7.7'])
      expect(some.allows(address)).toBe(true);
    for (const address of ['10.2.0.1', 'fd00:2::5', '192.168.7.8', '127.0.0.1', '2002:a01:203::'])
      expect(some.allows(address)).toBe(false);
  });

  it('are the same for an IPv4 address and its mapped form', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(PUBLIC.allows(`::ffff:${address}`)).toBe(PUBLIC.allows(address));
      }),
    );
  });

  it('never throw', () => {
    fc.assert(fc.property(fc.oneof(fc.ipV6(), fc.string()), (text) => void PUBLIC.allows(text)));
  });
});

describe('a list of networks', () => {
  it.each(['10.0.0.0/8', '10.0.0.0/8,::1/128', ' 10.0.0.0/8 , 192.168.0.1 ', '0.0.0.0/0', ''])(
    'may be %j',
    (list) => expect(networksOf(list)).not.toBeNull(),
  );
  it.each([
    '10',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    '::1/129',
    'fe80::1%eth0',
    'inside',
    '010.0.0.1/8',
  ])('is not %j', (list) => expect(networksOf(list)).toBeNull());
});
