import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where tickets wait for agents. */
@Entity('queue')
export class QueueRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') key: string;
  @Column('text', { name: 'name_ar' }) nameAr: string;
  @Column('text', { name: 'name_en' }) nameEn: string;
  /** queues of one pool are routed together, because they share agents */
  @Column('text') pool: string;
  /** the X of "answered within X seconds" */
  @Column('integer', { name: 'threshold_seconds' }) thresholdSeconds: number;
  /** how long an offer stays open */
  @Column('integer', { name: 'offer_seconds' }) offerSeconds: number;
  @Column('integer', { name: 'wrap_up_seconds' }) wrapUpSeconds: number;
  /** numbers that reach this queue, in E.164 or as short codes */
  @Column('text', { name: 'dial_numbers', array: true }) dialNumbers: string[];
  @Column('smallint') position: number;
  @Column('boolean') active: boolean;
}
