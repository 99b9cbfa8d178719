import type { FiledRequest, OfferedService, PublicRequest, RequestUpdate } from '#wasl/channels';
import type { ServiceAttribute } from '#wasl/directory';
import type { UiLanguage } from '#wasl/kernel';
import { type SparkObject, SparkList, type SparkValue } from './spark.js';

/** W3C date and time, to the second, in UTC. */
export const w3c = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;
/** Unknown or empty is null in JSON and an empty element in XML. */
const orNull = (text: string | null): SparkValue => text || null;

export const presentServices = (services: OfferedService[]): SparkList =>
  new SparkList(
    'service',
    services.map((service) => ({
      service_code: service.code,
      service_name: service.name,
      description: service.description,
      metadata: service.metadata,
      type: service.type,
      keywords: service.keywords.join(', '),
      group: service.group,
    })),
  );

export const presentDefinition = (
  code: string,
  attributes: ServiceAttribute[],
  language: UiLanguage,
): SparkObject => ({
  service_code: code,
  attributes: new SparkList(
    'attribute',
    attributes.map((attribute, i) => ({
      variable: attribute.variable,
      code: attribute.code,
      datatype: attribute.datatype,
      required: attribute.required,
      datatype_description: orNull(attribute.datatypeDescription[language]),
      order: i + 1,
      description: attribute.description[language],
      ...(attribute.values.length > 0 && {
        values: new SparkList(
          'value',
          attribute.values.map(({ key, name }) => ({ key, name: name[language] })),
        ),
      }),
    })),
  ),
});

export const presentFiled = ({ number, token, notice, accountId }: FiledRequest): SparkList =>
  new SparkList('request', [
    {
      ...(number && { service_request_id: number }),
      ...(token && { token }),
      service_notice: notice,
      account_id: orNull(accountId),
    },
  ]);

export const presentToken = (number: string, token: string): SparkList =>
  new SparkList('request', [{ service_request_id: number, token }]);

export const presentRequests = (requests: PublicRequest[], extensions: boolean): SparkList =>
  new SparkList(
    'request',
    requests.map((request) => ({
      service_request_id: request.number,
      status: request.status,
      status_notes: orNull(request.statusNotes),
      service_name: request.serviceName,
      service_code: request.serviceCode,
      description: orNull(request.description),
      agency_responsible: orNull(request.agency),
      service_notice: orNull(request.notice),
      requested_datetime: w3c(request.requestedAt),
      updated_datetime: w3c(request.updatedAt),
      expected_datetime: request.expectedAt ? w3c(request.expectedAt) : null,
      address: orNull(request.address),
      address_id: orNull(request.addressId),
      zipcode: null,
      lat: request.lat,
      long: request.long,
      media_url: orNull(request.mediaUrl),
      ...(extensions && { extended_attributes: presentExtended(request.extended) }),
    })),
  );

const presentExtended = ({ status, answers }: PublicRequest['extended']): SparkObject => ({
  detailed_status: status,
  attributes: new SparkList(
    'attribute',
    Object.entries(answers).flatMap(([code, values]) => values.map((value) => ({ code, value }))),
  ),
});

export const presentUpdates = (updates: RequestUpdate[]): SparkList =>
  new SparkList(
    'request_update',
    updates.map((update) => ({
      update_id: update.id,
      service_request_id: update.number,
      status: update.status,
      updated_datetime: w3c(update.at),
      description: update.description,
      media_url: null,
    })),
  );

export const presentUpdateId = (id: string): SparkList =>
  new SparkList('request_update', [{ update_id: id }]);
