import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A government body. */
@Entity('entity')
export class EntityRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') key: string;
  @Column('text', { name: 'name_ar' }) nameAr: string;
  @Column('text', { name: 'name_en' }) nameEn: string;
  @Column('boolean') active: boolean;
  @Column('integer') version: number;
}
