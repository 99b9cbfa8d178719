import { readFileSync } from 'node:fs';

interface Field {
  key: string;
  value: string;
  disabled?: boolean;
}
export interface PostmanItem {
  name: string;
  request: {
    method: string;
    description: string;
    auth?: { type: string };
    header: Field[];
    url: { raw: string; host: string[]; path: string[]; query?: Field[]; variable: Field[] };
    body?: { mode: string; raw?: string };
  };
}
interface Collection {
  info: { schema: string };
  auth: { type: string; bearer: Field[] };
  item: { name: string; item: PostmanItem[] }[];
}

/** A collection of Postman, sent as such programs do: variables replaced, what is turned off left out. */
export class PostmanCollection {
  readonly content: Collection;

  constructor(
    file: string,
    private readonly variables: Record<string, string> = {},
  ) {
    this.content = JSON.parse(readFileSync(file, 'utf8')) as Collection;
  }

  get items(): PostmanItem[] {
    return this.content.item.flatMap(({ item }) => item);
  }

  /** @param operation id in the OpenAPI document */
  find(operation: string): PostmanItem {
    const found = this.items.find(({ request }) => request.description.split('\n')[0] === operation);
    if (!found) throw new Error(`${operation} is not in the collection`);
    return found;
  }

  /** @param path values of variables in the address @param headers what a person changed in the form */
  send(
    { request }: PostmanItem,
    path: Record<string, string> = {},
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const { host, path: segments, query = [], variable } = request.url;
    const values = { ...Object.fromEntries(variable.map(({ key, value }) => [key, value])), ...path };
    const address = segments.map((one) => one.replace(/^:(\w+)$/, (_, name: string) => values[name] ?? ''));
    const asked = new URLSearchParams(enabled(query).map(({ key, value }) => [key, this.fill(value)]));
    const isOpen = request.auth?.type === 'noauth';
    return fetch(`${this.fill(host.join('.'))}/${address.join('/')}?${asked}`, {
      method: request.method,
      redirect: 'manual',
      headers: {
        ...Object.fromEntries(enabled(request.header).map(({ key, value }) => [key, this.fill(value)])),
        ...(!isOpen && { authorization: this.fill('Bearer {{token}}') }),
        ...headers,
      },
      body: request.body?.mode === 'raw' ? this.fill(request.body.raw!) : undefined,
    });
  }

  private fill(text: string): string {
    return text.replace(/\{\{(\$?\w+)\}\}/g, (whole, name: string) =>
      name === '$guid' ? crypto.randomUUID() : (this.variables[name] ?? whole),
    );
  }
}

const enabled = (fields: Field[]) => fields.filter(({ disabled }) => !disabled);
