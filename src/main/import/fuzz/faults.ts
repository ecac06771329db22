/** What our readers say, and no JavaScript engine: an error of ours that a person is shown is a fault. */
const ENGINE =
  /cannot (?:read|set|access|convert|destructure|mix|delete|assign|redefine|add|freeze)|is not (?:a function|iterable|defined|a constructor|an object|extensible|valid JSON)|(?<!\.)\bundefined\b(?! entity)|\[object |Maximum call stack|Invalid (?:array length|string length|time value|regular|count|code point|character|Date|language|option)|Incorrect locale|out of range|Unexpected (?:token|end of (?:JSON|input)|non-whitespace|number|string)|JSON at position|Regular expression|Reduce of empty|Assignment to|\bERR_|\b(?:Type|Range|Syntax|Reference|Internal)Error\b|BigInt|toUtf16|must be of type|\bnull \(|\bnot a valid [a-z]+ at\b.*\binput\b|\bNaN\b/i;

/** Why a message is not one for a person, or null. What is quoted in it comes from the file. */
export function messageFault(message: unknown): string | null {
  if (typeof message !== 'string' || message.trim() === '') return 'nothing is said';
  if (message.length > 2_000) return `a message of ${message.length} characters: ${message.slice(0, 200)}`;
  const own = message.replace(/^.*:\d+:\d+: /, '').replace(/“[^”]*”|"[^"]*"/g, '“”');
  return ENGINE.test(own) ? `a message that is no sentence: ${message.slice(0, 300)}` : null;
}

/** A fault that was found in what a reader gave. */
export class Fault extends Error {}

/** Throws a Fault unless it holds. */
export function holds(condition: boolean, what: string | (() => string)): void {
  if (!condition) throw new Fault(typeof what === 'string' ? what : what());
}
