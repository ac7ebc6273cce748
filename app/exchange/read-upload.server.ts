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
  const form = await readUploadForm(request);
  return form === null ? { ok: false, problem: 'too-large' } : readFile(form, importLimit);
}

/**
 * A form with one file and some fields.
 * @returns null where it is too large
 * @throws Response 400 for what is no form
 */
export async function readUploadForm(request: Request): Promise<FormData | null> {
  try {
    const form = await parseFormData(
      request,
      { maxFiles: 1, maxFileSize: readLimit, maxParts: 10, maxTotalSize: readLimit },
      keep,
    );
    return request.headers.has(cutHeader) ? null : form;
  } catch (error) {
    if (isTooLarge(error)) return null;
    throw new Response(null, { status: 400 });
  }
}

/** @param limit in bytes */
export async function readFile(form: FormData, limit: number): Promise<Upload> {
  const file = form.get('file');
  // A file field that was left alone is sent as an empty file without a name.
  if (!(file instanceof File) || file.name === '') return { ok: false, problem: 'no-file' };
  if (file.size > limit) return { ok: false, problem: 'too-large' };
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
