import { Inject, Injectable } from '@nestjs/common';
import { Catalogue, type Open311Type, type ServiceAttribute, type ServiceRow } from '#wasl/directory';
import { notFound, type UiLanguage } from '#wasl/kernel';

/** A service in the format of the specification. */
export interface OfferedService {
  code: string;
  name: string;
  description: string;
  /** whether it asks questions of its own */
  metadata: boolean;
  type: Open311Type;
  keywords: string[];
  group: string;
}

export type OfferedRow = ServiceRow & { open311: Open311Type };

/** The services offered through Open311. */
@Injectable()
export class OfferedServices {
  constructor(@Inject(Catalogue) private readonly catalogue: Catalogue) {}

  async list(language: UiLanguage): Promise<OfferedService[]> {
    const entities = new Map((await this.catalogue.entities()).map((entity) => [entity.id, entity]));
    const offered = (await this.catalogue.services()).filter(isOffered);
    offered.sort((a, b) => a.position - b.position || (a.code < b.code ? -1 : 1));
    return offered.map((row) => {
      const entity = entities.get(row.entityId);
      const arabic = language === 'ar';
      return {
        code: row.code,
        name: arabic ? row.nameAr : row.nameEn,
        description: arabic ? row.descriptionAr : row.descriptionEn,
        metadata: row.attributes.length > 0,
        type: row.open311,
        keywords: row.keywords.split(/[\s,،]+/).filter(Boolean),
        group: (arabic ? row.groupAr || entity?.nameAr : row.groupEn || entity?.nameEn) ?? '',
      };
    });
  }

  /** @throws not_found `service.not_offered` */
  async byCode(code: string): Promise<OfferedRow> {
    const row = (await this.catalogue.services()).find((service) => service.code === code);
    if (!row || !isOffered(row)) throw notFound('service.not_offered');
    return row;
  }

  /** @throws not_found `service.not_offered` */
  async attributes(code: string): Promise<ServiceAttribute[]> {
    return (await this.byCode(code)).attributes;
  }
}

const isOffered = (row: ServiceRow): row is OfferedRow => row.active && row.open311 !== null;
