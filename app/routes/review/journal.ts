import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound } from '~/app/auth/actor.server';
import { journalFileName, journalPackage } from '~/app/review/journal-package.server';
import { requireReading } from '~/app/review/reviewed-case.server';
import { findJournal } from '~/db/cases/journal';

/** The case as a zip file, for those who review it: a municipality files it in its own records system. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { reviewed } = await requireReading(request, context, params.case);
  const journal = await findJournal(context.db, reviewed.id);
  if (!journal) throw notFound();
  return new Response(journalPackage(journal, context.storage, context.now()), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${journalFileName(journal)}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
