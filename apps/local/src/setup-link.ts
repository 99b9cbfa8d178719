import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const PROGRAM = fileURLToPath(new URL('./admin/main.js', import.meta.url));
/** How the line with the link begins; `npm run admin -- setup` prints another when there is staff. */
const LINK = /^set up /;

/**
 * Lines with a link that makes the first administrator; none when there is staff. In a process of its own, because this
 * one loads no Nest.
 */
export async function setupLinkLines(env: NodeJS.ProcessEnv): Promise<string[]> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM, 'setup'], { env });
    const lines = stdout.trimEnd().split('\n');
    return LINK.test(lines[0] ?? '') ? lines.map((line) => `  ${line}`) : [];
  } catch (error) {
    // The system runs all the same.
    const { stderr } = error as { stderr?: string };
    return [
      `  npm run admin -- setup prints a link for the first administrator; it failed now: ${stderr?.trim() ?? ''}`,
    ];
  }
}
