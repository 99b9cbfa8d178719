import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { choosePorts } from './listen-ports.js';

describe('the ports that the programs will listen on', () => {
  it('are chosen when 0 is given, all different', async () => {
    const ports = await choosePorts({ PORT: 0, PORTAL_PORT: 0, SMTP_IN_PORT: 0 }, '127.0.0.1');
    expect(new Set(Object.values(ports)).size).toBe(3);
    expect(Math.min(...Object.values(ports))).toBeGreaterThan(0);
  });

  it('are refused in one line that names the setting when another program has one', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const chosen = choosePorts({ PORT: 0, PORTAL_PORT: port, SMTP_IN_PORT: 0 }, '127.0.0.1');
    await expect(chosen).rejects.toThrow(
      `Port ${port} is in use; stop the other program, or choose another port with PORTAL_PORT`,
    );
    other.close();
  });

  it('are refused when two settings name the same one', async () => {
    const { PORT } = await choosePorts({ PORT: 0, PORTAL_PORT: 0, SMTP_IN_PORT: 0 }, '127.0.0.1');
    await expect(choosePorts({ PORT, PORTAL_PORT: PORT, SMTP_IN_PORT: 0 }, '127.0.0.1')).rejects.toThrow(
      'Setting PORTAL_PORT is wrong',
    );
  });
});
