import { type DynamicModule, Module } from '@nestjs/common';
import { SETTINGS, type RuntimeSettings } from './settings.js';

/** Makes the checked settings available everywhere under {@link SETTINGS}. */
@Module({})
export class ConfigModule {
  static forRoot(settings: RuntimeSettings): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [{ provide: SETTINGS, useValue: settings }],
      exports: [SETTINGS],
    };
  }
}
