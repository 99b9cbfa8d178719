import { NestedObject, ResponseField, Text, Uuid } from '#wasl/platform';
import { PasskeyCredential } from '../second-factor.dto.js';

export class OidcLabels {
  @ResponseField() ar: string;
  @ResponseField() en: string;
}

export class SignInMethods {
  @ResponseField({
    description: 'whether staff sign in by password and passkey; if not, one account still does',
  })
  password: boolean;
  @ResponseField({ description: 'whether staff sign in through an identity provider' }) oidc: boolean;
  @ResponseField({ type: OidcLabels, nullable: true, description: 'what the button says, when it is set' })
  label: OidcLabels | null;
}

export class OidcCodeBody {
  @Text({ max: 20, description: 'one-time or recovery code' }) otp: string;
}

export class OidcPasskeyBody {
  @Uuid() challenge: string;
  @NestedObject(() => PasskeyCredential) credential: PasskeyCredential;
}
