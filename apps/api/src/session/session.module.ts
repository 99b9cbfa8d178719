import { Module } from '@nestjs/common';
import { LiveModule } from '../live/live.module.js';
import { SecondFactorChanges } from './second-factor-changes.js';
import { MySessionsController } from './my-sessions.controller.js';
import { OidcCallbackController } from './oidc/oidc-callback.controller.js';
import { OidcController } from './oidc/oidc.controller.js';
import { OtpController } from './otp.controller.js';
import { PasskeySessionController } from './passkey-session.controller.js';
import { PasskeysController } from './passkeys.controller.js';
import { PasswordController } from './password.controller.js';
import { SecondFactorController } from './second-factor.controller.js';
import { SessionCookies } from './session-cookies.js';
import { SessionController } from './session.controller.js';
import { SetupController } from './setup.controller.js';
import { SignInLocksController } from './sign-in-locks.controller.js';
import { TokensController } from './tokens.controller.js';

@Module({
  imports: [LiveModule],
  controllers: [
    MySessionsController,
    OidcCallbackController,
    OidcController,
    OtpController,
    PasskeySessionController,
    PasskeysController,
    PasswordController,
    SecondFactorController,
    SessionController,
    SetupController,
    SignInLocksController,
    TokensController,
  ],
  providers: [SecondFactorChanges, SessionCookies],
})
export class SessionModule {}
