import { notFound } from '~/app/auth/actor.server';
import type { PortalContext } from '~/app/context.server';
import type { SentCase } from '~/app/review/reviewed-case.server';
import { findSentLetter, loadLetterFacts } from '~/db/letters';
import { readRewordings } from '~/db/portal-texts';
import type { LetterDocument } from '~/workflows/letter';
import { composeLetter } from './compose-letter';
import { renderLetterPdf } from './letter-pdf.server';

/**
 * The letter of a case for those who review: as it was sent, or as it would be sent now.
 * @throws 404 while nothing is proposed
 */
export async function loadCaseLetter(
  { db, config, now }: PortalContext,
  reviewed: SentCase,
): Promise<{ letter: LetterDocument; isSent: boolean; pdf: () => Promise<Uint8Array> }> {
  const sent = await findSentLetter(db, { caseId: reviewed.id });
  if (sent) return { letter: sent.document, isSent: true, pdf: async () => sent.pdf };
  const { proposal, decision, municipality, submission } = reviewed;
  const about = decision ?? proposal;
  if (!about || !municipality) throw notFound();
  const facts = await loadLetterFacts(db, {
    caseNumber: reviewed.number,
    submissionId: submission.id,
    municipalityCode: municipality.code,
    outcome: about.outcome,
    reasons: about.reasons?.trim() || null,
  });
  const own = await readRewordings(db);
  const letter = composeLetter(facts, { datedAt: now(), code: null }, config.publicUrl, config.appealGuidance, own);
  return { letter, isSent: false, pdf: () => renderLetterPdf(letter) };
}

/** A letter's file, looked at in the browser's own reader or kept. */
export function letterResponse(pdf: Uint8Array, caseNumber: string): Response {
  // The body is a copy of its own: what a database driver gives may be a window on a larger buffer.
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(pdf.byteLength),
      'Content-Disposition': `inline; filename="afgoerelse-${caseNumber.replace(/[^\w-]/g, '')}.pdf"`,
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
