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
import type { PublicCatalogue } from '~/app/published/filters.server';
import {
  loadProfileMatch,
  type NamedRequirement,
  nameRequirements,
  readProfilePage,
} from '~/app/published/profile-page.server';
import { inTime, notFound, refuseFile } from '~/app/published/query-problem.server';
import { copenhagenDay } from '~/workflows/day';
import { type Profile, writeProfile } from '~/workflows/profile';
import type { Language } from '~/workflows/words';

const types = {
  'annex.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'annex.pdf': 'application/pdf',
  'answers.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'answers.csv': 'text/csv; charset=utf-8; header=present',
  'answers.json': 'application/json; charset=utf-8',
} as const;
type ProfileFile = keyof typeof types;

interface Asked {
  profile: Profile;
  requirements: NamedRequirement[];
  catalogue: PublicCatalogue;
  language: Language;
  context: AppLoadContext;
}

/** The requirements of the profile in the address as an annex for a tender, or how products answer them. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const file = (Object.keys(types) as ProfileFile[]).find((name) => name === params.file);
  if (!file) notFound();
  const { catalogue, read } = await readProfilePage(request, context.publicDb, context.now());
  if (!read.ok) throw refuseFile(read.problem);
  const { profile } = read;
  const requirements = nameRequirements(profile, catalogue);
  if (requirements.length === 0) throw refuseFile({ parameter: 'need', value: '', because: 'unknown-value' });
  const asked = { profile, requirements, catalogue, language: languageOf(request), context };
  const body = file === 'annex.docx' || file === 'annex.pdf' ? await annex(file, asked) : await answers(file, asked);
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: {
      'Content-Type': types[file],
      'Content-Disposition': `attachment; filename="snitfladeklar-${file}"`,
      // Says on which day it was made.
      'Cache-Control': 'no-store',
    },
  });
}

async function annex(file: 'annex.docx' | 'annex.pdf', asked: Asked): Promise<Uint8Array> {
  const { profile, requirements, language, context } = asked;
  const address = `${context.config.publicUrl}${paths(language).profile(writeProfile(profile))}`;
  const madeOn = profile.on || copenhagenDay(context.now());
  const composed = composeAnnex({ language, title: profile.title, requirements, madeOn, address });
  const t = translator(annexTexts, language);
  if (file === 'annex.docx') {
    // Loaded with the first: the library for it is large, and nothing else needs it.
    const { renderAnnexDocx } = await import('~/app/profile/annex-docx.server');
    return renderAnnexDocx(composed);
  }
  return renderPdf(annexBlocks(composed, context.now()), (page, pages) => t('page', { page, pages }));
}

async function answers(file: ProfileFile, asked: Asked): Promise<string | Uint8Array> {
  const { profile, requirements, catalogue, language, context } = asked;
  const { matches } = await inTime(loadProfileMatch(context.publicDb, profile, { catalogue, now: context.now() }));
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
