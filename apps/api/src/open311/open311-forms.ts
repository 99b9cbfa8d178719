import type { ApiBodyOptions, ApiParamOptions } from '@nestjs/swagger';

import { FORMATS } from './spark.js';

export const FORMAT: ApiParamOptions = { name: 'format', enum: FORMATS };

const text = (description: string, example?: string) => ({
  type: 'string' as const,
  description,
  ...(example && { example }),
});
const KEY = { api_key: text('given to a program by an administrator') };
const FILE = { type: 'string' as const, format: 'binary' };

/** The fields of GeoReport v2. Answers to a service's questions are further fields, named `attribute[CODE]`. */
export const REQUEST_FORM: ApiBodyOptions = {
  schema: {
    type: 'object',
    description:
      'Questions of the service are answered by fields named `attribute[CODE]`, those with several answers by `attribute[CODE][]`.',
    properties: {
      ...KEY,
      service_code: text('of the list of services', 'street-light'),
      lat: text('WGS 84; with `long`, or an address instead', '26.2235'),
      long: text('WGS 84', '50.5876'),
      address_string: text('where, instead of a position', 'Road 1204, Manama'),
      address_id: text('where, instead of a position, by its id'),
      email: text('of the person', 'mona@example.com'),
      device_id: text('of the device that the report comes from'),
      account_id: text('of the person, as the program knows them'),
      first_name: text('of the person', 'Mona'),
      last_name: text('of the person', 'Ali'),
      phone: text('of the person', '+97317000001'),
      description: text('at most 4,000 characters', 'The light before house 12 has been out since Sunday.'),
      media_url: text('the address of a picture'),
      media: { type: 'array', items: FILE, description: 'pictures, as multipart/form-data only' },
    },
    required: ['api_key', 'service_code'],
    additionalProperties: { type: 'string' },
  },
};

export const UPDATE_FORM: ApiBodyOptions = {
  schema: {
    type: 'object',
    properties: {
      ...KEY,
      service_request_id: text('the number of the request', '2648-1937-0521'),
      update_id: text('of the program; a repetition is stored once'),
      status: text('`closed` says that the matter is settled', 'open'),
      description: text('not required with `media_url`, or where the matter is settled', 'It is dark again.'),
      media_url: text('the address of a picture'),
    },
    required: ['api_key', 'service_request_id'],
    additionalProperties: { type: 'string' },
  },
};
