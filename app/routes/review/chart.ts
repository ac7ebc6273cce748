import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { languageOf } from '~/app/i18n/language';
import { requireReading } from '~/app/review/reviewed-case.server';
import { drawWay } from '~/app/review/way-drawing';
import { projectRoot } from '~/db/project-root';

/** The chart with the case's way drawn on it, as a picture. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { reviewed } = await requireReading(request, context, params.case);
  const drawing = await readFile(path.join(projectRoot, 'public', `case-workflow.${languageOf(request)}.svg`), 'utf8');
  return new Response(drawWay(drawing, reviewed.steps), {
    headers: { 'Content-Type': 'image/svg+xml; charset=utf-8', 'Cache-Control': 'private, no-store' },
  });
}
