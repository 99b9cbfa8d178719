import { Global, Module } from '@nestjs/common';
import { Authenticator } from '#wasl/platform';
import { ApiTokens } from './api-tokens.service.js';
import { KnownDevices } from './known-devices.js';
import { OneTimeCodes } from './one-time-codes.service.js';
import { IdentityLinks } from './oidc/identity-links.service.js';
import { OidcLogout } from './oidc/oidc-logout.service.js';
import { OidcProvider } from './oidc/oidc-provider.service.js';
import { OidcSecondStep } from './oidc/oidc-second-step.service.js';
import { OidcSignIn } from './oidc/oidc-sign-in.service.js';
import { OidcStates } from './oidc/oidc-states.service.js';
import { OwnPasskeys } from './passkeys/own-passkeys.service.js';
import { PasskeyAssertions } from './passkeys/passkey-assertions.service.js';
import { PasskeySignIn } from './passkeys/passkey-sign-in.service.js';
import { IdentityRetention } from './identity-retention.js';
import { WebauthnChallenges } from './passkeys/webauthn-challenges.service.js';
import { OwnPassword } from './own-password.service.js';
import { ConfirmIdentity } from './second-factor/confirm-identity.service.js';
import { RecoveryCodes } from './second-factor/recovery-codes.service.js';
import { SecondFactors } from './second-factor/second-factors.service.js';
import { SessionAuthenticator } from './session-authenticator.js';
import { SessionStarter } from './session-starter.service.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { SignIn } from './sign-in.service.js';
import { ResealSecrets } from './reseal-secrets.service.js';
import { SetupLinks } from './setup-links.service.js';
import { AdministratorAccess } from './administrator-access.service.js';
import { Sessions } from './sessions.service.js';
import { SignInLocks } from './sign-in-locks.service.js';
import { StaffLinks } from './staff-links.service.js';
import { StaffRow } from './staff.entity.js';
import { UserAdmin } from './user-admin.service.js';

export const IDENTITY_ROWS = [StaffRow];

const SERVICES = [
  SignIn,
  AdministratorAccess,
  ApiTokens,
  ConfirmIdentity,
  IdentityLinks,
  OidcLogout,
  OidcProvider,
  OidcSecondStep,
  OidcSignIn,
  OneTimeCodes,
  OwnPasskeys,
  OwnPassword,
  PasskeySignIn,
  RecoveryCodes,
  ResealSecrets,
  SecondFactors,
  Sessions,
  SetupLinks,
  SignInLocks,
  StaffLinks,
  UserAdmin,
];

@Global()
@Module({
  providers: [
    ...SERVICES,
    IdentityRetention,
    KnownDevices,
    OidcStates,
    PasskeyAssertions,
    SessionStarter,
    SignInAttempts,
    WebauthnChallenges,
    { provide: Authenticator, useClass: SessionAuthenticator },
  ],
  exports: [...SERVICES, Authenticator],
})
export class IdentityModule {}
