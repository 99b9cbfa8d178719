import { Inject, Injectable } from '@nestjs/common';
import type { TicketKind } from '#wasl/contracts';
import { Catalogue, type ServiceRow } from '#wasl/directory';
import type { UiLanguage } from '#wasl/kernel';
import { findServices } from './domain/find-services.js';

/** A service as shown to the public. */
export interface PublicService {
  code: string;
  name: string;
  description: string;
  kind: TicketKind;
  entity: { key: string; name: string };
  /** target in working minutes */
  firstResponseMinutes: number;
  resolutionMinutes: number;
}

/** The services offered to the public, in their language. */
@Injectable()
export class PublicServices {
  constructor(@Inject(Catalogue) private readonly catalogue: Catalogue) {}

  /** Without a query all services in their order, with one the matching services, best first. */
  async find(language: UiLanguage, words = ''): Promise<PublicService[]> {
    const services = (await this.catalogue.services()).filter((row) => row.active);
    services.sort((a, b) => a.position - b.position || (a.code < b.code ? -1 : 1));
    return Promise.all(findServices(services, words).map((row) => this.shown(row, language)));
  }

  async byCode(language: UiLanguage, code: string): Promise<PublicService | null> {
    const row = (await this.catalogue.services()).find((service) => service.code === code && service.active);
    return row ? this.shown(row, language) : null;
  }

  private async shown(row: ServiceRow, language: UiLanguage): Promise<PublicService> {
    const entity = (await this.catalogue.entities()).find((one) => one.id === row.entityId);
    const arabic = language === 'ar';
    return {
      code: row.code,
      name: arabic ? row.nameAr : row.nameEn,
      description: arabic ? row.descriptionAr : row.descriptionEn,
      kind: row.kind,
      entity: { key: entity?.key ?? '', name: (arabic ? entity?.nameAr : entity?.nameEn) ?? '' },
      firstResponseMinutes: row.firstResponseMinutes,
      resolutionMinutes: row.resolutionMinutes,
    };
  }
}
