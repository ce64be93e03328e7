/** How does the core read and write characters without knowing a character set's tables? Through this port. */
import type { Charset } from './layout';

/** What `decode` puts where bytes are no character of the set. */
export const NOT_A_CHARACTER = '�';

export interface TextCodec {
  /** The characters of the bytes; `NOT_A_CHARACTER` where they are none. */
  decode(bytes: Uint8Array, charset: Charset): string;
  /** Whether the bytes are well-formed UTF-8. */
  isUtf8(bytes: Uint8Array): boolean;
  /** The bytes of the text, or null when the set lacks one of its characters. */
  encode(text: string, charset: Charset): Uint8Array | null;
}
