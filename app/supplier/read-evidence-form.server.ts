import {
  type FileUpload,
  MaxFileSizeExceededError,
  MaxTotalSizeExceededError,
  parseFormData,
} from '@remix-run/form-data-parser';
import { cutHeader } from '~/app/server/web-request';
import type { UploadedFile } from '~/db/evidence';
import { evidenceSizeLimit } from '~/workflows/evidence-file';

/** The text fields of the evidence form, as they were typed. */
export interface EvidenceFields {
  type: string;
  title: string;
  url: string;
  municipalityCode: string;
  observedOn: string;
  validTo: string;
  productVersion: string;
  environment: string;
}

export type EvidenceFormData =
  | { ok: true; form: FormData; fields: EvidenceFields; file: UploadedFile | null }
  /** What was typed is there wherever it could be read. */
  | { ok: false; problem: 'file-too-large'; fields: EvidenceFields | null };

/**
 * In bytes, above the server's own ceiling for a form with a file (app/server/web-request.ts). A body that is left half
 * read keeps the browser's connection waiting, so a file over the limit is read to its end before it is refused.
 */
const readLimit = 27_000_000;

/**
 * The form with its file, of which no more than the server's ceiling is ever held in memory.
 * @throws Response 400 for what is no form
 */
export async function readEvidenceForm(request: Request): Promise<EvidenceFormData> {
  let form: FormData;
  try {
    form = await parseFormData(
      request,
      { maxFiles: 1, maxFileSize: readLimit, maxParts: 40, maxTotalSize: readLimit },
      keep,
    );
  } catch (error) {
    if (isTooLarge(error)) return { ok: false, problem: 'file-too-large', fields: null };
    // Parts without end, a broken boundary: no form of ours.
    throw new Response(null, { status: 400 });
  }
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const fields = {
    type: text('type'),
    title: text('title'),
    url: text('url'),
    municipalityCode: text('municipalityCode'),
    observedOn: text('observedOn'),
    validTo: text('validTo'),
    productVersion: text('productVersion'),
    environment: text('environment'),
  };
  const file = form.get('file');
  const isCut = request.headers.has(cutHeader);
  if (isCut || (file instanceof File && file.size > evidenceSizeLimit)) {
    return { ok: false, problem: 'file-too-large', fields };
  }
  return { ok: true, form, fields, file: await fileIn(form) };
}

async function keep(upload: FileUpload): Promise<File> {
  return new File([await upload.arrayBuffer()], upload.name, { type: upload.type });
}

/** A file field that was left alone is sent as an empty file without a name. */
async function fileIn(form: FormData): Promise<UploadedFile | null> {
  const file = form.get('file');
  if (!(file instanceof File) || file.name === '') return null;
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

function isTooLarge(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return [error, cause].some(
    (each) => each instanceof MaxFileSizeExceededError || each instanceof MaxTotalSizeExceededError,
  );
}
