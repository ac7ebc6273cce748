/** Files that may back an answer: what they are called, and how their first bytes tell that they are that. */

/** By extension. */
export const evidenceFormats = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  txt: 'text/plain',
  xml: 'application/xml',
  json: 'application/json',
} as const;
export type EvidenceExtension = keyof typeof evidenceFormats;

/** In bytes; a thousand thousand are one MB, as people and the page say. */
export const evidenceSizeLimit = 20_000_000;

export const fileProblems = [
  'file-empty',
  'file-too-large',
  'file-type',
  'file-content',
  'file-password',
  'file-macros',
] as const;
export type FileProblem = (typeof fileProblems)[number];

export type CheckedFile =
  | { ok: true; fileName: string; mediaType: (typeof evidenceFormats)[EvidenceExtension] }
  | { ok: false; problem: FileProblem };

/**
 * Decides whether an uploaded file is accepted, by its name and by its content: both must say the same.
 * @param name as the browser sent it; only its last part is kept
 */
export function checkEvidenceFile(name: string, bytes: Uint8Array): CheckedFile {
  if (bytes.byteLength === 0) return { ok: false, problem: 'file-empty' };
  if (bytes.byteLength > evidenceSizeLimit) return { ok: false, problem: 'file-too-large' };
  const fileName = safeFileName(name);
  const extension = extensionOf(fileName);
  if (!extension) return { ok: false, problem: 'file-type' };
  const problem = contentProblem(extension, bytes);
  return problem ? { ok: false, problem } : { ok: true, fileName, mediaType: evidenceFormats[extension] };
}

function extensionOf(fileName: string): EvidenceExtension | null {
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(evidenceFormats, extension) ? (extension as EvidenceExtension) : null;
}

/**
 * A file's own name without folders, control characters and characters that change the direction of text (with
 * which `gpj.exe` can be made to look like a picture), 120 characters at most with its extension kept.
 */
export function safeFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}"<>:|?*]/gu, '')
    .trim();
  if (plain.length <= 120) return plain || 'fil';
  const dot = plain.lastIndexOf('.');
  const extension = dot > 0 && plain.length - dot <= 6 ? plain.slice(dot) : '';
  return plain.slice(0, 120 - extension.length) + extension;
}

function contentProblem(extension: EvidenceExtension, bytes: Uint8Array): FileProblem | null {
  switch (extension) {
    case 'pdf':
      return pdfProblem(bytes);
    case 'png':
      return startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) ? null : 'file-content';
    case 'jpg':
    case 'jpeg':
      return startsWith(bytes, [0xff, 0xd8, 0xff]) ? null : 'file-content';
    case 'docx':
      return officeProblem(bytes, 'word/document.xml');
    case 'xlsx':
      return officeProblem(bytes, 'xl/workbook.xml');
    case 'xml':
      return isText(bytes) && firstText(bytes).startsWith('<') ? null : 'file-content';
    case 'json':
      return isText(bytes) && /^[[{]/.test(firstText(bytes)) ? null : 'file-content';
    case 'csv':
    case 'txt':
      return isText(bytes) ? null : 'file-content';
  }
}

/** An encrypted PDF names its encryption in the trailer or in a cross-reference stream, neither of which is encrypted. */
function pdfProblem(bytes: Uint8Array): FileProblem | null {
  if (!startsWith(bytes, ascii('%PDF-'))) return 'file-content';
  return includes(bytes, ascii('/Encrypt')) ? 'file-password' : null;
}

/**
 * A DOCX or XLSX is a ZIP with certain names in its directory; nothing is unpacked. With a password Office writes the
 * container of its older formats instead, around the encrypted ZIP.
 */
function officeProblem(bytes: Uint8Array, mainPart: string): FileProblem | null {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) {
    return includes(bytes, utf16('EncryptedPackage')) ? 'file-password' : 'file-content';
  }
  const names = listZipNames(bytes);
  if (!names?.includes('[Content_Types].xml') || !names.includes(mainPart)) return 'file-content';
  return names.some((name) => name.toLowerCase().endsWith('vbaproject.bin')) ? 'file-macros' : null;
}

/** The names in a ZIP's central directory; null: not a whole ZIP. See APPNOTE.TXT 4.3.12 and 4.3.16. */
function listZipNames(bytes: Uint8Array): string[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(bytes);
  if (!startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || end === null) return null;
  const count = view.getUint16(end + 10, true);
  let position = view.getUint32(end + 16, true);
  const names: string[] = [];
  for (let entry = 0; entry < count; entry += 1) {
    if (position + 46 > end || view.getUint32(position, true) !== 0x02014b50) return null;
    const nameLength = view.getUint16(position + 28, true);
    names.push(new TextDecoder().decode(bytes.subarray(position + 46, position + 46 + nameLength)));
    position += 46 + nameLength + view.getUint16(position + 30, true) + view.getUint16(position + 32, true);
  }
  return names;
}

/** The directory's end record is last, before a comment of 65,535 bytes at most. */
function endOfDirectory(bytes: Uint8Array): number | null {
  const first = Math.max(0, bytes.byteLength - 22 - 65_535);
  for (let position = bytes.byteLength - 22; position >= first; position -= 1) {
    if (startsWith(bytes.subarray(position), [0x50, 0x4b, 0x05, 0x06])) return position;
  }
  return null;
}

/** UTF-8, or an older Western encoding as Danish Excel writes CSV in; no control characters but white space. */
function isText(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d);
}

function firstText(bytes: Uint8Array): string {
  return new TextDecoder()
    .decode(bytes.subarray(0, 4_096))
    .replace(/^\uFEFF/, '')
    .trimStart();
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return bytes.byteLength >= start.length && start.every((byte, index) => bytes[index] === byte);
}

function includes(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const first = wanted[0] ?? 0;
  for (let position = bytes.indexOf(first); position >= 0; position = bytes.indexOf(first, position + 1)) {
    if (wanted.every((byte, index) => bytes[position + index] === byte)) return true;
  }
  return false;
}

function ascii(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0));
}

function utf16(text: string): number[] {
  return ascii(text).flatMap((code) => [code, 0]);
}
