import path from 'node:path';

/** Where the open dump lies, which `export all` writes and /api/v1/dump serves. */
export function dumpFolder(dataDir: string): string {
  return path.join(dataDir, 'dump');
}
