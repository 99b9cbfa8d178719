import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The path of a built script, for a thread or process of its own. Tests run from the sources, and find it in dist/.
 * @param beside the URL of a module in the same folder
 */
export function builtScriptPath(beside: string, name: string): string {
  const path = fileURLToPath(new URL(`./${name}.js`, beside));
  if (existsSync(path)) return path;
  const libs = path.lastIndexOf('libs');
  return `${path.slice(0, libs)}dist/${path.slice(libs)}`;
}
