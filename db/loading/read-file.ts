import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '~/db/project-root';

/** A content file as it lies on the disk. */
export interface SourceFile {
  /** Relative to the project's folder, for messages. */
  name: string;
  bytes: Buffer;
}

export function readSource(file: string): SourceFile {
  const name = path.relative(projectRoot, file);
  return { name: name.startsWith('..') ? file : name, bytes: existsSync(file) ? readFileSync(file) : Buffer.alloc(0) };
}

/** SHA-256 over names and bytes: whether anything was edited since it was loaded. */
export function hashSources(files: readonly SourceFile[]): string {
  const hash = createHash('sha256');
  for (const { name, bytes } of files) hash.update(`${path.basename(name)}\0${bytes.length}\0`).update(bytes);
  return hash.digest('hex');
}

/** @returns undefined when the bytes are not UTF-8 */
export function decode({ bytes }: SourceFile): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
