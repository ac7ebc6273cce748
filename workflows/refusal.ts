/**
 * An expected "no", as a value: what happened, for the person to read in their language (app/i18n/refusals.ts has a
 * sentence for each code) and for the API to name. Throw only for bugs and lost infrastructure.
 */
export interface Refusal<Code extends string = string> {
  code: Code;
  /** Values for the sentence's placeholders; never secrets, never personal data the reader may not see. */
  params?: Readonly<Record<string, string | number>>;
}

export type Result<T, Code extends string = string> = { ok: true; value: T } | { ok: false; refusal: Refusal<Code> };

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function refuse<Code extends string>(
  code: Code,
  params?: Refusal['params'],
): { ok: false; refusal: Refusal<Code> } {
  return { ok: false, refusal: params ? { code, params } : { code } };
}
