import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EntityKind } from '#wasl/contracts';

/** A government body. */
@Entity('entity')
export class EntityRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') key: string;
  @Column('text', { name: 'name_ar' }) nameAr: string;
  @Column('text', { name: 'name_en' }) nameEn: string;
  @Column('text') kind: EntityKind;
  /** the entity that it is a part of */
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId: string | null;
  @Column('boolean') active: boolean;
  @Column('integer') version: number;
}
