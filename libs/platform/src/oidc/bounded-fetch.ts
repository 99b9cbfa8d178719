/** Larger than any discovery document, key set, token or userinfo answer. */
const MAX_BYTES = 1_000_000;

/** The provider's answer was too large. */
export class AnswerTooLarge extends Error {}

/**
 * `fetch` without redirects, whose answer has at most {@link MAX_BYTES}. The caller's signal bounds the time of the
 * whole answer.
 */
export async function boundedFetch(url: string, options: RequestInit): Promise<Response> {
  const answer = await fetch(url, { ...options, redirect: 'manual' });
  const { status, statusText, headers } = answer;
  const body = await readBody(answer);
  return new Response(body.length > 0 ? body : null, { status, statusText, headers });
}

async function readBody(answer: Response): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body ?? []) {
    size += part.byteLength;
    // Leaving the loop cancels the rest.
    if (size > MAX_BYTES) throw new AnswerTooLarge(`more than ${MAX_BYTES} bytes`);
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}
