import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '../..');
const PROGRAMS = join(ROOT, 'test/clients/programs');
const run = promisify(execFile);

/** As strict as TypeScript is; the types of Node are ours, everything else is the project's. */
const COMPILER = {
  target: 'es2022',
  lib: ['es2023', 'dom', 'dom.iterable'],
  module: 'nodenext',
  strict: true,
  noUncheckedIndexedAccess: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  skipLibCheck: true,
  types: ['node'],
  typeRoots: [join(ROOT, 'node_modules/@types')],
};

/** A project of somebody who uses the API, in an empty folder of its own. */
export class ClientProject {
  private constructor(readonly folder: string) {}

  static async create(): Promise<ClientProject> {
    const project = new ClientProject(await mkdtemp(join(tmpdir(), 'wasl-client-')));
    await project.write('package.json', { name: 'client', private: true, type: 'module' });
    await project.write('tsconfig.json', { compilerOptions: COMPILER });
    return project;
  }

  /** Runs a program of Node in the folder. @returns what it printed @throws with its whole output */
  async node(...args: string[]): Promise<string> {
    try {
      const { stdout } = await run(process.execPath, args, { cwd: this.folder, maxBuffer: 1e8 });
      return stdout;
    } catch (error) {
      const { stdout = '', stderr = '', message } = error as Error & { stdout?: string; stderr?: string };
      throw new Error(`${message}\n${stdout}\n${stderr}`, { cause: error });
    }
  }

  /** Runs what a package of ours offers as a command. */
  tool(path: string, ...args: string[]): Promise<string> {
    return this.node(join(ROOT, 'node_modules', path), ...args);
  }

  /** Takes a program of test/clients/programs and compiles the project. */
  async compile(program: string): Promise<void> {
    await copyFile(join(PROGRAMS, program), join(this.folder, program));
    await this.tool('typescript/bin/tsc', '--pretty', 'false');
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }

  private write(name: string, content: object): Promise<void> {
    return writeFile(join(this.folder, name), JSON.stringify(content));
  }
}
