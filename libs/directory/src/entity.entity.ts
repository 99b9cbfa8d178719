import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EntityKind } from '#wasl/contracts';

/** A step of an entity's escalation ladder: who is told when nobody takes what was referred. */
export interface LadderStep {
  /** minutes of business time after the time for accepting is over */
  afterMinutes: number;
  /** ids of staff of the entity */
  officers: string[];
}

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
  /** key; null: the hours of the country */
  @Column('text', { nullable: true }) calendar: string | null;
  /** within how much business time it accepts or returns what is referred to it */
  @Column('integer', { name: 'accept_minutes' }) acceptMinutes: number;
  /** within how much it answers, where the ticket has no due time of its own */
  @Column('integer', { name: 'answer_minutes' }) answerMinutes: number;
  @Column('jsonb') ladder: LadderStep[];
  @Column('boolean') active: boolean;
  @Column('integer') version: number;
}
