import { attest } from '~/db/attestations';
import { listPublishedProducts } from '~/db/published/products';
import { noFilters } from '~/workflows/product-query';
import { copenhagenDay } from '~/workflows/working-days';
import type { Place } from './cast';
import { Clock } from './clock';
import type { Desk } from './life';
import { must } from './must';
import type { Story } from './timeline';

/** Who attests when, and how many interfaces of how many products, in the order of their names. */
const rounds: readonly { daysAgo: number; place: Place; products: number; isNamed: boolean }[] = [
  // Holds no longer than a month: its municipality is asked to renew it.
  { daysAgo: 340, place: 'b', products: 1, isNamed: true },
  { daysAgo: 45, place: 'a', products: 3, isNamed: true },
  { daysAgo: 40, place: 'c', products: 2, isNamed: false },
];

/** Municipalities attest what they run of what was public on that day. */
export async function* attestUse(desk: Desk): Story {
  const clock = new Clock(desk.now, 'attesting');
  for (const { daysAgo, place, products, isNamed } of rounds) {
    const now = clock.at(daysAgo);
    yield now;
    const today = copenhagenDay(now);
    const filters = { ...noFilters, level: ['in_production' as const], rung: ['reviewed' as const, 'in-use' as const] };
    const [actor] = desk.benches[place].leads;
    const listed = await listPublishedProducts(desk.db, filters, { size: products, today });
    for (const { slug, name, support } of listed.products) {
      const inUse = support.filter(({ level, rung }) => level === 'in_production' && rung !== 'claimed');
      for (const { interfaceId, sinceOn } of inUse.slice(0, 2)) {
        const input = { slug, interfaceId, sinceOn: sinceOn ?? '2024-03-01', isNamed };
        must(await attest(desk.db, { actor, now }, input), `the attestation of ${name}`);
      }
    }
  }
}
