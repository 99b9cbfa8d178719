import { parseArgs } from 'node:util';

export type AdminCommand =
  { name: 'setup' } | { name: 'invite'; email: string; fullName?: string; resetFactors: boolean };

export const USAGE = `npm run admin -- setup
    prints a link that makes the first administrator, while there is no staff
npm run admin -- invite <mail> [--name <name>] [--reset-second-factor]
    prints a link that sets the password of an administrator, who is created when there is no such account`;

/** @throws Error with the usage */
export function parseCommand(args: string[]): AdminCommand {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { name: { type: 'string' }, 'reset-second-factor': { type: 'boolean', default: false } },
    });
    const [name, email, ...rest] = positionals;
    if (name === 'setup' && email === undefined) return { name };
    if (name === 'invite' && email !== undefined && /^[^\s@]+@[^\s@]+$/.test(email) && rest.length === 0)
      return { name, email, fullName: values.name, resetFactors: values['reset-second-factor'] };
  } catch {
    // an option that does not exist
  }
  throw new Error(USAGE);
}
