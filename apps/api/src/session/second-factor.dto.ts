import { ROLES, type Role } from '#wasl/contracts';
import { ChoiceList, Group, Shown, Text, TextList, Uuid } from '#wasl/platform';

/** Larger than any authenticator's answer, also with post-quantum keys. */
const ANSWER = { max: 16_000 };
const CREDENTIAL_ID = { max: 1_400, description: 'base64url' };

export class SecondFactorStatusAnswer {
  @Shown({ description: 'the role asks for a second factor' }) required: boolean;
  @Shown({ description: 'one-time codes by an authenticator app' }) totp: boolean;
  @Shown({ type: 'integer' }) passkeys: number;
  @Shown({ type: 'integer' }) recoveryCodesLeft: number;
}

export class RecoveryCodesAnswer {
  @Shown({ type: [String], description: 'each is good once, instead of a second factor; shown this once' })
  recoveryCodes: string[];
}

export class FirstRecoveryCodes {
  @Shown({
    type: [String],
    nullable: true,
    description: 'with the first second factor alone: each is good once, instead of it; shown this once',
  })
  recoveryCodes: string[] | null;
}

export class OtpEnrolment {
  @Shown({ description: 'in base 32, to be typed; shown this once' }) secret: string;
  @Shown({ description: 'what the picture holds' }) uri: string;
  @Shown({ description: 'the QR code, as an address of an image (data:)' }) image: string;
}

export class OtpCodeBody {
  @Text({ max: 10 }) code: string;
}

export class ConfirmBody {
  @Text({ max: 200 }) password: string;
}

export class PasskeyOptions {
  @Shown({ format: 'uuid', description: 'goes back with the answer; good once, for five minutes' })
  challenge: string;
  @Shown({ type: 'object', additionalProperties: true, description: 'for the browser, as WebAuthn has it' })
  options: object;
}

export class PasskeyView {
  @Shown({ format: 'uuid' }) id: string;
  @Shown() name: string;
  @Shown({ format: 'date-time' }) createdAt: string;
  @Shown({ type: String, format: 'date-time', nullable: true }) lastUsedAt: string | null;
  @Shown({ description: 'synchronised between the devices of its owner' }) synced: boolean;
}

export class PasskeyList {
  @Shown({ type: [PasskeyView] }) data: PasskeyView[];
}

export class NewPasskeyCredential {
  @Text(CREDENTIAL_ID) id: string;
  @Text(ANSWER) clientDataJSON: string;
  @Text(ANSWER) attestationObject: string;
  @TextList({ max: 20, maxItems: 10 }) transports: string[];
}

const NAME = { max: 60, description: 'by which its owner knows it, such as “work laptop”' };

export class NewPasskeyBody {
  @Text(NAME) name: string;
  @Uuid() challenge: string;
  @Group(() => NewPasskeyCredential) credential: NewPasskeyCredential;
}

export class NewPasskeyAnswer extends FirstRecoveryCodes {
  @Shown() passkey: PasskeyView;
}

export class PasskeyNameBody {
  @Text(NAME) name: string;
}

export class PasskeyCredential {
  @Text(CREDENTIAL_ID) id: string;
  @Text(ANSWER) clientDataJSON: string;
  @Text(ANSWER) authenticatorData: string;
  @Text(ANSWER) signature: string;
  @Text({ max: 100, optional: true }) userHandle?: string | null;
}

export class PasskeyAnswerBody {
  @Uuid() challenge: string;
  @Group(() => PasskeyCredential) credential: PasskeyCredential;
}

export class PasskeySignInBody {
  @Text({ max: 254, optional: true, description: 'with the password: for the second step after it' })
  email?: string | null;
  @Text({ max: 200, optional: true }) password?: string | null;
}

export class RoleRequirementView {
  @Shown({ enum: ROLES }) role: Role;
  @Shown() required: boolean;
}

export class RoleRequirementList {
  @Shown({ type: [RoleRequirementView] }) data: RoleRequirementView[];
}

export class RequiredRolesBody {
  @ChoiceList(ROLES, { description: 'roles whose members need a second factor' }) roles: Role[];
}
