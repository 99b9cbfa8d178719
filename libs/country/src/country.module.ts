import { Global, Module } from '@nestjs/common';
import { SETTINGS, type RuntimeSettings, SettingsError } from '#wasl/platform';
import { COUNTRY_PROFILE, readCountryProfile } from './profile.js';

@Global()
@Module({
  providers: [
    {
      provide: COUNTRY_PROFILE,
      inject: [SETTINGS],
      useFactory: (settings: RuntimeSettings) => {
        try {
          return readCountryProfile(settings.COUNTRY);
        } catch (error) {
          throw new SettingsError((error as Error).message);
        }
      },
    },
  ],
  exports: [COUNTRY_PROFILE],
})
export class CountryModule {}
