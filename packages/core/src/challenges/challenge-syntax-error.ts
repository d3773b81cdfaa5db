/** Says where a field value departs from the grammar of challenges (RFC 9110 §11.6.1). */
export class ChallengeSyntaxError extends SyntaxError {
  override readonly name = 'ChallengeSyntaxError';

  /**
   * @param expected what the grammar asks for
   * @param position index into the field value, from 0
   * @param line which of several field values, from 0
   */
  constructor(
    readonly expected: string,
    readonly position: number,
    readonly line = 0,
  ) {
    const place = line === 0 ? '' : ` of field value ${line}`;
    super(`expected ${expected} at position ${position}${place}`);
  }
}
