// Writes the built form of each source file: TypeScript through swc, anything else as it is.
import { copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { dirname, join, relative } from 'node:path';

const TYPESCRIPT = /\.tsx?$/;

/** Where the built form of a source file goes. */
export const targetOf = (root, path) => join(root, 'dist', path.replace(TYPESCRIPT, '.js'));

export async function emit(root, paths) {
  const { transform } = await import('@swc/core');
  const config = JSON.parse(await readFile(join(root, '.swcrc'), 'utf8'));
  const waiting = [...paths];
  const worker = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop())
      await emitOne(root, path, config, transform);
  };
  await Promise.all(Array.from({ length: 2 * cpus().length }, worker));
}

async function emitOne(root, path, config, transform) {
  const source = join(root, path);
  const target = targetOf(root, path);
  await mkdir(dirname(target), { recursive: true });
  if (!TYPESCRIPT.test(path)) {
    await copyFile(source, `${target}.new`);
    await rename(`${target}.new`, target);
    return;
  }
  const { code, map } = await transform(await readFile(source, 'utf8'), {
    ...config,
    jsc: { ...config.jsc, parser: { ...config.jsc.parser, tsx: path.endsWith('.tsx') } },
    swcrc: false,
    configFile: false,
    filename: source,
    sourceFileName: relative(dirname(target), source),
    sourceMaps: true,
  });
  const name = target.slice(dirname(target).length + 1);
  await replace(`${target}.map`, map);
  await replace(target, `${code}//# sourceMappingURL=${name}.map\n`);
}

/** Written atomically, because a program may be reading the file. */
async function replace(target, text) {
  await writeFile(`${target}.new`, text);
  await rename(`${target}.new`, target);
}
