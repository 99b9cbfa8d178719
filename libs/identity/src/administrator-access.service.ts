import { Inject, Injectable } from '@nestjs/common';
import { conflict, uuidv7 } from '#wasl/kernel';
import { type RuntimeSettings, SETTINGS, UnitOfWork } from '#wasl/platform';
import { auditUserAction } from './audit-user-action.js';
import { removeFactors } from './second-factor/second-factors.service.js';
import { type Invitation, StaffLinks } from './staff-links.service.js';
import { ADMINISTRATOR_DEFAULTS, checkStaff, writeStaff } from './write-staff.js';

/** In the audit trail: nobody was signed in, somebody ran a command on the machine. */
const AT_MACHINE = { origin: 'machine' };

export interface AdministratorInvitation extends Invitation {
  created: boolean;
}

/** Gives an administrator access from the command line, when no administrator can do it at the console. */
@Injectable()
export class AdministratorAccess {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(StaffLinks) private readonly links: StaffLinks,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
  ) {}

  /**
   * A link to set a password for an administrator; without an account of this address, one is created.
   * @param options.resetFactors also removes the second factors, for somebody who lost them
   * @throws conflict `user.not_administrator`, also for a disabled account
   */
  async invite(
    address: string,
    options: { name?: string; resetFactors?: boolean } = {},
  ): Promise<AdministratorInvitation> {
    const email = address.trim().toLowerCase();
    return this.unitOfWork.run(async (tx) => {
      const [found] = await tx.query<{ id: string; usable: boolean }>(
        `SELECT id, role = 'administrator' AND disabled_at IS NULL AS usable FROM staff WHERE email = $1 FOR UPDATE`,
        [email],
      );
      if (found && !found.usable) throw conflict('user.not_administrator');
      const id = found?.id ?? uuidv7();
      if (!found) {
        const draft = { ...ADMINISTRATOR_DEFAULTS, email, name: options.name ?? email.split('@')[0]! };
        await checkStaff(tx, id, draft);
        writeStaff(tx, id, draft);
        auditUserAction(tx, 'user.created', null, id, { role: draft.role, ...AT_MACHINE });
      } else if (options.resetFactors) await removeFactors(tx, id, null, this.settings.DEMO, AT_MACHINE);
      return { ...(await this.links.make(tx, id, null, AT_MACHINE)), created: !found };
    });
  }
}
