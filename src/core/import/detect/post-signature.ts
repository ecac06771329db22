/** "— Name (@handle) March 9, 2024": the line that closes an embedded post. */
const SIGNATURE = /^(?:[—–―]|--?)\s*\S.{0,120}?\(@[\p{L}\p{N}_.@-]{1,100}\).{0,60}$/u;

/** Is this line the signature of an embedded post? */
export function isPostSignature(line: string): boolean {
  return line.length < 300 && SIGNATURE.test(line);
}
