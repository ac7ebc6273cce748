import { inflateRawSync } from 'node:zlib';
import { UnreadableFile } from './sheets';

/** What may come out of one file: bytes of a part, bytes of all, and how many times what went in. */
const partLimit = 30_000_000;
const totalLimit = 60_000_000;
const ratioLimit = 300;
const entryLimit = 500;

interface Entry {
  method: number;
  packedSize: number;
  offset: number;
}

/** The parts of a zip file by name; nothing is unpacked before it is asked for, and nothing is ever written to disk. */
export interface ZipParts {
  names: readonly string[];
  /**
   * @returns undefined when there is no such part
   * @throws UnreadableFile when it is broken or unpacks to more than any workbook of ours
   */
  read(name: string): Uint8Array | undefined;
}

/**
 * Reads the directory of a zip file (APPNOTE.TXT 4.3.12, 4.3.16). The sizes in it are claims of whoever made the file,
 * so each part is unpacked against the limits, not against them.
 * @throws UnreadableFile
 */
export function readZip(bytes: Uint8Array): ZipParts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view);
  let left = totalLimit;
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      if (!entry) return undefined;
      const unpacked = unpack(bytes, view, entry, Math.min(left, partLimit));
      left -= unpacked.byteLength;
      return unpacked;
    },
  };
}

function readDirectory(bytes: Uint8Array, view: DataView): Map<string, Entry> {
  const end = endOfDirectory(bytes, view);
  const count = view.getUint16(end + 10, true);
  if (count > entryLimit) throw new UnreadableFile('too-much');
  let position = view.getUint32(end + 16, true);
  const entries = new Map<string, Entry>();
  for (let index = 0; index < count; index += 1) {
    if (position + 46 > end || view.getUint32(position, true) !== 0x02014b50) throw new UnreadableFile('damaged');
    if ((view.getUint16(position + 8, true) & 1) === 1) throw new UnreadableFile('password');
    const nameLength = view.getUint16(position + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(position + 46, position + 46 + nameLength));
    // Two parts of one name: which of them counts would depend on the program.
    if (entries.has(name)) throw new UnreadableFile('damaged');
    entries.set(name, {
      method: view.getUint16(position + 10, true),
      packedSize: view.getUint32(position + 20, true),
      offset: view.getUint32(position + 42, true),
    });
    position += 46 + nameLength + view.getUint16(position + 30, true) + view.getUint16(position + 32, true);
  }
  return entries;
}

/** The end record is last, before a comment of 65,535 bytes at most. */
function endOfDirectory(bytes: Uint8Array, view: DataView): number {
  const first = Math.max(0, bytes.byteLength - 22 - 65_535);
  for (let position = bytes.byteLength - 22; position >= first; position -= 1) {
    if (view.getUint32(position, true) === 0x06054b50) return position;
  }
  throw new UnreadableFile('damaged');
}

function unpack(bytes: Uint8Array, view: DataView, entry: Entry, limit: number): Uint8Array {
  const { offset, packedSize, method } = entry;
  if (offset + 30 > bytes.byteLength || view.getUint32(offset, true) !== 0x04034b50) {
    throw new UnreadableFile('damaged');
  }
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedSize > bytes.byteLength) throw new UnreadableFile('damaged');
  const packed = bytes.subarray(start, start + packedSize);
  const most = Math.min(limit, Math.max(1_000_000, packedSize * ratioLimit));
  if (method === 0 && packedSize <= most) return packed;
  if (method === 0) throw new UnreadableFile('too-much');
  if (method !== 8 || most <= 0) throw new UnreadableFile(most <= 0 ? 'too-much' : 'damaged');
  try {
    return inflateRawSync(packed, { maxOutputLength: most });
  } catch (error) {
    const isTooMuch = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new UnreadableFile(isTooMuch ? 'too-much' : 'damaged');
  }
}
