import { ResponseField, Text } from '#wasl/platform';

export const NEW_PASSWORD = { max: 200, description: 'at least twelve characters, none of the usual ones' };

export class ForgottenPasswordBody {
  @Text({ max: 254 }) email: string;
}

export class PasswordLinkBody {
  @Text({ max: 100, description: 'what stands behind # in the link' }) token: string;
}

export class PasswordLinkAnswer {
  @ResponseField() name: string;
  @ResponseField() email: string;
  @ResponseField({ enum: ['ar', 'en'] }) language: string;
  @ResponseField({ enum: ['invitation', 'reset'] }) purpose: string;
}

export class SetPasswordBody {
  @Text({ max: 100, description: 'what stands behind # in the link' }) token: string;
  @Text(NEW_PASSWORD) password: string;
}

export class ChangePasswordBody {
  @Text({ max: 200 }) current: string;
  @Text(NEW_PASSWORD) next: string;
}
