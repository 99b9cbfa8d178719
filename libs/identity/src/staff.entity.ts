import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '#wasl/contracts';

/** A person who works in the contact centre. */
@Entity('staff')
export class StaffRow {
  @PrimaryColumn('uuid') id: string;
  /** lower case */
  @Column('text') email: string;
  @Column('text') name: string;
  @Column('text', { name: 'password_hash', nullable: true, select: false }) passwordHash: string | null;
  @Column('text') role: Role;
  @Column('text') language: string;
  /** the desk phone, as the exchange dials it */
  @Column('text', { nullable: true }) extension: string | null;
  /** how much work this person may hold at once, in units */
  @Column('integer', { name: 'capacity_units' }) capacityUnits: number;
  @Column('timestamptz', { name: 'disabled_at', nullable: true }) disabledAt: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
