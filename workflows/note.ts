import type { Refusal } from './refusal';

/** Most characters of a case's note or of reasons. */
export const noteLimit = 5_000;

export type NoteProblem = 'note-too-long' | 'note-control-characters';

/** Line ends and tabs are no more than layout; PostgreSQL, XML or a letter cannot hold the others, nor half surrogates. */
const notForNotes = /[^\P{Cc}\n\r\t]|\p{Cs}/u;

/**
 * What is wrong with a note, a reason or a message as it was written, in the sentence that its form shows.
 * @param most in characters
 * @returns undefined: it can be kept. Whether one has to be written at all is the matter of whoever asks
 */
export function noteProblem(text: string, most: number): Refusal<NoteProblem> | undefined {
  if (text.length > most) return { code: 'note-too-long', params: { most } };
  return notForNotes.test(text) ? { code: 'note-control-characters' } : undefined;
}
