import {
  presentDefinition,
  presentFiled,
  presentRequests,
  presentServices,
  presentToken,
  presentUpdateId,
  presentUpdates,
} from '../open311/present.js';
import { serialize, SparkList, type SparkValue } from '../open311/spark.js';

const NUMBER = '2648-1937-0521';
const TOKEN = '0199d1c27a547c1e9b1f3f2a6f1c9d10';
const AT = new Date('2026-03-01T08:30:00Z');
const CHANGESET = '2026-11-23T00:00:00Z';

const REQUEST = presentRequests(
  [
    {
      number: NUMBER,
      status: 'open',
      statusNotes: 'A technician comes tomorrow.',
      serviceName: 'Street light out',
      serviceCode: 'street-light',
      description: 'The light before house 12 has been out since Sunday.',
      agency: 'Works',
      notice: 'Lights are mended within five days.',
      requestedAt: AT,
      updatedAt: AT,
      expectedAt: new Date('2026-03-06T08:30:00Z'),
      address: 'Road 1204, Manama',
      addressId: null,
      lat: 26.2235,
      long: 50.5876,
      mediaUrl: null,
      extended: { status: 'open', answers: {} },
    } as Parameters<typeof presentRequests>[0][number],
  ],
  false,
);

const OPEN311: Record<string, [root: string, value: SparkValue]> = {
  Discovery_discover: [
    'discovery',
    {
      changeset: CHANGESET,
      contact: 'general@contact.example',
      key_service: 'An api_key is given to programs on request: general@contact.example',
      endpoints: new SparkList('endpoint', [
        {
          specification: 'http://wiki.open311.org/GeoReport_v2',
          url: 'https://wasl.example/open311/v2',
          changeset: CHANGESET,
          type: 'production',
          formats: new SparkList('format', ['text/xml', 'application/json']),
        },
      ]),
    },
  ],
  Open311_list: [
    'services',
    presentServices([
      {
        code: 'street-light',
        name: 'Street light out',
        description: 'A light of a street does not work.',
        metadata: true,
        type: 'realtime',
        keywords: ['light', 'lamp'],
        group: 'Streets',
      } as Parameters<typeof presentServices>[0][number],
    ]),
  ],
  Open311_definition: [
    'service_definition',
    presentDefinition(
      'street-light',
      [
        {
          variable: true,
          code: 'LAMPS',
          datatype: 'number',
          required: true,
          datatypeDescription: { ar: '', en: 'a whole number' },
          description: { ar: 'كم عدد المصابيح؟', en: 'How many lamps?' },
          values: [],
        } as unknown as Parameters<typeof presentDefinition>[1][number],
      ],
      'en',
    ),
  ],
  Open311_file: [
    'service_requests',
    presentFiled({
      number: NUMBER,
      notice: 'Lights are mended within five days.',
      accountId: null,
    }),
  ],
  Open311_search: ['service_requests', REQUEST],
  Open311_get: ['service_requests', REQUEST],
  Open311_token: ['service_requests', presentToken(NUMBER, TOKEN)],
  Open311_listUpdates: [
    'service_request_updates',
    presentUpdates([
      {
        id: '1',
        number: NUMBER,
        status: 'open',
        at: AT,
        description: 'A technician comes tomorrow.',
      } as Parameters<typeof presentUpdates>[0][number],
    ]),
  ],
  Open311_addUpdate: ['service_request_updates', presentUpdateId('1')],
};

/** Examples of answers whose schema says too little to make one, by operation and type. */
export function givenExample(operationId: string, type: string): unknown {
  const [root, value] = OPEN311[operationId] ?? [];
  if (!root) return undefined;
  if (type === 'text/xml') return serialize('xml', root, value!);
  return type === 'application/json' ? (JSON.parse(serialize('json', root, value!)) as unknown) : undefined;
}
