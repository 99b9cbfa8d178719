import { watch } from 'node:fs';
import { affectedPrograms, isWatched } from '../domain/affected-programs.js';
import type { Started } from '../run-locally.js';

/** An editor writes a file in several steps, and several files at once. */
const SETTLE_MS = 80;
const FOLDERS = ['apps', 'libs', 'migrations'];

export interface RestartOptions extends Pick<Started, 'system' | 'say'> {
  /** builds what changed. @returns the changed sources, relative to the root */
  build(): Promise<string[]>;
}

/**
 * Watches the sources below the working directory: builds what changed and restarts the programs that run it. A failure
 * is reported, and what it concerns is tried again with the next change.
 */
export function restartOnChange({ system, say, build }: RestartOptions): void {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let updating = Promise.resolve();

  const update = async () => {
    for (const path of await build()) changed.add(path);
    const { programs, prepare, self } = affectedPrograms([...changed]);
    if (self) say('The development server itself has changed: start npm run dev again');
    if (programs.length > 0) {
      const from = Date.now();
      await system.restart(programs, { prepare });
      say(`Restarted ${programs.join(', ')} in ${((Date.now() - from) / 1000).toFixed(1)} s`);
    }
    changed.clear();
  };
  for (const folder of FOLDERS) {
    const watcher = watch(folder, { recursive: true }, (_event, file) => {
      if (!file || !isWatched(`${folder}/${file}`)) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        updating = updating.then(update).catch((error: Error) => say(error.message));
      }, SETTLE_MS);
    });
    watcher.on('error', (error) => say(`${folder} is not watched any more: ${error.message}`));
  }
}
