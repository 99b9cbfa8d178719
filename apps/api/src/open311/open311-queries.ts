import { applyDecorators } from '@nestjs/common';
import { ApiQuery, type ApiQueryOptions } from '@nestjs/swagger';
import { UI_LANGUAGES } from '#wasl/kernel';

type Documented = ApiQueryOptions & { name: string };

/** As one text: several are separated by commas. */
const text = (name: string, description: string, example: string): Documented => ({
  name,
  required: false,
  description,
  schema: { type: 'string', example },
});

const number = (name: string, description: string, maximum: number, example: number): Documented => ({
  name,
  required: false,
  description,
  schema: { type: 'integer', minimum: 1, maximum, default: example, example },
});

/** Programs send it to every endpoint. */
const JURISDICTION = text(
  'jurisdiction_id',
  'accepted and ignored: an installation is one jurisdiction',
  'contact.example',
);
const LANGUAGE: Documented = {
  name: 'lang',
  required: false,
  description: 'of names and texts; comes before Accept-Language. Only its first two letters count.',
  schema: { type: 'string', example: UI_LANGUAGES[0] },
};
const EXTENSIONS: Documented = {
  name: 'extensions',
  required: false,
  description: 'whether requests are shown with fields beyond GeoReport v2',
  schema: { type: 'string', enum: ['true', 'false'], example: 'true' },
};
const WINDOW: readonly Documented[] = [
  text(
    'start_date',
    'W3C date and time. Without end_date: ninety days from it, at most until now.',
    '2026-11-01T00:00:00Z',
  ),
  text(
    'end_date',
    'W3C date and time; now, if it is not given. At most ninety days are searched, the newest of them.',
    '2026-11-30T23:59:59Z',
  ),
  number('page', 'the first is 1', 1_000, 1),
  number('page_size', 'more than the maximum counts as the maximum', 1_000, 1_000),
];
const SEARCH: readonly Documented[] = [
  text(
    'service_request_id',
    'numbers of requests, separated by commas, at most 200; no other filter counts then',
    '2648-1937-0521',
  ),
  text('service_code', 'codes of services, separated by commas, at most 200', 'street-light'),
  text('status', '`open` or `closed`, or both, separated by a comma', 'open'),
  ...WINDOW,
  EXTENSIONS,
];

const documented = (...queries: readonly Documented[]) =>
  applyDecorators(...queries.map((query) => ApiQuery(query)));

/** The query parameters of each kind of operation that reads, for the OpenAPI document. */
export const QueryOfToken = () => documented(JURISDICTION);
export const QueryOfServices = () => documented(JURISDICTION, LANGUAGE);
export const QueryOfRequest = () => documented(JURISDICTION, LANGUAGE, EXTENSIONS);
export const QueryOfRequests = () => documented(JURISDICTION, LANGUAGE, ...SEARCH);
export const QueryOfUpdates = () => documented(JURISDICTION, LANGUAGE, ...WINDOW);
