import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** Flags of authenticator data (WebAuthn, section 6.1). */
const FLAGS = { present: 1, verified: 4, backupEligible: 8, hasCredential: 64 };

/** Deviations from correct behaviour of browser and authenticator. */
export interface AuthenticatorOverrides {
  origin?: string;
  rpId?: string;
  challenge?: string;
  type?: string;
  crossOrigin?: boolean;
  verified?: boolean;
  backupEligible?: boolean;
  userHandle?: string;
  counter?: number;
}

interface CreationOptions {
  rp: { id: string };
  user: { id: string };
  challenge: string;
}
interface RequestOptions {
  rpId: string;
  challenge: string;
}

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest();

/** The subset of CBOR (RFC 8949) that attestation needs. */
function cbor(value: number | string | Buffer | Map<number | string, unknown>): Buffer {
  const head = (major: number, length: number) =>
    length < 24
      ? Buffer.from([(major << 5) | length])
      : length < 256
        ? Buffer.from([(major << 5) | 24, length])
        : Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const entries = [...value].flatMap(([key, one]) => [cbor(key), cbor(one as number)]);
  return Buffer.concat([head(5, value.size), ...entries]);
}

/** A software passkey in a browser that may misbehave. Written from the standard, not with the library under test. */
export class Authenticator {
  readonly credentialId = randomBytes(32);
  private readonly keys: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
  });
  private userHandle = '';
  counter = 0;

  constructor(readonly origin: string) {}

  get id(): string {
    return this.credentialId.toString('base64url');
  }

  /** The result of `navigator.credentials.create`, as our endpoint expects it. */
  create(options: CreationOptions, deviation: AuthenticatorOverrides = {}) {
    this.userHandle = options.user.id;
    const jwk = this.keys.publicKey.export({ format: 'jwk' });
    const key = new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(jwk.x!, 'base64url')],
      [-3, Buffer.from(jwk.y!, 'base64url')],
    ]);
    const length = Buffer.from([0, this.credentialId.length]);
    const credential = Buffer.concat([Buffer.alloc(16), length, this.credentialId, cbor(key)]);
    const authData = Buffer.concat([
      this.authenticatorData(options.rp.id, FLAGS.hasCredential, deviation),
      credential,
    ]);
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ]);
    return {
      id: this.id,
      clientDataJSON: this.clientData('webauthn.create', options.challenge, deviation).toString('base64url'),
      attestationObject: cbor(attestation).toString('base64url'),
      transports: ['internal'],
    };
  }

  /** The result of `navigator.credentials.get`, as our endpoints expect it. */
  get(options: RequestOptions, deviation: AuthenticatorOverrides = {}) {
    const clientData = this.clientData('webauthn.get', options.challenge, deviation);
    const authData = this.authenticatorData(options.rpId, 0, deviation);
    const signature = sign('sha256', Buffer.concat([authData, sha256(clientData)]), this.keys.privateKey);
    return {
      id: this.id,
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: signature.toString('base64url'),
      userHandle: deviation.userHandle ?? this.userHandle,
    };
  }

  private clientData(type: string, challenge: string, deviation: AuthenticatorOverrides): Buffer {
    const data = {
      type: deviation.type ?? type,
      challenge: deviation.challenge ?? challenge,
      origin: deviation.origin ?? this.origin,
      crossOrigin: deviation.crossOrigin ?? false,
    };
    return Buffer.from(JSON.stringify(data));
  }

  private authenticatorData(rpId: string, more: number, deviation: AuthenticatorOverrides): Buffer {
    const verified = deviation.verified === false ? 0 : FLAGS.verified;
    const eligible = deviation.backupEligible ? FLAGS.backupEligible : 0;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(deviation.counter ?? this.counter);
    const flags = Buffer.from([FLAGS.present | verified | eligible | more]);
    return Buffer.concat([sha256(deviation.rpId ?? rpId), flags, counter]);
  }
}
