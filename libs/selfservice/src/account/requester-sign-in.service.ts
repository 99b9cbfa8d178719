import { Inject, Injectable } from '@nestjs/common';
import { COUNTRY_PROFILE, type CountryProfile, normalizeIdentityNumber, normalizePhone } from '#wasl/country';
import { DomainError, type UiLanguage, unauthorized } from '#wasl/kernel';
import {
  AttemptBudgets,
  credentialHash,
  Database,
  type ExchangeChecks,
  newCredential,
  UnitOfWork,
} from '#wasl/platform';
import { type Address, linkAccount, type ProviderPerson, verifyBySignIn } from '#wasl/requesters';
import { CitizenProvider } from './citizen-provider.service.js';
import { type Citizen, readCitizen } from './domain/read-citizen.js';
import { tryBudgets } from './domain/sign-in-budgets.js';
import { RequesterSessions } from './requester-sessions.service.js';
import { SignInCodes } from './sign-in-codes.service.js';

/** How long a person may take at the provider's pages. */
const PROVIDER_MINUTES = 10;

/** The browser's way back from the provider. */
export interface CitizenAnswer {
  /** the query of the callback as it came */
  query: string;
  state: string;
  /** secret of the browser's cookie; empty without one */
  holder: string;
  source: string;
}

interface Begun extends Pick<ExchangeChecks, 'nonce' | 'codeVerifier'> {
  language: UiLanguage;
}

/** Signs requesters in on the portal: by a one-time code, or through the provider of citizens. */
@Injectable()
export class RequesterSignIn {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SignInCodes) private readonly codes: SignInCodes,
    @Inject(CitizenProvider) private readonly provider: CitizenProvider,
    @Inject(RequesterSessions) private readonly sessions: RequesterSessions,
    @Inject(AttemptBudgets) private readonly attempts: AttemptBudgets,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  /** @returns the secret of the session's cookie; null when the code is wrong, used up or of another browser */
  async byCode(typed: string, holder: string, source: string): Promise<string | null> {
    const use = await this.codes.check(typed, holder, source);
    if (!use) return null;
    return this.unitOfWork.run(async (tx) => {
      const address = await use(tx);
      if (!address) return null;
      await verifyBySignIn(tx, address);
      return this.sessions.open(tx, { address });
    });
  }

  /** @returns the address of the provider's sign-in page @throws not_found; unavailable `oidc.unavailable` */
  async begin(holder: string, language: UiLanguage): Promise<string> {
    const checks = { state: newCredential(), nonce: newCredential(), codeVerifier: newCredential() };
    const url = await this.provider.authorizationUrl(checks, false);
    await this.database.query(
      `INSERT INTO requester_sign_in (state_hash, holder_hash, nonce, code_verifier, language, expires_at)
       VALUES ($1, $2, $3, $4, $5, now() + ${PROVIDER_MINUTES} * interval '1 minute')`,
      [credentialHash(checks.state), credentialHash(holder), checks.nonce, checks.codeVerifier, language],
    );
    return url;
  }

  /**
   * @param knownLanguage told in which language the person began, also when they are refused
   * @returns the secret of the session's cookie
   * @throws unauthorized `oidc.state`, `oidc.denied`, `oidc.failed`; too_many; unavailable
   */
  async finish(
    { query, state, holder, source }: CitizenAnswer,
    knownLanguage: (language: UiLanguage) => void,
  ): Promise<string> {
    const reserved = await this.attempts.reserve(tryBudgets(source));
    if (!reserved.granted) throw new DomainError('too_many', 'rate.limited');
    const begun = await this.consume(state, holder);
    if (!begun) throw unauthorized('oidc.state');
    knownLanguage(begun.language);
    const { issuer, claims } = await this.provider.exchange(query, { ...begun, state });
    const person = this.personOf(issuer, readCitizen(claims, this.country.citizenClaims), begun.language);
    const secret = await this.unitOfWork.run(async (tx) =>
      this.sessions.open(tx, { accountId: await linkAccount(tx, person) }),
    );
    await this.attempts.succeed(reserved);
    return secret;
  }

  /** Uses a state up before anything else is done with it. @returns null when this browser did not begin it, or when it was used */
  private async consume(state: string, holder: string): Promise<Begun | null> {
    const [row] = await this.database.query<Begun>(
      `DELETE FROM requester_sign_in WHERE state_hash = $1 AND holder_hash = $2 AND expires_at > now()
       RETURNING nonce, code_verifier AS "codeVerifier", language`,
      [credentialHash(state), credentialHash(holder)],
    );
    return row ?? null;
  }

  private personOf(issuer: string, citizen: Citizen, began: UiLanguage): ProviderPerson {
    const { subject, name, email, language } = citizen;
    const phone = citizen.phone && normalizePhone(citizen.phone, this.country);
    const addresses: Address[] = [
      ...(email ? [{ kind: 'email' as const, value: email }] : []),
      ...(phone ? [{ kind: 'phone' as const, value: phone }] : []),
    ];
    const identityNumber = normalizeIdentityNumber(citizen.identityNumber ?? '') || null;
    return { issuer, subject, name, identityNumber, language: language ?? began, addresses };
  }
}
