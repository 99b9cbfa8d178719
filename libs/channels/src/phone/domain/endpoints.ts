/** How the PBX names an agent's phone; `{extension}` stands for the extension. */
export type EndpointPattern = string;

export const DEFAULT_ENDPOINT: EndpointPattern = 'PJSIP/{extension}';

/** The endpoint to dial for an extension. */
export const endpointOf = (extension: string, pattern: EndpointPattern): string =>
  pattern.replace('{extension}', () => extension);

/** What follows an endpoint in the name of a channel or in a dial string: `-0000001b`, `;1`, `/n`, `/sip:…` */
const TAIL = String.raw`(?:-[0-9a-f]{8})?(?:;[12])?(?:/.*)?$`;
/** `PJSIP/201-0000001b`, `Local/202@agents-00000006;1`, `Local/202@agents/n`, `SIP/201`, `Agent/203` */
const ENDPOINT = new RegExp(String.raw`^[A-Za-z0-9]+/([^@/;]+?)(?:@[^;/]*?)?${TAIL}`, 's');

/** The extension in the name of a channel or of a queue member's interface; null when it names none. */
export function extensionIn(
  name: string | undefined,
  pattern: EndpointPattern = DEFAULT_ENDPOINT,
): string | null {
  if (!name) return null;
  return inPattern(name, pattern) ?? ENDPOINT.exec(name)?.[1] ?? null;
}

function inPattern(name: string, pattern: EndpointPattern): string | null {
  const [before, after] = pattern.split('{extension}').map(escaped) as [string, string];
  return new RegExp(`^${before}([^@/;]+?)${after}${TAIL}`, 's').exec(name)?.[1] ?? null;
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
