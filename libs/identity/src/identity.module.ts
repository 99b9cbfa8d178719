import { Global, Module } from '@nestjs/common';
import { Authenticator } from '#wasl/platform';
import { ApiTokens } from './api-tokens.service.js';
import { SessionAuthenticator } from './session-authenticator.js';
import { SignIn } from './sign-in.service.js';
import { StaffRow } from './staff.entity.js';

export const IDENTITY_ROWS = [StaffRow];

@Global()
@Module({
  providers: [SignIn, ApiTokens, { provide: Authenticator, useClass: SessionAuthenticator }],
  exports: [SignIn, ApiTokens, Authenticator],
})
export class IdentityModule {}
