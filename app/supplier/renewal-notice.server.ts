import type { Db } from '~/db/client';
import type { LoadedDeclaration } from '~/db/declarations';
import { findNextVersion, listNextVersions, relateLoaded } from '~/db/renewal-plan';
import { findOpenRenewal } from '~/db/renewals';

/** That a declaration can be moved to a newer version, or has been and is not whole again. JSON. */
export interface RenewalNoticeView {
  phase: 'before' | 'after';
  to: string;
  carried: number;
  toConfirm: number;
  toAnswer: number;
}

/** @returns null when there is nothing to renew */
export async function renewalNotice(db: Db, loaded: LoadedDeclaration): Promise<RenewalNoticeView | null> {
  const next = await findNextVersion(db, loaded.questionnaire.id);
  if (next) {
    const { definition, version: to } = next.questionnaire;
    const { carried, toConfirm, toAnswer } = relateLoaded(loaded, { definition, mapping: next.mapping });
    return {
      phase: 'before',
      to,
      carried: carried.length,
      toConfirm: toConfirm.length,
      toAnswer: toAnswer.length,
    };
  }
  const open = loaded.case?.isOpen ? await findOpenRenewal(db, loaded) : undefined;
  if (!open || open.toConfirm.size + open.toAnswer.length === 0) return null;
  const { version: to } = loaded.questionnaire;
  return { phase: 'after', to, carried: 0, toConfirm: open.toConfirm.size, toAnswer: open.toAnswer.length };
}

/** A product whose declaration can be moved. */
export interface WaitingRenewal {
  declarationId: string;
  name: string;
  to: string;
}

/** Those of the declarations that a newer version waits for, in their order. */
export async function listWaitingRenewals(db: Db, all: readonly LoadedDeclaration[]): Promise<WaitingRenewal[]> {
  const next = await listNextVersions(
    db,
    all.map(({ questionnaire }) => questionnaire.id),
  );
  return all.flatMap(({ declaration, product, questionnaire }) => {
    const version = next.get(questionnaire.id);
    return version ? [{ declarationId: declaration.id, name: product.name, to: version.questionnaire.version }] : [];
  });
}
