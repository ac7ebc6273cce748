import { hashOf } from '~/workflows/canonical';
import type { Refusal } from '~/workflows/refusal';
import type {
  RegistryCollision,
  RegistryFate,
  RegistryKind,
  RegistryMove,
  RegistryRefusal,
  RegistryStep,
  RegistryWhat,
} from '~/workflows/registry';

/** What a merge or a split would do, before anything of it is done. */
export interface RegistryPlan {
  kind: RegistryKind;
  from: { id: string; slug: string; name: string };
  to: { id: string; slug: string; name: string };
  /** Why it is not possible; null: it is. */
  refusal: Refusal<RegistryRefusal> | null;
  moves: RegistryMove[];
  collisions: RegistryCollision[];
  steps: RegistryStep[];
}

/** Gathers a plan: each part says what is told and what is done in one go. */
export class PlanBuilder {
  readonly moves: RegistryMove[] = [];
  readonly collisions: RegistryCollision[] = [];
  readonly steps: RegistryStep[] = [];

  tell(what: RegistryWhat, fate: RegistryFate, count: number, names: readonly string[] = []): void {
    if (count === 0) return;
    const known = this.moves.find((each) => each.what === what && each.fate === fate);
    const all = [...(known?.names ?? []), ...names].sort((a, b) => a.localeCompare(b, 'da'));
    if (known) Object.assign(known, { count: known.count + count, names: all });
    else this.moves.push({ what, fate, count, names: all });
  }

  collide(...collisions: readonly RegistryCollision[]): void {
    for (const each of collisions) if (!this.collisions.includes(each)) this.collisions.push(each);
  }

  take(...steps: readonly RegistryStep[]): void {
    this.steps.push(...steps);
  }
}

/** What a person has seen of a plan: the same until something of what it moves has changed. */
export function fingerprintOf({ kind, from, to, moves, collisions, steps }: RegistryPlan): string {
  const sets = steps.flatMap((step) => (step.do === 'set' ? [{ table: step.table, ids: step.ids }] : []));
  return hashOf({ kind, from, to: to.slug, moves, collisions, sets });
}
