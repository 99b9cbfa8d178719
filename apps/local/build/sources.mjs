// The source files of the build, and how a change is detected: by content, never by time or by git.
import { createHash } from 'node:crypto';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

const ROOTS = ['apps', 'libs', 'migrations', 'test'];
/** Vite builds the console; fixtures and tests are never part of a program. */
const SKIPPED_FOLDERS = new Set([
  'node_modules',
  'dist',
  'apps/console',
  'test/lint-fixtures',
  'test/journeys',
  'test/clients/programs',
]);
const SKIPPED_FILES = /\.(spec|e2e-spec|journey|d)\.tsx?$|\.(mjs|cjs|md|tsbuildinfo)$|(^|\/)\.|~$/;
/** Files that affect how every other file is built. */
const RECIPE = ['.swcrc', 'package.json', 'apps/local/build.mjs', 'apps/local/build/emit.mjs'];

/** Paths relative to the root, with forward slashes, sorted. */
export async function sources(root) {
  const found = [];
  for (const name of ROOTS) await walk(join(root, name), found, root);
  return found.sort();
}

/** Every file below `folder`; none when there is no such folder. */
export async function walk(folder, found, root, skipFolder = SKIPPED_FOLDERS, skipFile = SKIPPED_FILES) {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      const name = relative(root, path).split(sep).join('/');
      if (entry.isDirectory()) {
        if (!skipFolder.has(name) && !skipFolder.has(entry.name))
          await walk(path, found, root, skipFolder, skipFile);
      } else if (entry.isFile() && !skipFile.test(name)) found.push(name);
    }),
  );
  return found;
}

/** Path → digest of its content and of the recipe. */
export async function fingerprint(root, paths) {
  const recipe = await digestOf(root, RECIPE);
  const digests = await Promise.all(
    paths.map(async (path) =>
      createHash('sha1')
        .update(recipe)
        .update(await readFile(join(root, path)))
        .digest('hex'),
    ),
  );
  return Object.fromEntries(paths.map((path, i) => [path, digests[i]]));
}

/** One digest of several files; a missing one counts as empty. */
export async function digestOf(root, paths) {
  const hash = createHash('sha1');
  for (const path of paths) {
    hash.update(path).update('\0');
    hash.update(await readFile(join(root, path)).catch(() => ''));
  }
  return hash.digest('hex');
}

const stampFile = (root) => join(root, 'dist', '.stamp');

export async function readStamp(root) {
  try {
    return JSON.parse(await readFile(stampFile(root), 'utf8'));
  } catch {
    return {};
  }
}

export async function writeStamp(root, stamp) {
  await writeFile(`${stampFile(root)}.new`, JSON.stringify(stamp));
  await rename(`${stampFile(root)}.new`, stampFile(root));
}
