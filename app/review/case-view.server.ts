import type { PortalContext } from '~/app/context.server';
import { type Assignable, listAssignable } from '~/db/cases/assignable';
import { readSentScope, type SentScopeLine } from '~/db/cases/read-scope';
import { findRouting, listReviewingMunicipalities, type SeenRouting } from '~/db/cases/routing';
import { listLeases, type SectionLease } from '~/db/cases/take-over';
import { listInterfaces } from '~/db/catalogue';
import { isRulingSent } from '~/db/letters';
import { listOpenThreads, type OpenThread } from '~/db/threads';
import type { Text } from '~/workflows/words';
import { type Reading, requireReading } from './reviewed-case.server';

export interface CaseView extends Omit<Reading, 'actor'> {
  scope: SentScopeLine[];
  /** Interfaces that could be demanded. */
  demandable: { id: string; name: Text }[];
  demanded: { interfaceId: string; name: Text | null; reason: string; isInEffect: boolean }[];
  /** For routing. */
  municipalities: { code: string; name: string }[];
  /** Who could handle it, with their municipality: all for the coordinator, else the reader's own. */
  assignable: Assignable[];
  openThreads: OpenThread[];
  /** Whether the letter about its appeal has been sent. */
  isRulingSent: boolean;
  /** The rule that routed the case; null: somebody chose the municipality. */
  routing: SeenRouting | null;
  /** Of the claimed sections, while the case is in review. */
  leases: SectionLease[];
}

/** All that the overview of a case shows. @throws as requireReading */
export async function loadCaseView(
  request: Request,
  context: PortalContext,
  caseId: string | undefined,
): Promise<CaseView> {
  const { actor, ...reading } = await requireReading(request, context, caseId);
  const { submission, scopeDemands } = reading.reviewed;
  const municipalityCode = reading.reviewed.municipality?.code ?? null;
  const scope = await readSentScope(context.db, submission.id);
  const interfaces = await listInterfaces(context.db);
  const taken = new Set([
    ...scope.filter(({ isIncluded }) => isIncluded).map(({ interfaceId }) => interfaceId),
    ...scopeDemands.map(({ interfaceId }) => interfaceId),
  ]);
  return {
    ...reading,
    scope,
    demandable: interfaces.filter(({ id }) => !taken.has(id)).map(({ id, name }) => ({ id, name })),
    demanded: scopeDemands.map((demand) => ({
      ...demand,
      name: interfaces.find(({ id }) => id === demand.interfaceId)?.name ?? null,
    })),
    routing: (await findRouting(context.db, { id: reading.reviewed.id, municipalityCode })) ?? null,
    leases:
      reading.reviewed.state === 'review'
        ? await listLeases(context.db, actor, reading.reviewed.id, context.now())
        : [],
    assignable: await listAssignable(context.db, {
      supplierId: reading.reviewed.supplier.id,
      municipalityCode: reading.reader.isCoordinator ? null : reading.reader.municipalityCode,
    }),
    isRulingSent: await isRulingSent(context.db, reading.reviewed.id),
    openThreads: await listOpenThreads(context.db, { caseId: reading.reviewed.id, reader: 'review' }),
    municipalities: await listReviewingMunicipalities(context.db),
  };
}
