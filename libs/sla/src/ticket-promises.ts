import { Inject, Injectable } from '@nestjs/common';
import { type Promised, Promises, type PromiseRequest } from '#wasl/tickets';
import { insertFirstClocks } from './clock-store.js';
import { NOTHING_HAPPENED, planClocks } from './domain/plan-clocks.js';
import { SlaRules } from './rules.service.js';

/** The due times of a new ticket under the policy that fits it best. */
@Injectable()
export class TicketPromises extends Promises {
  constructor(@Inject(SlaRules) private readonly rules: SlaRules) {
    super();
  }

  promise({ from, ...facts }: PromiseRequest): Promised {
    const ticket = {
      ...facts,
      status: 'new' as const,
      pendingOn: null,
      createdAt: from.getTime(),
      firstRespondedAt: null,
    };
    const clocks = planClocks(ticket, [], NOTHING_HAPPENED, this.rules.inForce, from.getTime());
    const due = (kind: string) => {
      const clock = clocks.find((one) => one.kind === kind);
      return clock ? new Date(clock.dueAt) : null;
    };
    return {
      firstResponseDueAt: due('first_response'),
      resolutionDueAt: due('resolution'),
      keep: (tx, ticketId) => insertFirstClocks(tx, ticketId, clocks),
    };
  }
}
