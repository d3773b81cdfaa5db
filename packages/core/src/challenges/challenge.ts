/**
 * One authentication challenge, as plain data: a scheme with parameters, or with one token68, never
 * both. Builders make it; {@link buildChallenge} writes it; {@link parseChallenges} reads it.
 *
 *     challenge = auth-scheme [ 1*SP ( token68 / #auth-param ) ]
 *
 * @see RFC 9110 §11.3
 */
export interface Challenge {
  readonly scheme: string;
  /** Parameters by name, unquoted, each name once whatever its case. */
  readonly params: Readonly<Record<string, string>>;
  /** The one value of schemes such as Negotiate. */
  readonly token68?: string;
  /** Fields that go out beside the challenge, such as DPoP-Nonce. */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * It is about a token, however that came: to a client that tried Bearer or DPoP it leaves in that
   * scheme, to others in the handler's.
   */
  readonly followsClient?: true;
}

/** What an error can be challenged with: the realm it protects, a challenge, or several. */
export type Challenges = string | Challenge | readonly [Challenge, ...Challenge[]];
