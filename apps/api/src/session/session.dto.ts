import { PERMISSIONS, type Permission, ROLES, type Role } from '#wasl/contracts';
import type { Principal } from '#wasl/platform';
import { Choice, Moment, Shown, Text, TextList } from '#wasl/platform';

export class SignInBody {
  @Text({ max: 254, example: 'agent1@demo.example' }) email: string;
  @Text({ max: 200, example: 'correct horse battery staple' }) password: string;
  @Text({ max: 20, optional: true, description: 'one-time or recovery code, when the account asks for one' })
  otp?: string;
}

export class SignedInUser {
  @Shown({ format: 'uuid' }) id: string;
  @Shown() name: string;
  @Shown() email: string;
  @Shown({ enum: ROLES }) role: Role;
  @Shown({ enum: ['ar', 'en'] }) language: string;
  @Shown({ enum: PERMISSIONS, isArray: true }) permissions: Permission[];
}

export class SessionAnswer {
  @Shown() user: SignedInUser;
  @Shown({ required: false, description: 'nothing but setting up a second factor is possible' })
  mustEnrol?: boolean;

  static of(principal: Principal): SessionAnswer {
    const { id, name, email, role, language, permissions, mustEnrol } = principal;
    const user = { id, name, email, role, language, permissions: [...permissions] };
    return mustEnrol ? { user, mustEnrol } : { user };
  }
}

export class NewTokenBody {
  @Text({ max: 80, description: 'what the token is for' }) name: string;
  @TextList({ max: 60, maxItems: 40, description: 'permissions; at most those of its owner' })
  permissions: string[];
  @Moment({ optional: true, description: 'left out: as long as the setting API_TOKEN_MAX_DAYS allows' })
  expiresAt?: string;
}

export class TokenView {
  @Shown({ format: 'uuid' }) id: string;
  @Shown() name: string;
  @Shown({ type: [String] }) permissions: string[];
  @Shown({ format: 'date-time' }) createdAt: string;
  @Shown({ type: String, format: 'date-time', nullable: true, description: 'it lets nobody in after that' })
  expiresAt: string | null;
  @Shown({ type: String, format: 'date-time', nullable: true, description: 'to the minute' })
  lastUsedAt: string | null;
  @Shown({ description: 'whose rights it has' }) owner: string;
}

export class NewTokenView extends TokenView {
  @Shown({ description: 'shown this once' }) token: string;
}

export class TokenList {
  @Shown({ type: [TokenView] }) data: TokenView[];
}

export class SessionShown {
  @Shown({ format: 'uuid' }) id: string;
  @Shown({ format: 'date-time' }) startedAt: string;
  @Shown({ format: 'date-time', description: 'to the minute' }) lastSeenAt: string;
  @Shown({ format: 'date-time', description: 'when it ends if nothing is done in it' }) endsAt: string;
  @Shown({ description: 'the network only, such as 203.0.113.0/24; empty when it is not known' })
  network: string;
  @Shown({ description: 'such as Firefox · Windows; empty for a program' }) browser: string;
  @Shown({ description: 'the one that asks' }) current: boolean;
}

export class SessionsShown {
  @Shown({ type: [SessionShown] }) data: SessionShown[];
}

export class SignInLockShown {
  @Shown({ format: 'uuid' }) staffId: string;
  @Shown() name: string;
  @Shown() email: string;
  @Shown({
    enum: ['stranger', 'network', 'device', 'desk'],
    isArray: true,
    description:
      'who is shut out: those who never signed in to it, a network or a device that did, an open desk',
  })
  from: ('stranger' | 'network' | 'device' | 'desk')[];
  @Shown({ format: 'date-time' }) until: string;
}

export class SignInLocksShown {
  @Shown({ type: [SignInLockShown] }) data: SignInLockShown[];
}

export class LanguageBody {
  @Choice(['ar', 'en']) language: string;
}
