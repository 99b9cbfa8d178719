import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '#wasl/kernel';
import { credentialHash, type Tx, UnitOfWork } from '#wasl/platform';
import { auditUserAction } from '../audit-user-action.js';
import { type LogoutTarget, logoutTarget } from './domain/logout-claims.js';
import { OidcProvider } from './oidc-provider.service.js';

export interface EndedSessions {
  sessions: string[];
  /** staff who have no session left */
  signedOut: string[];
}

/** Ends sessions when the provider says that its own ended (OpenID Connect Back-Channel Logout 1.0). */
@Injectable()
export class OidcLogout {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(OidcProvider) private readonly provider: OidcProvider,
  ) {}

  /** @throws invalid `oidc.logout_token` for any wrong or repeated token; unavailable `oidc.unavailable` */
  async end(token: string): Promise<EndedSessions> {
    const { issuer, claims } = await this.provider.verifyLogoutToken(token);
    const target = logoutTarget(claims);
    if (!target) throw new DomainError('invalid', 'oidc.logout_token');
    return this.unitOfWork.run(async (tx) => {
      await useToken(tx, issuer, target.tokenId);
      return endOf(tx, issuer, target);
    });
  }
}

/** Tokens are at most minutes old when they are taken, so that an hour is long enough to remember them. */
async function useToken(tx: Tx, issuer: string, tokenId: string): Promise<void> {
  const [used] = await tx.query(
    `INSERT INTO oidc_logout_token (id_hash, expires_at) VALUES ($1, now() + interval '1 hour')
     ON CONFLICT (id_hash) DO NOTHING RETURNING 1`,
    [credentialHash(JSON.stringify([issuer, tokenId]))],
  );
  if (!used) throw new DomainError('invalid', 'oidc.logout_token');
}

async function endOf(tx: Tx, issuer: string, { subject, sid }: LogoutTarget): Promise<EndedSessions> {
  const values = [issuer, subject, sid];
  // A session that waits for a second factor ends as well.
  tx.send(
    `DELETE FROM oidc_second_step x USING staff_identity i
      WHERE i.id = x.identity_id AND i.issuer = $1 AND ($2::text IS NULL OR i.subject = $2)
        AND ($3::text IS NULL OR x.oidc_sid = $3)`,
    values,
  );
  const ended = await tx.query<{ id: string; staffId: string }>(
    `DELETE FROM staff_session x USING staff_identity i
      WHERE i.id = x.identity_id AND i.issuer = $1 AND ($2::text IS NULL OR i.subject = $2)
        AND ($3::text IS NULL OR x.oidc_sid = $3)
     RETURNING x.id, x.staff_id AS "staffId"`,
    values,
  );
  const staffIds = [...new Set(ended.map(({ staffId }) => staffId))];
  for (const staffId of staffIds) {
    const sessions = ended.filter((one) => one.staffId === staffId).length;
    auditUserAction(tx, 'session.ended', null, staffId, { sessions, by: 'oidc' });
  }
  const left = await tx.query<{ staffId: string }>(
    `SELECT DISTINCT staff_id AS "staffId" FROM staff_session WHERE staff_id = ANY($1::uuid[]) AND expires_at > now()`,
    [staffIds],
  );
  return {
    sessions: ended.map(({ id }) => id),
    signedOut: staffIds.filter((staffId) => !left.some((one) => one.staffId === staffId)),
  };
}
