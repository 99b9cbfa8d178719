import { Inject, Injectable } from '@nestjs/common';
import { invalidField } from '#wasl/kernel';
import { type Principal, type Tx, UnitOfWork } from '#wasl/platform';
import { OwnPassword } from '../own-password.service.js';
import {
  type PasskeyResponse,
  PasskeyAssertions,
  type PasskeyRequest,
} from '../passkeys/passkey-assertions.service.js';
import { WebauthnChallenges } from '../passkeys/webauthn-challenges.service.js';

/** Re-authentication for sensitive actions; it is valid for ten minutes (see SessionAuthenticator). */
@Injectable()
export class ConfirmIdentity {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(OwnPassword) private readonly passwords: OwnPassword,
    @Inject(WebauthnChallenges) private readonly challenges: WebauthnChallenges,
    @Inject(PasskeyAssertions) private readonly passkeys: PasskeyAssertions,
  ) {}

  /** @throws invalid at `password`; too_many */
  async byPassword(owner: Principal, password: string): Promise<void> {
    await this.passwords.verify(owner, 'password', password);
    await this.unitOfWork.run((tx) => Promise.resolve(confirmSession(tx, owner)));
  }

  requestPasskey(owner: Principal): Promise<PasskeyRequest> {
    return this.passkeys.requestFor(owner.id, 'confirm', owner.sessionId);
  }

  /** @throws invalid at `credential` */
  async byPasskey(owner: Principal, challengeId: string, answer: PasskeyResponse): Promise<void> {
    const challenge = await this.challenges.consume(challengeId, ['confirm'], owner.sessionId);
    const proven = challenge && (await this.passkeys.check(challenge, answer));
    const confirmed =
      proven?.staffId === owner.id &&
      (await this.unitOfWork.run(async (tx) => {
        if (!(await proven.use(tx))) return false;
        confirmSession(tx, owner);
        return true;
      }));
    if (!confirmed) throw invalidField('credential', 'wrong');
  }
}

/** The owner of the session has just proved again who they are. */
export function confirmSession(tx: Tx, owner: Principal): void {
  tx.send('UPDATE staff_session SET confirmed_at = now() WHERE id = $1 AND staff_id = $2', [
    owner.sessionId,
    owner.id,
  ]);
}
