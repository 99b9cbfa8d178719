import { UI_LANGUAGES, type UiLanguage } from '#wasl/kernel';
import { Choice, Email, Text } from '#wasl/platform';
import { NEW_PASSWORD } from './password.dto.js';

export class SetupLinkBody {
  @Text({ max: 100, description: 'what stands behind # in the link' }) token: string;
}

export class SetupBody extends SetupLinkBody {
  @Text({ max: 120 }) name: string;
  @Email() email: string;
  @Choice(UI_LANGUAGES) language: UiLanguage;
  @Text(NEW_PASSWORD) password: string;
}
