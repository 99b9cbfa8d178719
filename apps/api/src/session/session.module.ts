import { Module } from '@nestjs/common';
import { LiveModule } from '../live/live.module.js';
import { MySessionsController } from './my-sessions.controller.js';
import { OtpController } from './otp.controller.js';
import { PasswordController } from './password.controller.js';
import { SessionController } from './session.controller.js';
import { SignInLocksController } from './sign-in-locks.controller.js';
import { TokensController } from './tokens.controller.js';

@Module({
  imports: [LiveModule],
  controllers: [
    MySessionsController,
    OtpController,
    PasswordController,
    SessionController,
    SignInLocksController,
    TokensController,
  ],
})
export class SessionModule {}
