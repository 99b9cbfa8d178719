/** How much of an answer is kept for administrators. */
const MAX_CHARACTERS = 500;

/** The beginning of an answer as text that can be stored and shown: what is not text is replaced. */
export function excerptOf(body: Uint8Array): string {
  const text = new TextDecoder()
    .decode(body)
    // Control and formatting characters could change how the rest is shown.
    .replace(/[^\P{C}\n\t]/gu, '\uFFFD')
    .trim();
  const characters = Array.from(text);
  return characters.length > MAX_CHARACTERS ? `${characters.slice(0, MAX_CHARACTERS).join('')}…` : text;
}
