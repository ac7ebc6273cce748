import type postgres from 'postgres';
import { licences } from '~/app/api/licence';
import type { Config } from '~/app/config.server';
import { readDumpManifest } from '~/app/published/data-catalogue.server';
import { type Dump, writeDump } from '~/db/published/dump';
import { copenhagenDay } from '~/workflows/day';
import { dumpFolder } from './dump';

/** In milliseconds after midnight in Copenhagen: the dump is made when few are at work. */
const begins = 2 * 3_600_000;

/** Any number that nothing else locks with. */
const lock = 7_319_402;

type Where = Pick<Config, 'dataDir' | 'licence'>;

/**
 * Makes the open dump anew, once a night, and at once where there is none or the licence has changed. Of several processes
 * one does it.
 * @returns null where it is not due, or another process is at it
 */
export async function keepDump(sql: postgres.Sql, where: Where, now: Date): Promise<Dump | null> {
  if (!(await isDue(where, now))) return null;
  const connection = await sql.reserve();
  try {
    const [row] = await connection<{ mine: boolean }[]>`select pg_try_advisory_lock(${lock}) as mine`;
    if (!row?.mine) return null;
    try {
      // Another process may have made it while this one asked.
      if (!(await isDue(where, now))) return null;
      return await writeDump(sql, dumpFolder(where.dataDir), { now, licence: licences[where.licence] });
    } finally {
      await connection`select pg_advisory_unlock(${lock})`;
    }
  } finally {
    connection.release();
  }
}

async function isDue({ dataDir, licence }: Where, now: Date): Promise<boolean> {
  const last = await readDumpManifest(dataDir);
  if (last === null || last.licence.url !== licences[licence].url) return true;
  return nightOf(new Date(last.madeAt)) < nightOf(now);
}

/** The night that a moment belongs to, from when the dump is due until it is due again. */
function nightOf(moment: Date): string {
  return copenhagenDay(new Date(moment.getTime() - begins));
}
