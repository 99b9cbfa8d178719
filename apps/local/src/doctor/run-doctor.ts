import { explain } from '../backup/operator-error.js';
import { checkDatabase } from './database-checks.js';
import { type Check, type Examined, fail, type Finding } from './finding.js';
import { checkDisk, checkNode, checkPorts, checkSettings } from './machine-checks.js';
import { mailDnsCheck, tlsFilesCheck } from './mail-checks.js';
import { checkFileStore, checkImap, checkRedis, checkSmtpOut } from './service-checks.js';

export const CHECKS: Record<string, Check> = {
  settings: checkSettings,
  node: checkNode,
  disk: checkDisk,
  database: checkDatabase,
  files: checkFileStore,
  redis: checkRedis,
  'mail out': checkSmtpOut,
  mailbox: checkImap,
  ports: checkPorts,
  certificates: tlsFilesCheck(),
  'mail domain': mailDnsCheck(),
};

/** All checks at once; the findings in the order of the checks. One that fails by itself is a finding, too. */
export async function runDoctor(examined: Examined, checks = CHECKS): Promise<Finding[]> {
  const found = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => {
      try {
        return await check(examined);
      } catch (error) {
        return [
          fail(name, `could not be checked: ${explain(error)}`, 'mend what the message names and ask again'),
        ];
      }
    }),
  );
  return found.flat();
}

/** `WARN  disk          8 % (1.2 GB) free in /srv/wasl`, and below it what to do. */
export function findingLines(findings: Finding[]): string[] {
  const lines = findings.flatMap(({ level, check, found, action }) => [
    `${level.padEnd(6)}${check.padEnd(22)}${found}`,
    ...(action && level !== 'OK' ? [`${' '.repeat(28)}→ ${action}`] : []),
  ]);
  const count = (level: Finding['level']) => findings.filter((finding) => finding.level === level).length;
  return [...lines, `${count('FAIL')} failed, ${count('WARN')} warnings, ${count('OK')} in order`];
}
