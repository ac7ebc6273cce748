import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { refuseToChange } from '~/app/api/answer.server';
import { openToAll } from '~/app/api/open-to-all';
import { ApiProblem } from '~/app/api/problem';
import { dumpFolder } from '~/app/server/dump';
import { webStreamOf } from '~/app/server/web-stream';
import { dictionaryName } from '~/db/published/dump';
import { dumpTables } from '~/db/published/dump-tables';

const names = new Set([
  'manifest.json',
  dictionaryName,
  ...dumpTables.flatMap(({ name }) => [`${name}.jsonl.gz`, `${name}.csv.gz`]),
]);

/** A file of the dump that `export all` made last. */
export async function loader({ params, context }: LoaderFunctionArgs): Promise<Response> {
  const name = params.file ?? '';
  // Only names that the dump has: nothing else of the folder can be asked for.
  const file = names.has(name)
    ? await open(path.join(dumpFolder(context.config.dataDir), name)).catch(() => undefined)
    : undefined;
  if (!file) return notFound();
  const { size, mtime } = await file.stat();
  await file.close();
  const stream = createReadStream(path.join(dumpFolder(context.config.dataDir), name));
  return new Response(webStreamOf(stream), {
    headers: {
      ...openToAll,
      'Content-Type': name.endsWith('.json') ? 'application/json; charset=utf-8' : 'application/gzip',
      ...(name.endsWith('.json') ? {} : { 'Content-Length': String(size) }),
      'Content-Disposition': `attachment; filename="snitfladeklar-${name}"`,
      // Made once a night: whoever has it asks whether it is still the one.
      ETag: `${name.endsWith('.json') ? 'W/' : ''}"${size.toString(36)}-${mtime.getTime().toString(36)}"`,
      'Last-Modified': mtime.toUTCString(),
    },
  });
}

function notFound(): Response {
  const problem = new ApiProblem(404, 'Not found', 'There is no such file, or no dump has been made yet.');
  return new Response(JSON.stringify(problem.body()), {
    status: 404,
    headers: { ...openToAll, 'Content-Type': 'application/problem+json; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}

export const action = refuseToChange;
