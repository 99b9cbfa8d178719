import { type DynamicModule, Module } from '@nestjs/common';
import { IdentityModule } from '#wasl/identity';
import { PlatformModule, type RuntimeSettings } from '#wasl/platform';

/** Staff accounts, and no server. */
@Module({})
export class AdminModule {
  static forRoot(settings: RuntimeSettings): DynamicModule {
    return {
      module: AdminModule,
      imports: [PlatformModule.forRoot({ ...settings, DATABASE_POOL: 2 }, 'admin', []), IdentityModule],
    };
  }
}
