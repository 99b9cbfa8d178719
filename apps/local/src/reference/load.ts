import { readFileSync } from 'node:fs';

/** Reads one of the JSON files in this folder. */
export function loadJson<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(`./${file}`, import.meta.url), 'utf8')) as T;
}
