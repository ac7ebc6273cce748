import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound } from '~/app/auth/actor.server';
import { requireReading } from '~/app/review/reviewed-case.server';
import { evidenceResponse } from '~/app/storage/evidence-response';
import { findSentEvidence } from '~/db/cases/find-sent-evidence';

/** A file that backs an answer which was sent, for those who review it. Suppliers' files are never public. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { reviewed } = await requireReading(request, context, params.case);
  const evidenceId = params.evidence ?? '';
  const found = await findSentEvidence(context.db, { declarationId: reviewed.declarationId, evidenceId });
  if (!found?.file) throw notFound();
  const content = await context.storage.get(found.file.hash);
  if (!content) throw new Error(`The evidence store has no file ${found.file.hash}.`);
  const { hash, mediaType, size } = found.file;
  return evidenceResponse(content, { hash, mediaType, size, fileName: found.evidence.fileName ?? hash });
}
