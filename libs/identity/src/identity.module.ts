import { Global, Module } from '@nestjs/common';
import { Authenticator } from '#wasl/platform';
import { ApiTokens } from './api-tokens.service.js';
import { KnownDevices } from './known-devices.js';
import { OneTimeCodes } from './one-time-codes.service.js';
import { OwnPassword } from './own-password.service.js';
import { SessionAuthenticator } from './session-authenticator.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { SignIn } from './sign-in.service.js';
import { ResealSecrets } from './reseal-secrets.service.js';
import { Sessions } from './sessions.service.js';
import { SignInLocks } from './sign-in-locks.service.js';
import { StaffLinks } from './staff-links.service.js';
import { StaffRow } from './staff.entity.js';
import { UserAdmin } from './user-admin.service.js';

export const IDENTITY_ROWS = [StaffRow];

const SERVICES = [
  SignIn,
  ApiTokens,
  OneTimeCodes,
  OwnPassword,
  ResealSecrets,
  Sessions,
  SignInLocks,
  StaffLinks,
  UserAdmin,
];

@Global()
@Module({
  providers: [
    ...SERVICES,
    SignInAttempts,
    KnownDevices,
    { provide: Authenticator, useClass: SessionAuthenticator },
  ],
  exports: [...SERVICES, Authenticator],
})
export class IdentityModule {}
