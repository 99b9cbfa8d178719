import type { ProgramMessage } from '../../../libs/platform/src/start-progress.js';

/** @returns null for an unknown message */
export function readProgramMessage(given: unknown): ProgramMessage | null {
  const said = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>;
  switch (said.type) {
    case 'alive':
      return { type: 'alive' };
    case 'phase':
      return typeof said.phase === 'string' ? { type: 'phase', phase: said.phase } : null;
    case 'failed':
      return typeof said.message === 'string' ? { type: 'failed', message: said.message } : null;
    case 'ready':
      return { type: 'ready', url: typeof said.url === 'string' ? said.url : undefined };
    default:
      return null;
  }
}
