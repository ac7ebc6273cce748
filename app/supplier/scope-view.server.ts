import { listInterfaceGroups, listInterfaces } from '~/db/catalogue';
import type { Db } from '~/db/client';
import type { LoadedDeclaration } from '~/db/declarations';
import { proposeScope } from '~/workflows/questionnaire/scope';
import type { ScopeChoice } from '~/workflows/questionnaire/scope-choice';
import type { InterfaceStatus, Text } from '~/workflows/words';

export interface ScopeInterface {
  id: string;
  name: Text;
  summary: Text;
  status: InterfaceStatus;
  isProposed: boolean;
  /** Why it is proposed for such a product. */
  because: Text[];
  isDemanded: boolean;
  demandReason: string | null;
  isIncluded: boolean;
  reason: string;
}

export interface ScopeView {
  declarationId: string;
  productName: string;
  /** ISO 8601: what the person saw; goes along with the form. */
  confirmedAt: string | null;
  groups: { id: string; name: Text; interfaces: ScopeInterface[] }[];
}

/** The interfaces of the catalogue by group, with what is proposed, demanded and chosen. */
export async function scopeView(db: Db, loaded: LoadedDeclaration): Promise<ScopeView> {
  const { definition } = loaded.questionnaire;
  const proposals = proposeScope(definition, loaded.product, loaded.catalogue);
  const entries = new Map(loaded.scope.map((entry) => [entry.interfaceId, entry]));
  const interfaces = await listInterfaces(db);
  const groups = await listInterfaceGroups(db);
  const viewOf = ({ id, name, summary, status }: (typeof interfaces)[number]): ScopeInterface => {
    const entry = entries.get(id);
    // A demand is the reviewer's own until the case comes back with it.
    const isDemanded = entry?.demandedByCaseId != null && entry.isIncluded;
    return {
      id,
      name,
      summary,
      status,
      isProposed: entry?.isProposed ?? false,
      because: proposals.find(({ interfaceId }) => interfaceId === id)?.reasons ?? [],
      isDemanded,
      demandReason: isDemanded ? (entry?.demandReason ?? null) : null,
      isIncluded: entry?.isIncluded ?? false,
      reason: entry?.reason ?? '',
    };
  };
  return {
    declarationId: loaded.declaration.id,
    productName: loaded.product.name,
    confirmedAt: loaded.declaration.scopeConfirmedAt?.toISOString() ?? null,
    groups: groups.map(({ id, name }) => ({
      id,
      name,
      // What is out of use is no choice, unless it was one already.
      interfaces: interfaces
        .filter((each) => each.groupId === id && (each.status !== 'retired' || entries.has(each.id)))
        .map(viewOf),
    })),
  };
}

/** The choices of a form: a tick and a reason for each interface that it showed. */
export function readScopeForm(form: FormData): ScopeChoice[] {
  const included = new Set(form.getAll('interface').map(String));
  return form
    .getAll('shown')
    .map(String)
    .map((interfaceId) => {
      const reason = form.get(`reason-${interfaceId}`);
      return {
        interfaceId,
        isIncluded: included.has(interfaceId),
        reason: typeof reason === 'string' ? reason.replaceAll('\r\n', '\n') : '',
      };
    });
}
