/**
 * An address as people have them: one `@`, a dot in what follows, no blanks or control characters. What is more cannot
 * be known before a mail has arrived.
 * @param text trimmed; the longest that mail servers take is 254 characters
 */
export function isEmailAddress(text: string): boolean {
  return (
    text.length <= 254 &&
    /^[^\s@<>"(),:;\\[\]\p{Cc}]+@[^\s@<>"(),:;\\[\]\p{Cc}.]+(?:\.[^\s@<>"(),:;\\[\]\p{Cc}.]+)+$/u.test(text)
  );
}

/** A person's or a company's name, or another line of text that somebody writes: trimmed, one line, not empty. */
export function isLine(text: string, limit: number): boolean {
  return text.length > 0 && text.length <= limit && text === text.trim() && !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(text);
}

/** Several lines of text: not empty, and without control characters other than line breaks and tabs. */
export function isText(text: string, limit: number): boolean {
  return text.trim().length > 0 && text.length <= limit && !/[^\P{Cc}\n\r\t]|\p{Cs}/u.test(text);
}
