import { notFound } from '~/app/auth/actor.server';
import type { PortalContext } from '~/app/context.server';
import { languageOf } from '~/app/i18n/language';
import type { SentCase } from '~/app/review/reviewed-case.server';
import { findSentLetter, loadLetterFacts, type SentLetter } from '~/db/letters';
import { readRewordings } from '~/db/portal-texts';
import type { LetterDocument } from '~/workflows/letter';
import { composeLetter, translateLetter } from './compose-letter';
import { renderLetterPdf } from './letter-pdf.server';

/**
 * The letter of a case for those who review: as it was sent, or as it would be sent now.
 * @throws 404 while nothing is proposed
 */
export async function loadCaseLetter({ db, config, now }: PortalContext, reviewed: SentCase): Promise<ShownLetter> {
  const sent = await findSentLetter(db, { caseId: reviewed.id });
  if (sent) return sentLetter(sent);
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
  const at = { datedAt: now(), code: null };
  const letter = composeLetter(facts, at, config.publicUrl, config.appealGuidance, own);
  const translation = translateLetter(facts, at, config.publicUrl, config.appealGuidance, own);
  return { letter, translation, isSent: false, pdf: () => renderLetterPdf(letter) };
}

/** The letter with which a case's appeal was ruled on, for those who review. @throws 404 until it has left */
export async function loadRulingLetter({ db }: PortalContext, reviewed: SentCase): Promise<ShownLetter> {
  const sent = await findSentLetter(db, { caseId: reviewed.id, isRuling: true });
  if (!sent) throw notFound();
  return sentLetter(sent);
}

/** A letter with what can be read in its place. */
export interface ShownLetter {
  letter: LetterDocument;
  /** Null: sent before letters were translated. */
  translation: LetterDocument | null;
  isSent: boolean;
  pdf: () => Promise<Uint8Array>;
}

export function sentLetter({ document, translation, pdf }: SentLetter): ShownLetter {
  return { letter: document, translation, isSent: true, pdf: async () => pdf };
}

/**
 * The words that a page shows: on an English page the translation, unless the address asks for the letter itself, and
 * the other way round.
 */
export function readableOf(request: Request, shown: ShownLetter) {
  const asked = new URL(request.url).searchParams.get('text');
  const usual = languageOf(request) === 'en' ? 'translation' : 'letter';
  const isTranslation =
    shown.translation !== null && (asked === 'translation' || (asked === null && usual === 'translation'));
  return {
    letter: isTranslation && shown.translation ? shown.translation : shown.letter,
    isSent: shown.isSent,
    isTranslation,
    isTranslated: shown.translation !== null,
  };
}

/** The file: as it was sent, or of the translation, which the same words always give alike. */
export async function fileOf(request: Request, shown: ShownLetter, caseNumber: string): Promise<Response> {
  const isTranslation = new URL(request.url).searchParams.get('text') === 'translation';
  if (!isTranslation || shown.translation === null) return letterResponse(await shown.pdf(), caseNumber);
  return letterResponse(await renderLetterPdf(shown.translation), `${caseNumber}-translation`);
}

/** A letter's file, looked at in the browser's own reader or kept. */
function letterResponse(pdf: Uint8Array, caseNumber: string): Response {
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
