import { type DynamicModule, Module } from '@nestjs/common';
import { SETTINGS, type RunningSettings } from './settings.js';

/** Makes the checked settings available everywhere under {@link SETTINGS}. */
@Module({})
export class ConfigModule {
  static forRoot(settings: RunningSettings): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [{ provide: SETTINGS, useValue: settings }],
      exports: [SETTINGS],
    };
  }
}
