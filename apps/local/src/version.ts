import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The version in the package.json of the project, which lies above the sources and above their build. */
export const VERSION = versionAbove(import.meta.dirname);

function versionAbove(folder: string): string {
  try {
    const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      name?: string;
      version?: string;
    };
    if (name === 'wasl' && version) return version;
  } catch {
    // not in this folder
  }
  const parent = dirname(folder);
  return parent === folder ? 'unknown' : versionAbove(parent);
}
