import type { Refusal } from '~/workflows/refusal';

/**
 * What a command gave. Demo data that a command refuses is a mistake in the demo data.
 * @throws with the refusal, or with what is wrong with which field
 */
export function must<T>(
  result: { ok: true; value: T } | { ok: false; refusal: Refusal } | { ok: false; problems: unknown },
  doing = 'The demo data',
): T {
  if (result.ok) return result.value;
  const said = 'refusal' in result ? result.refusal : plain(result.problems);
  throw new Error(`${doing} was refused: ${JSON.stringify(said)}`);
}

function plain(problems: unknown): unknown {
  return problems instanceof Map ? Object.fromEntries(problems) : problems;
}
