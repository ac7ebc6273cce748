import type { LoaderFunctionArgs } from '@remix-run/node';
import { languageOf } from '~/app/i18n/language';
import { annexTexts } from '~/app/i18n/profile';
import { translator } from '~/app/i18n/texts';
import { renderPdf } from '~/app/letters/letter-pdf.server';
import { paths } from '~/app/paths';
import { renderAnnexDocx } from '~/app/profile/annex-docx.server';
import { annexBlocks, composeAnnex } from '~/app/profile/compose-annex';
import { nameRequirements, readProfilePage } from '~/app/published/profile-page.server';
import { notFound, refuseQuery } from '~/app/published/query-problem.server';
import { copenhagenDay } from '~/workflows/day';
import { writeProfile } from '~/workflows/profile';

const types = {
  'annex.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'annex.pdf': 'application/pdf',
} as const;

/** The requirements of the profile in the address, as an annex for a tender. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const file = (['annex.docx', 'annex.pdf'] as const).find((name) => name === params.file);
  if (!file) notFound();
  const { catalogue, read } = await readProfilePage(request, context.publicDb, context.now());
  if (!read.ok) refuseQuery(read.problem);
  const { profile } = read;
  const requirements = nameRequirements(profile, catalogue);
  if (requirements.length === 0) refuseQuery({ parameter: 'need', value: '' });
  const language = languageOf(request);
  const address = `${context.config.publicUrl}${paths(language).profile(writeProfile(profile))}`;
  const madeOn = profile.on || copenhagenDay(context.now());
  const annex = composeAnnex({ language, title: profile.title, requirements, madeOn, address });
  const t = translator(annexTexts, language);
  const bytes =
    file === 'annex.docx'
      ? await renderAnnexDocx(annex)
      : await renderPdf(annexBlocks(annex, context.now()), (page, pages) => t('page', { page, pages }));
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': types[file],
      'Content-Disposition': `attachment; filename="snitfladeklar-${file}"`,
      // Says on which day it was made.
      'Cache-Control': 'no-store',
    },
  });
}
