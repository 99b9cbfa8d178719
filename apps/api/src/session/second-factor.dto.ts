import { ROLES, type Role } from '#wasl/contracts';
import { ChoiceList, NestedObject, ResponseField, Text, TextList, Uuid } from '#wasl/platform';

/** Larger than any authenticator's answer, also with post-quantum keys. */
const ANSWER = { max: 16_000 };
const CREDENTIAL_ID = { max: 1_400, description: 'base64url' };

export class SecondFactorStatusAnswer {
  @ResponseField({ description: 'the role asks for a second factor' }) required: boolean;
  @ResponseField({ description: 'one-time codes by an authenticator app' }) totp: boolean;
  @ResponseField({ type: 'integer' }) passkeys: number;
  @ResponseField({ type: 'integer' }) recoveryCodesLeft: number;
}

export class RecoveryCodesAnswer {
  @ResponseField({
    type: [String],
    description: 'each is good once, instead of a second factor; shown this once',
  })
  recoveryCodes: string[];
}

export class FirstRecoveryCodes {
  @ResponseField({
    type: [String],
    nullable: true,
    description: 'with the first second factor alone: each is good once, instead of it; shown this once',
  })
  recoveryCodes: string[] | null;
}

export class OtpEnrolment {
  @ResponseField({ description: 'in base 32, to be typed; shown this once' }) secret: string;
  @ResponseField({ description: 'what the picture holds' }) uri: string;
  @ResponseField({ description: 'the QR code, as an address of an image (data:)' }) image: string;
}

export class OtpCodeBody {
  @Text({ max: 10 }) code: string;
}

export class ConfirmBody {
  @Text({ max: 200 }) password: string;
}

export class PasskeyOptions {
  @ResponseField({ format: 'uuid', description: 'goes back with the answer; good once, for five minutes' })
  challenge: string;
  @ResponseField({
    type: 'object',
    additionalProperties: true,
    description: 'for the browser, as WebAuthn has it',
  })
  options: object;
}

export class PasskeyView {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField() name: string;
  @ResponseField({ format: 'date-time' }) createdAt: string;
  @ResponseField({ type: String, format: 'date-time', nullable: true }) lastUsedAt: string | null;
  @ResponseField({ description: 'synchronised between the devices of its owner' }) synced: boolean;
}

export class PasskeyList {
  @ResponseField({ type: [PasskeyView] }) data: PasskeyView[];
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
  @NestedObject(() => NewPasskeyCredential) credential: NewPasskeyCredential;
}

export class NewPasskeyAnswer extends FirstRecoveryCodes {
  @ResponseField() passkey: PasskeyView;
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
  @NestedObject(() => PasskeyCredential) credential: PasskeyCredential;
}

export class PasskeySignInBody {
  @Text({ max: 254, optional: true, description: 'with the password: for the second step after it' })
  email?: string | null;
  @Text({ max: 200, optional: true }) password?: string | null;
}

export class RoleRequirementView {
  @ResponseField({ enum: ROLES }) role: Role;
  @ResponseField() required: boolean;
}

export class RoleRequirementList {
  @ResponseField({ type: [RoleRequirementView] }) data: RoleRequirementView[];
}

export class RequiredRolesBody {
  @ChoiceList(ROLES, { description: 'roles whose members need a second factor' }) roles: Role[];
}
