import {
  type FileUpload,
  MaxFileSizeExceededError,
  MaxTotalSizeExceededError,
  parseFormData,
} from '@remix-run/form-data-parser';
import { cutHeader } from '~/app/server/web-request';
import { safeFileName } from '~/workflows/evidence-file';
import { importLimit } from './read-import.server';

export type Upload = { ok: true; name: string; bytes: Uint8Array } | { ok: false; problem: 'no-file' | 'too-large' };

/**
 * In bytes, above the server's own ceiling for a form with a file (app/server/web-request.ts). A body that is left half
 * read keeps the browser's connection waiting, so a file over the limit is read to its end before it is refused.
 */
const readLimit = 27_000_000;

/**
 * The file of the upload form, of which no more than the server's ceiling is ever held in memory.
 * @throws Response 400 for what is no form
 */
export async function readUpload(request: Request): Promise<Upload> {
  let form: FormData;
  try {
    form = await parseFormData(
      request,
      { maxFiles: 1, maxFileSize: readLimit, maxParts: 10, maxTotalSize: readLimit },
      keep,
    );
  } catch (error) {
    if (isTooLarge(error)) return { ok: false, problem: 'too-large' };
    throw new Response(null, { status: 400 });
  }
  const file = form.get('file');
  // A file field that was left alone is sent as an empty file without a name.
  if (!(file instanceof File) || file.name === '') return { ok: false, problem: 'no-file' };
  if (request.headers.has(cutHeader) || file.size > importLimit) return { ok: false, problem: 'too-large' };
  return { ok: true, name: safeFileName(file.name), bytes: new Uint8Array(await file.arrayBuffer()) };
}

async function keep(upload: FileUpload): Promise<File> {
  return new File([await upload.arrayBuffer()], upload.name, { type: upload.type });
}

function isTooLarge(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return [error, cause].some(
    (each) => each instanceof MaxFileSizeExceededError || each instanceof MaxTotalSizeExceededError,
  );
}
