import { Inject, Injectable } from '@nestjs/common';
import type { LadderStep } from '#wasl/directory';
import { invalidField, minutes } from '#wasl/kernel';
import type { Tx } from '#wasl/platform';
import { COUNTRY_CALENDAR, SlaRules } from '#wasl/sla';
import { nextStepAt } from './domain/ladder.js';

/** Of an entity, what decides by when it must act. */
export interface EntityTimes {
  id: string;
  key: string;
  active: boolean;
  calendar: string | null;
  acceptMinutes: number;
  answerMinutes: number;
  ladder: LadderStep[];
}

const SELECT = `SELECT id, key, active, calendar, accept_minutes AS "acceptMinutes", answer_minutes AS "answerMinutes",
  ladder FROM entity`;

/** Reads an entity, which then cannot be retired before the transaction ends. @throws invalid at `path` */
export async function requireOpenEntity(tx: Tx, key: string, path: string): Promise<EntityTimes> {
  const [entity] = await tx.query<EntityTimes>(`${SELECT} WHERE key = $1 FOR SHARE`, [key]);
  if (!entity) throw invalidField(path, 'not_found');
  if (!entity.active) throw invalidField(path, 'entity_closed');
  return entity;
}

export async function readEntityTimes(tx: Tx, id: string): Promise<EntityTimes> {
  const [entity] = await tx.query<EntityTimes>(`${SELECT} WHERE id = $1`, [id]);
  return entity!;
}

/** By when an entity must act, in its own opening hours, or those of the centre. */
@Injectable()
export class EntityClock {
  constructor(@Inject(SlaRules) private readonly rules: SlaRules) {}

  /** @param resolutionDueAt what the requester was promised; it holds for the entity, too, unless it is over */
  times(entity: EntityTimes, from: Date, resolutionDueAt: Date | null): { acceptBy: Date; dueAt: Date } {
    const promised = resolutionDueAt !== null && resolutionDueAt > from ? resolutionDueAt : null;
    return {
      acceptBy: this.after(entity, from, entity.acceptMinutes),
      dueAt: promised ?? this.after(entity, from, entity.answerMinutes),
    };
  }

  nextStepAt(entity: EntityTimes, taken: number, acceptBy: Date): Date {
    return nextStepAt(taken, entity.ladder, acceptBy, entity.acceptMinutes, (from, count) =>
      this.after(entity, from, count),
    );
  }

  private after({ calendar }: EntityTimes, from: Date, count: number): Date {
    const time = this.rules.current.workingTime(calendar ?? COUNTRY_CALENDAR);
    return new Date(time.after(from.getTime(), minutes(count)));
  }
}
