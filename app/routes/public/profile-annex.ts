import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node';
import { writeCsv } from '~/app/exchange/read-csv';
import { writeWorkbook } from '~/app/exchange/write-workbook.server';
import { languageOf } from '~/app/i18n/language';
import { annexTexts } from '~/app/i18n/profile';
import { translator } from '~/app/i18n/texts';
import { renderPdf } from '~/app/letters/letter-pdf.server';
import { paths } from '~/app/paths';
import { answerRows, answersOf } from '~/app/profile/answers-file';
import { annexBlocks, composeAnnex } from '~/app/profile/compose-annex';
import { composeQuestions } from '~/app/profile/questions';
import {
  cellsOf,
  loadProfileMatch,
  type NamedRequirement,
  nameRequirements,
  ofPage,
  readProfilePage,
  takePage,
} from '~/app/published/profile-page.server';
import { inTime, notFound, refuseFile } from '~/app/published/query-problem.server';
import { copenhagenDay } from '~/workflows/day';
import type { LetterDocument } from '~/workflows/letter';
import { type Profile, writeProfile } from '~/workflows/profile';
import type { Language } from '~/workflows/words';

const types = {
  'annex.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'annex.pdf': 'application/pdf',
  'questions.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'questions.pdf': 'application/pdf',
  'answers.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'answers.csv': 'text/csv; charset=utf-8; header=present',
  'answers.json': 'application/json; charset=utf-8',
} as const;
type ProfileFile = keyof typeof types;

interface Asked {
  profile: Profile;
  requirements: NamedRequirement[];
  /** Of the products that are asked. */
  page: number;
  language: Language;
  context: AppLoadContext;
}

/** The requirements of the profile in the address as an annex for a tender, what to ask suppliers, or how products answer them. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const file = (Object.keys(types) as ProfileFile[]).find((name) => name === params.file);
  if (!file) notFound();
  if (context.viewedDay?.kind === 'refused') throw refuseFile(context.viewedDay.problem);
  const { page, request: asking } = takeFilePage(file, request);
  const { catalogue, read } = await readProfilePage(asking, context.publicDb, context.now());
  if (!read.ok) throw refuseFile(read.problem);
  const { profile } = read;
  const requirements = nameRequirements(profile, catalogue);
  if (requirements.length === 0) throw refuseFile({ parameter: 'need', value: '', because: 'unknown-value' });
  const asked = { profile, requirements, page, language: languageOf(request), context };
  const body = await bodies[kindOf(file)](file, asked);
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: {
      'Content-Type': types[file],
      'Content-Disposition': `attachment; filename="snitfladeklar-${file}"`,
      // Says on which day it was made.
      'Cache-Control': 'no-store',
    },
  });
}

/** Only questions are about one page of the result. */
function takeFilePage(file: ProfileFile, request: Request): ReturnType<typeof takePage> {
  if (kindOf(file) !== 'questions') return { page: 1, request };
  return takePage(request, (problem) => {
    throw refuseFile(problem);
  });
}

const kindOf = (file: ProfileFile) => file.slice(0, file.indexOf('.')) as keyof typeof bodies;

const bodies = { annex, questions, answers };

async function annex(file: ProfileFile, asked: Asked): Promise<Uint8Array> {
  const { profile, requirements, language, context } = asked;
  const today = copenhagenDay(context.now());
  const madeOn = profile.on !== '' && profile.on < today ? profile.on : today;
  // With its day: the link in a tender shows for ever what it showed when the annex was made.
  const asOf = writeProfile({ ...profile, on: profile.on || today });
  const address = `${context.config.publicUrl}${paths(language).profile(asOf)}`;
  const composed = composeAnnex({ language, title: profile.title, requirements, madeOn, address });
  if (file === 'annex.docx') {
    // Loaded with the first: the library for it is large, and nothing else needs it.
    const { renderAnnexDocx } = await import('~/app/profile/annex-docx.server');
    return renderAnnexDocx(composed);
  }
  return pdfOf(annexBlocks(composed, context.now()));
}

async function questions(
  file: ProfileFile,
  { profile, requirements, page, language, context }: Asked,
): Promise<Uint8Array> {
  const { matches } = await inTime(loadProfileMatch(context.publicDb, profile, context.now()));
  const on = copenhagenDay(context.now());
  const products = ofPage(matches, page).map(({ product: { name, supplierName, support }, fits }) => ({
    ...{ name, supplierName },
    cells: cellsOf(requirements, { fits, support }),
  }));
  const composed = composeQuestions({ language, title: profile.title, requirements, products, on }, context.now());
  return file === 'questions.pdf' ? pdfOf(composed) : (await import('~/app/profile/word.server')).renderDocx(composed);
}

function pdfOf(document: LetterDocument): Promise<Uint8Array> {
  const t = translator(annexTexts, document.language);
  return renderPdf(document, (page, pages) => t('page', { page, pages }));
}

async function answers(file: ProfileFile, asked: Asked): Promise<string | Uint8Array> {
  const { profile, requirements, language, context } = asked;
  const { matches } = await inTime(loadProfileMatch(context.publicDb, profile, context.now()));
  const pageOf = (slug: string) => `${context.config.publicUrl}${paths(language).product(slug)}`;
  const given = answersOf({ requirements, matches, language, pageOf });
  if (file === 'answers.json') return JSON.stringify({ answers: given });
  const rows = answerRows(given, language);
  if (file === 'answers.csv') return writeCsv(rows);
  const cells = rows.map((row, index) =>
    row.map((value) => ({ value, look: index === 0 ? ('head' as const) : ('locked' as const) })),
  );
  const sheet = { name: 'Besvarelse', rows: cells, widths: [12, 40, 14, 28, 28, 18, 60], frozenRows: 1 };
  return writeWorkbook([sheet], 'Valg');
}
