// Runs the suites: jest's output is streamed, the counts are read from its report.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../apps/local/bootstrap.mjs';
import { say, tool } from './step.mjs';

export async function runJest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'wasl-report-'));
  const report = join(folder, 'report.json');
  try {
    const code = await start([...args, '--json', `--outputFile=${report}`]);
    return counts(code, readReport(report));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function start(args) {
  return new Promise((resolve) => {
    // jest prints the report to stdout too; people read stderr.
    const child = spawn(process.execPath, [tool('jest/bin/jest.js'), ...args], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr.pipe(process.stdout, { end: false });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function counts(code, report) {
  if (!report) return { failed: 1 };
  for (const name of skippedNames(report)) say(`Skipped: ${name}`);
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const skipped = report.numPendingTests + report.numTodoTests;
  // A run that fails without a failed test (crashed worker, no suite found) is a failure too.
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, skipped };
}

function skippedNames(report) {
  const skipped = report.testResults.flatMap((suite) =>
    suite.assertionResults.filter(({ status }) => status === 'pending' || status === 'todo'),
  );
  return new Set(skipped.map((test) => test.ancestorTitles[0] ?? test.title));
}
