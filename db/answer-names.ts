import type { AnswerValue } from '~/workflows/questionnaire/answer';
import { listKleGroups, listMunicipalities } from './catalogue';
import type { Db } from './client';

/** What the codes in answers are called: municipalities by code, KLE main groups by number. */
export interface NamesInAnswers {
  municipalities: Record<string, string>;
  kle: Record<string, string>;
}

/**
 * The names that some answers need to be read, and no others: a page carries no list it does not show.
 * @param values the answers' values; further codes may stand among them as one-element lists
 */
export async function listNamesIn(db: Db, values: Iterable<AnswerValue>): Promise<NamesInAnswers> {
  const codes = codesIn(values);
  const mainGroups = new Set([...codes].map((code) => code.slice(0, 2)));
  const municipalities = (await listMunicipalities(db)).filter(({ code }) => codes.has(code));
  const groups = (await listKleGroups(db)).filter(({ number }) => mainGroups.has(number));
  return {
    municipalities: Object.fromEntries(municipalities.map(({ code, name }) => [code, name])),
    kle: Object.fromEntries(groups.map(({ number, title }) => [number, title])),
  };
}

/** What may be codes among answers' values. */
export function codesIn(values: Iterable<AnswerValue>): Set<string> {
  const codes = new Set<string>();
  for (const value of values) {
    if (!Array.isArray(value)) continue;
    for (const item of value) {
      for (const text of typeof item === 'string' ? [item] : Object.values(item)) codes.add(text);
    }
  }
  return codes;
}
