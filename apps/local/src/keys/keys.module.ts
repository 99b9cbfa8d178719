import { type DynamicModule, Module } from '@nestjs/common';
import { AuditTrail } from '#wasl/audit';
import { ResealSecrets } from '#wasl/identity';
import { PlatformModule, type RuntimeSettings } from '#wasl/platform';
import { ResealWebhookSecrets } from '#wasl/webhooks';
import { RotateKeys } from './rotate-keys.js';

/** The providers needed to rotate SECRET_KEY, and no server. */
@Module({})
export class KeysModule {
  static forRoot(settings: RuntimeSettings): DynamicModule {
    return {
      module: KeysModule,
      imports: [PlatformModule.forRoot({ ...settings, DATABASE_POOL: 2 }, 'rotate-keys', [])],
      providers: [AuditTrail, ResealSecrets, ResealWebhookSecrets, RotateKeys],
    };
  }
}
