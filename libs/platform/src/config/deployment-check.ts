import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '../database/database.js';
import { type DatabaseIdentity, deploymentWarnings } from './deployment-warnings.js';
import { SETTINGS, type RuntimeSettings } from './settings.js';

/**
 * Logs at start what an operator should change. It only warns, so that existing installations still start after an
 * upgrade.
 */
@Injectable()
export class DeploymentCheck implements OnApplicationBootstrap {
  private readonly logger = new Logger('Deployment');

  constructor(
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
    @Inject(Database) private readonly database: Database,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const [identity] = await this.database.query<DatabaseIdentity>(
      `SELECT rolname AS user, rolsuper AS "isSuperuser",
         EXISTS (SELECT 1 FROM pg_class c WHERE c.oid = to_regclass('public.ticket')
                 AND pg_has_role(c.relowner, 'USAGE')) AS "isOwner"
       FROM pg_roles WHERE rolname = current_user`,
    );
    if (identity)
      for (const warning of deploymentWarnings(this.settings, identity)) this.logger.warn(warning);
  }
}
