import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound } from '~/app/auth/actor.server';
import { evidenceResponse } from '~/app/storage/evidence-response';
import { requireSupplierReader } from '~/app/supplier/declaration.server';
import { findEvidenceFor } from '~/db/read-evidence';

/** A file that the supplier has uploaded. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireSupplierReader(request, context);
  const found = await findEvidenceFor(context.db, actor, params.evidence ?? '');
  if (!found?.file) throw notFound();
  const content = await context.storage.get(found.file.hash);
  if (!content) throw new Error(`The evidence store has no file ${found.file.hash}.`);
  const { hash, mediaType, size } = found.file;
  return evidenceResponse(content, { hash, mediaType, size, fileName: found.evidence.fileName ?? hash });
}
