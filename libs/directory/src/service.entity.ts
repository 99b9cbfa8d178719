import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TicketKind } from '#wasl/contracts';

/** What an entity offers or answers for. Promises are in minutes of business time. */
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
  @Column('smallint') position: number;
  @Column('boolean') active: boolean;
}
