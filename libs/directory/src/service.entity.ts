import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Proof, TicketKind } from '#wasl/contracts';
import type { Open311Type, ServiceAttribute } from './domain/service-attribute.js';

/** A service that an entity offers. SLA targets are in minutes of business time. */
@Entity('service')
export class ServiceRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('uuid', { name: 'entity_id' }) entityId: string;
  @Column('uuid', { name: 'queue_id' }) queueId: string;
  @Column('text', { name: 'name_ar' }) nameAr: string;
  @Column('text', { name: 'name_en' }) nameEn: string;
  @Column('text', { name: 'description_ar' }) descriptionAr: string;
  @Column('text', { name: 'description_en' }) descriptionEn: string;
  @Column('text') keywords: string;
  @Column('text') kind: TicketKind;
  @Column('integer', { name: 'first_response_minutes' }) firstResponseMinutes: number;
  @Column('integer', { name: 'resolution_minutes' }) resolutionMinutes: number;
  /** what an entity must show before a matter of it counts as fixed */
  @Column('text') proof: Proof;
  @Column('smallint') position: number;
  @Column('boolean') active: boolean;
  /** its tickets are closed to all but some groups, and reading one is recorded in the audit trail */
  @Column('boolean') restricted: boolean;
  /** the groups of staff that may read its tickets when it is restricted */
  @Column('text', { name: 'reader_groups', array: true }) readerGroups: string[];
  /** Open311 response type; null when it is not offered through Open311 */
  @Column('text', { nullable: true }) open311: Open311Type | null;
  /** services of one group are shown together */
  @Column('text', { name: 'group_ar' }) groupAr: string;
  @Column('text', { name: 'group_en' }) groupEn: string;
  /** questions of the service, in order */
  @Column('jsonb') attributes: ServiceAttribute[];
  @Column('integer') version: number;
}
