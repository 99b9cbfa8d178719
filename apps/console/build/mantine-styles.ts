import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import type { Plugin } from 'vite';

const ID = 'virtual:mantine-styles.css';
const RESOLVED = '/__mantine-styles.css';
const CORE = dirname(createRequire(import.meta.url).resolve('@mantine/core/styles.css'));
const NOTIFICATIONS = join(CORE, '../notifications');
const SOURCES = join(import.meta.dirname, '../src');
/** What belongs to no component. The variables are written by mantine-variables.ts. */
const ALWAYS = ['baseline', 'global'];

/**
 * The styles of the Mantine components that the console uses: half of all. They are found from the imports, component
 * by component, because the hash in the name of the stylesheet must follow from its content. While developing, all of
 * them, so that a component can be added.
 */
export function mantineStyles(): Plugin {
  let all = false;
  return {
    name: 'wasl-mantine-styles',
    configResolved: ({ command }) => {
      all = command === 'serve';
    },
    resolveId: (id) => (id === ID ? RESOLVED : undefined),
    load: (id) => {
      if (id !== RESOLVED) return undefined;
      const core = all ? read(join(CORE, 'styles.layer.css')) : stylesOf(importedNames());
      return core + read(join(NOTIFICATIONS, 'styles.layer.css'));
    },
  };
}

const read = (file: string): string => readFileSync(file, 'utf8');

/** Every name that the console and the notifications import from `@mantine/core`. */
function importedNames(): Set<string> {
  const files = [
    ...readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).map((file) => join(SOURCES, file)),
    ...readdirSync(join(NOTIFICATIONS, 'esm')).map((file) => join(NOTIFICATIONS, 'esm', file)),
  ].filter((file) => /\.(tsx?|mjs)$/.test(file));
  const names = files.flatMap((file) =>
    [...read(file).matchAll(/import\s*\{([^}]*)\}\s*from\s*['"]@mantine\/core['"]/g)].flatMap(([, list]) =>
      list!.split(',').map((name) => name.trim().split(' ')[0]!),
    ),
  );
  return new Set(names);
}

/** The stylesheets of the components of these names and of the components that those are made of, in Mantine's order. */
function stylesOf(names: Set<string>): string {
  const index = join(CORE, 'esm/index.mjs');
  const queue = importsOf(index)
    .filter(({ imported }) => imported.some((name) => names.has(name)))
    .map(({ file }) => file);
  const seen = new Set(queue);
  for (const file of queue)
    for (const { file: next } of importsOf(file)) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  const components = [...seen].flatMap((file) =>
    file.endsWith('.module.mjs') ? [basename(file, '.module.mjs')] : [],
  );
  const whole = read(join(CORE, 'styles.css'));
  return [...ALWAYS, ...components]
    .map((name) => ({
      name,
      at: whole.indexOf(
        read(join(CORE, 'styles', `${name}.css`))
          .trim()
          .slice(0, 200),
      ),
    }))
    .sort((a, b) => a.at - b.at)
    .map(({ name }) => read(join(CORE, 'styles', `${name}.layer.css`)))
    .join('\n');
}

function importsOf(file: string): { imported: string[]; file: string }[] {
  return [...read(file).matchAll(/import ([^;]*?) from "(\.[^"]+)"/g)].map(([, what, path]) => ({
    imported: what!
      .replaceAll(/[{}]/g, '')
      .split(',')
      .map((name) => name.trim()),
    file: resolve(dirname(file), path!),
  }));
}
