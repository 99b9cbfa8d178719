import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The path of the built script beside this file. Tests run from the sources, and find it in dist/. */
export function builtScriptPath(name: string): string {
  const beside = fileURLToPath(new URL(`./${name}.js`, import.meta.url));
  if (existsSync(beside)) return beside;
  return fileURLToPath(new URL(`../../../../dist/libs/tickets/src/pictures/${name}.js`, import.meta.url));
}
