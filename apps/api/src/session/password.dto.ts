import { Shown, Text } from '#wasl/platform';

const PASSWORD = { max: 200, description: 'at least twelve characters, none of the usual ones' };

export class ForgottenPasswordBody {
  @Text({ max: 254 }) email: string;
}

export class PasswordLinkBody {
  @Text({ max: 100, description: 'what stands behind # in the link' }) token: string;
}

export class PasswordLinkAnswer {
  @Shown() name: string;
  @Shown() email: string;
  @Shown({ enum: ['ar', 'en'] }) language: string;
  @Shown({ enum: ['invitation', 'reset'] }) purpose: string;
}

export class SetPasswordBody {
  @Text({ max: 100, description: 'what stands behind # in the link' }) token: string;
  @Text(PASSWORD) password: string;
}

export class ChangePasswordBody {
  @Text({ max: 200 }) current: string;
  @Text(PASSWORD) next: string;
}

export class OwnPasswordBody {
  @Text({ max: 200 }) password: string;
}

export class OtpStatusAnswer {
  @Shown() enabled: boolean;
  @Shown({ type: 'integer' }) recoveryCodesLeft: number;
}

export class OtpEnrolment {
  @Shown({ description: 'in base 32, to be typed; shown this once' }) secret: string;
  @Shown({ description: 'what the picture holds' }) uri: string;
  @Shown({ description: 'the QR code, as an address of an image (data:)' }) image: string;
}

export class OtpCodeBody {
  @Text({ max: 10 }) code: string;
}

export class RecoveryCodes {
  @Shown({ type: [String], description: 'each is good once, instead of a code; shown this once' })
  recoveryCodes: string[];
}
