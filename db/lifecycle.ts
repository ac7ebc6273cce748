import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { type Acting, hasRole } from '~/workflows/actor';
import { copenhagenDay } from '~/workflows/day';
import { decideSunset, isAffected, type Sunset, type SunsetRefusal, successorOf } from '~/workflows/lifecycle';
import { supportingLevels } from '~/workflows/product-query';
import { ok, type Result, refuse } from '~/workflows/refusal';
import { findInterface, listInterfaces } from './catalogue';
import type { Db, Transaction } from './client';
import { appendLog } from './log';
import { queueNotice } from './mail/plain-notice';
import { lockReadModel } from './publication/read-model';
import { listSunsets } from './published/sunsets';
import { interfaceSunsets, products, publicProducts, publicSupport, suppliers } from './schema';

/** Null actor: an operator, by the command line. */
type LifecycleActing = { actor: Acting['actor'] | null; now: Date };

/**
 * Sets the day on which a version of an interface is out of use, or takes it back (`sunsetOn` null). Whoever looks after
 * a product that declares the interface, and is not on a newer version, is mailed once; everybody reads it at once.
 * @returns how many products are affected
 */
export function setSunset(
  db: Db,
  acting: LifecycleActing,
  wanted: Sunset,
): Promise<Result<{ affected: number }, SunsetRefusal | 'role-required'>> {
  return db.transaction(async (tx) => {
    const { actor, now } = acting;
    if (actor !== null && !hasRole(actor, 'coordinator')) return refuse('role-required');
    // Also the lock: of two who set the same day, the second changes nothing and mails nobody.
    await lockReadModel(tx);
    const about = await findInterface(tx, wanted.interfaceId);
    if (!about || about.removedOn !== null) return refuse('sunset-no-version');
    const [present] = await tx
      .select()
      .from(interfaceSunsets)
      .where(and(eq(interfaceSunsets.interfaceId, about.id), eq(interfaceSunsets.label, wanted.label)))
      .orderBy(desc(interfaceSunsets.setAt), desc(interfaceSunsets.id))
      .limit(1);
    const decided = decideSunset(wanted, { versions: about.versions, present, today: copenhagenDay(now) });
    if (!decided.ok) return decided;
    const sunset = decided.value;
    await tx.insert(interfaceSunsets).values({ id: randomUUID(), ...sunset, setAt: now });
    const labels = about.versions.map(({ label }) => label);
    const affected = (await listDeclaring(tx, about.id)).filter(({ version }) => isAffected(version, sunset, labels));
    if (sunset.sunsetOn !== null) {
      for (const product of affected) await tell(tx, now, { sunset, product, labels });
    }
    const { interfaceId: id, ...details } = sunset;
    await appendLog(tx, acting, {
      action: 'interface.sunset',
      subject: { type: 'interface', id },
      details: { ...details, affected: affected.length },
    });
    return ok({ affected: affected.length });
  });
}

interface Declaring {
  productId: string;
  product: string;
  slug: string;
  supplierId: string;
  supplierName: string;
  interfaceId: string;
  version: string | null;
}

/** Products that are public with support of an interface, and their suppliers. */
function listDeclaring(db: Db, interfaceId: string): Promise<Declaring[]> {
  return selectDeclaring(db).where(
    and(eq(publicSupport.interfaceId, interfaceId), inArray(publicSupport.level, [...supportingLevels])),
  );
}

/** Both tables are called products. */
const owned = alias(products, 'owned');

function selectDeclaring(db: Db) {
  return db
    .select({
      productId: publicSupport.productId,
      product: publicProducts.name,
      slug: publicProducts.slug,
      supplierId: owned.supplierId,
      supplierName: suppliers.name,
      interfaceId: publicSupport.interfaceId,
      version: publicSupport.version,
    })
    .from(publicSupport)
    .innerJoin(publicProducts, eq(publicProducts.productId, publicSupport.productId))
    .innerJoin(owned, eq(owned.id, publicSupport.productId))
    .innerJoin(suppliers, eq(suppliers.id, owned.supplierId))
    .orderBy(asc(publicProducts.name), asc(publicProducts.slug))
    .$dynamic();
}

async function tell(
  tx: Transaction,
  now: Date,
  { sunset, product, labels }: { sunset: Sunset; product: Declaring; labels: readonly string[] },
): Promise<void> {
  await queueNotice(tx, now, {
    about: 'interface-sunset',
    to: { stewardsOf: product.productId, supplierId: product.supplierId },
    params: {
      product: product.product,
      supplier: product.supplierName,
      interface: sunset.interfaceId,
      version: sunset.label,
      successor: successorOf(sunset, labels) ?? '–',
      date: sunset.sunsetOn ?? '',
    },
    link: { page: 'home' },
    topic: 'reminders',
  });
}

/** What a supplier has to do because a version goes out of use. */
export interface SunsetTask {
  product: string;
  productId: string;
  interfaceId: string;
  label: string;
  /** What the product says that it uses; null: it does not say. */
  version: string | null;
  successor: string | null;
  /** yyyy-mm-dd. */
  sunsetOn: string;
}

/** The tasks of a supplier's public products, nearest day first. One is done when a newer version has been published. */
export async function listSunsetTasks(db: Db, supplierId: string): Promise<SunsetTask[]> {
  const sunsets = await listSunsets(db);
  if (sunsets.length === 0) return [];
  const interfaces = new Map((await listInterfaces(db)).map((entry) => [entry.id, entry]));
  const declared = await selectDeclaring(db).where(
    and(
      eq(owned.supplierId, supplierId),
      inArray(
        publicSupport.interfaceId,
        sunsets.map(({ interfaceId }) => interfaceId),
      ),
      inArray(publicSupport.level, [...supportingLevels]),
    ),
  );
  const tasks = sunsets.flatMap((sunset) => {
    const labels = interfaces.get(sunset.interfaceId)?.versions.map(({ label }) => label) ?? [];
    const { interfaceId, label, sunsetOn } = sunset;
    return declared
      .filter((each) => each.interfaceId === interfaceId && isAffected(each.version, sunset, labels))
      .map(({ product, productId, version }) => ({
        ...{ product, productId, interfaceId, label, version },
        successor: successorOf(sunset, labels),
        sunsetOn: sunsetOn ?? '',
      }));
  });
  return tasks.sort((a, b) => a.sunsetOn.localeCompare(b.sunsetOn) || a.product.localeCompare(b.product, 'da'));
}
