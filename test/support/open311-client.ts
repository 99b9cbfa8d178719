import { XMLParser } from 'fast-xml-parser';

export type Format = 'xml' | 'json';
/** The fields of one element; XML values are always text. */
export type Row = { [name: string]: string | undefined } & { extended_attributes?: never };

export interface Attribute extends Record<string, unknown> {
  order: number | string;
  datatype: string;
  values?: { key: string; name: string }[];
}

export interface Answer {
  status: number;
  contentType: string;
  text: string;
  rows: Row[];
}

/** Elements that may repeat according to the specification. */
const LISTS = new Set([
  'service',
  'attribute',
  'value',
  'request',
  'error',
  'endpoint',
  'format',
  'request_update',
]);

/** A client written only from the Open311 GeoReport v2 specification. */
export class Open311Client {
  constructor(
    private readonly base: string,
    private readonly format: Format,
    private readonly key: string,
  ) {}

  async discover(): Promise<{ endpoints: { specification: string; url: string; formats: string[] }[] }> {
    const { body } = await this.call(`${this.base}/discovery.${this.format}`);
    if (this.format === 'json') return body as never;
    const { endpoints } = (body as { discovery: { endpoints: { endpoint: object[] } } }).discovery;
    return {
      endpoints: endpoints.endpoint.map((one) => ({
        ...one,
        formats: (one as { formats: { format: string[] } }).formats.format,
      })) as never,
    };
  }

  async definition(code: string): Promise<{ service_code: string; attributes: Attribute[] }> {
    const { body } = await this.call(`${this.base}/v2/services/${code}.${this.format}`);
    if (this.format === 'json') return body as never;
    const { service_definition: definition } = body as {
      service_definition: { service_code: string; attributes: { attribute: Record<string, unknown>[] } };
    };
    return {
      service_code: definition.service_code,
      attributes: definition.attributes.attribute.map((one) => ({
        ...one,
        values: (one.values as { value: object[] } | undefined)?.value,
      })) as never,
    };
  }

  get(resource: string, query: Record<string, string> = {}): Promise<Answer> {
    const text = new URLSearchParams(query).toString();
    return this.list(`${this.base}/v2/${resource}.${this.format}${text && `?${text}`}`);
  }

  post(resource: string, fields: Record<string, string | string[]>): Promise<Answer> {
    const form = new URLSearchParams();
    for (const [name, value] of Object.entries({ api_key: this.key, ...fields })) {
      for (const one of [value].flat()) form.append(name, one);
    }
    return this.list(`${this.base}/v2/${resource}.${this.format}`, { method: 'POST', body: form });
  }

  private async list(url: string, init?: RequestInit): Promise<Answer> {
    const { body, ...answer } = await this.call(url, init);
    return { ...answer, rows: this.format === 'json' ? (body as Row[]) : rowsOf(body as never) };
  }

  private async call(url: string, init?: RequestInit) {
    const response = await fetch(url, init);
    const text = await response.text();
    const contentType = response.headers.get('content-type') ?? '';
    return { status: response.status, contentType, text, body: this.read(text) };
  }

  private read(text: string): unknown {
    if (this.format === 'json') return JSON.parse(text);
    return new XMLParser({ parseTagValue: false, isArray: (name) => LISTS.has(name) }).parse(text);
  }
}

/** The rows of the list in an XML answer. */
function rowsOf(body: Record<string, unknown>): Row[] {
  const root = Object.entries(body).find(([name]) => name !== '?xml')![1];
  return root === '' ? [] : (Object.values(root as Record<string, Row[]>)[0] ?? []);
}
