import { desc, eq } from 'drizzle-orm';
import type { Sunset } from '~/workflows/lifecycle';
import type { Db } from '../client';
import { interfaceSunsets } from '../schema';

export interface SetSunset extends Sunset {
  id: string;
  setAt: Date;
}

/** Of each version the day that was set last; those that were taken back are not in it. */
export async function listSunsets(db: Db, interfaceId?: string): Promise<SetSunset[]> {
  const all = await listSunsetNews(db, interfaceId);
  const latest = new Map<string, SetSunset>();
  for (const sunset of all) {
    const key = `${sunset.interfaceId} ${sunset.label}`;
    if (!latest.has(key)) latest.set(key, sunset);
  }
  return [...latest.values()].filter(({ sunsetOn }) => sunsetOn !== null);
}

/** Every day that was ever set or taken back, latest first. */
export function listSunsetNews(db: Db, interfaceId?: string): Promise<SetSunset[]> {
  return db
    .select()
    .from(interfaceSunsets)
    .where(interfaceId === undefined ? undefined : eq(interfaceSunsets.interfaceId, interfaceId))
    .orderBy(desc(interfaceSunsets.setAt), desc(interfaceSunsets.id));
}
