import { Inject, Injectable } from '@nestjs/common';
import { type TicketDueTimes, SlaTargets, type SlaTargetRequest } from '#wasl/tickets';
import { insertFirstClocks } from './clock-store.js';
import { NO_ACTIVITY, planClocks } from './domain/plan-clocks.js';
import { SlaRules } from './rules.service.js';

/** The due times of a new ticket under the policy that fits it best. */
@Injectable()
export class PolicySlaTargets extends SlaTargets {
  constructor(@Inject(SlaRules) private readonly rules: SlaRules) {
    super();
  }

  dueTimesFor({ from, ...facts }: SlaTargetRequest): TicketDueTimes {
    const ticket = {
      ...facts,
      status: 'new' as const,
      pendingOn: null,
      createdAt: from.getTime(),
      firstRespondedAt: null,
    };
    const clocks = planClocks(ticket, [], NO_ACTIVITY, this.rules.current, from.getTime());
    const due = (kind: string) => {
      const clock = clocks.find((one) => one.kind === kind);
      return clock ? new Date(clock.dueAt) : null;
    };
    return {
      firstResponseDueAt: due('first_response'),
      resolutionDueAt: due('resolution'),
      persist: (tx, ticketId) => insertFirstClocks(tx, ticketId, clocks),
    };
  }
}
