import type { MunicipalActor } from '~/app/auth/actor.server';
import type { PortalContext } from '~/app/context.server';
import { interfaceLabel } from '~/app/published/interface-label';
import { attestationChanges, listAttestable, listAttestations } from '~/db/attestations';
import { listInterfaces } from '~/db/catalogue';
import { findPublishedProduct, listPublishedProducts } from '~/db/published/products';
import { copenhagenDay } from '~/workflows/day';
import { noFilters } from '~/workflows/product-query';
import type { Text } from '~/workflows/words';

/** How many products a search shows. */
const mostFound = 20;

const acts = ['give', ...attestationChanges] as const;
export type AttestationAct = (typeof acts)[number];

export function readAct(value: string | null | undefined): AttestationAct | undefined {
  return acts.find((act) => act === value);
}

/**
 * What a municipality has attested, what it can, and what its person is about to.
 * @param request its address holds the search (`q`), or the product and interface that were chosen
 */
export async function loadAttestations(request: Request, context: PortalContext, { municipalityCode }: MunicipalActor) {
  const { db } = context;
  const { searchParams } = new URL(request.url);
  const today = copenhagenDay(context.now());
  const slug = searchParams.get('product') ?? '';
  const q = searchParams.get('q')?.trim().slice(0, 200) ?? '';
  const [interfaces, own, suggested, chosen, found] = await Promise.all([
    listInterfaces(db),
    listAttestations(db, municipalityCode, today),
    listAttestable(db, { municipalityCode, today }),
    slug === '' ? undefined : loadChosen(context, { municipalityCode, today, slug }),
    q === '' ? undefined : listPublishedProducts(db, { ...noFilters, q }, { size: mostFound, today }),
  ]);
  const labels: Record<string, Text> = Object.fromEntries(interfaces.map((each) => [each.id, interfaceLabel(each)]));
  return {
    own,
    suggested,
    labels,
    chosen,
    interfaceId: searchParams.get('interface') ?? '',
    q,
    found: found && {
      total: found.total,
      products: found.products.map(({ slug: id, name, supplierName }) => ({ slug: id, name, supplierName })),
    },
    done: readAct(searchParams.get('done')) ?? null,
    today,
  };
}

export type AttestationsView = Awaited<ReturnType<typeof loadAttestations>>;

/** @returns undefined for a product that is not public */
async function loadChosen(
  { db }: PortalContext,
  { municipalityCode, today, slug }: { municipalityCode: string; today: string; slug: string },
) {
  const product = await findPublishedProduct(db, slug, today);
  return product && { slug, name: product.name, offered: await listAttestable(db, { municipalityCode, today, slug }) };
}
