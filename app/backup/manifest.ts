import * as z from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What a backup holds; written last, so that a folder without it is no backup. */
export const manifestSchema = z.object({
  schema: z.literal('snitfladeklar/backup/1'),
  madeAt: z.iso.datetime(),
  /** The last migration of the database that was saved, as drizzle numbers it (milliseconds). */
  migration: z.number(),
  log: z.object({ number: z.int(), hash: sha256 }),
  /** In the order in which they can be filled. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.int(), sha256 })),
  /** Hashes of the evidence files. */
  evidence: z.array(sha256),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const manifestFile = 'manifest.json';
export const tableFile = (name: string): string => `tables/${name}.copy.gz`;
export const evidenceFile = (hash: string): string => `evidence/${hash.slice(0, 2)}/${hash}`;
