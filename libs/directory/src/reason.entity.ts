import { Column, Entity, PrimaryColumn } from 'typeorm';

export const REASON_USES = ['not_ready', 'decline', 'wrap_up'] as const;
export type ReasonUse = (typeof REASON_USES)[number];

/** A configured reason that agents choose: for a break, for declining, as the outcome of an interaction. */
@Entity('reason')
export class ReasonRow {
  @PrimaryColumn('text') use: ReasonUse;
  @PrimaryColumn('text') key: string;
  @Column('text', { name: 'name_ar' }) nameAr: string;
  @Column('text', { name: 'name_en' }) nameEn: string;
  @Column('smallint') position: number;
  @Column('boolean') active: boolean;
}
