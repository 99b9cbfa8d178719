import { PERMISSIONS, type Permission, ROLES, type Role } from '#wasl/contracts';
import type { Principal } from '#wasl/platform';
import { Choice, Shown, Text, TextList } from '#wasl/platform';

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

  static of(principal: Principal): SessionAnswer {
    const { id, name, email, role, language, permissions } = principal;
    return { user: { id, name, email, role, language, permissions: [...permissions] } };
  }
}

export class NewTokenBody {
  @Text({ max: 80, description: 'what the token is for' }) name: string;
  @TextList({ max: 60, maxItems: 40, description: 'permissions; at most those of its owner' })
  permissions: string[];
}

export class TokenView {
  @Shown({ format: 'uuid' }) id: string;
  @Shown() name: string;
  @Shown({ type: [String] }) permissions: string[];
  @Shown({ format: 'date-time' }) createdAt: string;
}

export class NewTokenView extends TokenView {
  @Shown({ description: 'shown this once' }) token: string;
}

export class TokenList {
  @Shown({ type: [TokenView] }) data: TokenView[];
}

export class LanguageBody {
  @Choice(['ar', 'en']) language: string;
}
