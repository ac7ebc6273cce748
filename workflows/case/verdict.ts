import * as z from 'zod';
import { noteLimit } from '../note';
import { verdictKinds } from '../words';

/** A reviewer's judgement of one answer, as a form or the API sends it. */
export const verdictInputSchema = z.object({
  questionKey: z.string().min(1).max(200),
  kind: z.enum(verdictKinds),
  /** Why; needed for everything but `accepted` (domain rule 3). Empty counts as none. */
  reason: z
    .string()
    .trim()
    .max(noteLimit)
    .nullish()
    .transform((reason) => reason || null),
  /** The hash of the answer that the reviewer saw. */
  answerHash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type VerdictInput = z.infer<typeof verdictInputSchema>;

/** Whether a verdict of this kind has to say why. */
export function needsReason(kind: VerdictInput['kind']): boolean {
  return kind !== 'accepted';
}
