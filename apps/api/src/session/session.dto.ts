import { PERMISSIONS, type Permission, ROLES, type Role } from '#wasl/contracts';
import type { Principal } from '#wasl/platform';
import { Choice, TimestampField, ResponseField, Text, TextList } from '#wasl/platform';

export class SignInBody {
  @Text({ max: 254, example: 'agent1@demo.example' }) email: string;
  @Text({ max: 200, example: 'correct horse battery staple' }) password: string;
  @Text({ max: 20, optional: true, description: 'one-time or recovery code, when the account asks for one' })
  otp?: string;
}

export class SignedInUser {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField() name: string;
  @ResponseField() email: string;
  @ResponseField({ enum: ROLES }) role: Role;
  @ResponseField({ enum: ['ar', 'en'] }) language: string;
  @ResponseField({ enum: PERMISSIONS, isArray: true }) permissions: Permission[];
  @ResponseField({
    type: String,
    nullable: true,
    description: 'key of the entity whose people they are one of',
  })
  entity: string | null;
}

export class SessionAnswer {
  @ResponseField() user: SignedInUser;
  @ResponseField({ required: false, description: 'nothing but setting up a second factor is possible' })
  mustEnrol?: boolean;

  static of(principal: Principal): SessionAnswer {
    const { id, name, email, role, language, permissions, entity, mustEnrol } = principal;
    const user = { id, name, email, role, language, permissions: [...permissions], entity };
    return mustEnrol ? { user, mustEnrol } : { user };
  }
}

export class NewTokenBody {
  @Text({ max: 80, description: 'what the token is for' }) name: string;
  @TextList({ max: 60, maxItems: 40, description: 'permissions; at most those of its owner' })
  permissions: string[];
  @Text({
    max: 40,
    optional: true,
    description: 'key of an entity; the token works for it alone. People of an entity make tokens of it only',
  })
  entity?: string;
  @TimestampField({
    optional: true,
    description: 'left out: as long as the setting API_TOKEN_MAX_DAYS allows',
  })
  expiresAt?: string;
}

export class TokenView {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField() name: string;
  @ResponseField({ type: [String] }) permissions: string[];
  @ResponseField({ format: 'date-time' }) createdAt: string;
  @ResponseField({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'it lets nobody in after that',
  })
  expiresAt: string | null;
  @ResponseField({ type: String, format: 'date-time', nullable: true, description: 'to the minute' })
  lastUsedAt: string | null;
  @ResponseField({ description: 'whose rights it has' }) owner: string;
  @ResponseField({ type: String, nullable: true, description: 'key of the entity that it works for alone' })
  entity: string | null;
}

export class NewTokenView extends TokenView {
  @ResponseField({ description: 'shown this once' }) token: string;
}

export class TokenList {
  @ResponseField({ type: [TokenView] }) data: TokenView[];
}

export class SessionShown {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField({ format: 'date-time' }) startedAt: string;
  @ResponseField({ format: 'date-time', description: 'to the minute' }) lastSeenAt: string;
  @ResponseField({ format: 'date-time', description: 'when it ends if nothing is done in it' })
  endsAt: string;
  @ResponseField({ description: 'the network only, such as 203.0.113.0/24; empty when it is not known' })
  network: string;
  @ResponseField({ description: 'such as Firefox · Windows; empty for a program' }) browser: string;
  @ResponseField({ description: 'the one that asks' }) current: boolean;
}

export class SessionsShown {
  @ResponseField({ type: [SessionShown] }) data: SessionShown[];
}

export class SignInLockShown {
  @ResponseField({ format: 'uuid' }) staffId: string;
  @ResponseField() name: string;
  @ResponseField() email: string;
  @ResponseField({
    enum: ['stranger', 'network', 'device', 'desk'],
    isArray: true,
    description:
      'who is shut out: those who never signed in to it, a network or a device that did, an open desk',
  })
  from: ('stranger' | 'network' | 'device' | 'desk')[];
  @ResponseField({ format: 'date-time' }) until: string;
}

export class SignInLocksShown {
  @ResponseField({ type: [SignInLockShown] }) data: SignInLockShown[];
}

export class LanguageBody {
  @Choice(['ar', 'en']) language: string;
}
