import { Module } from '@nestjs/common';
import { LiveModule } from '../live/live.module.js';
import { OtpController } from './otp.controller.js';
import { PasswordController } from './password.controller.js';
import { SessionController } from './session.controller.js';
import { TokensController } from './tokens.controller.js';

@Module({
  imports: [LiveModule],
  controllers: [OtpController, PasswordController, SessionController, TokensController],
})
export class SessionModule {}
