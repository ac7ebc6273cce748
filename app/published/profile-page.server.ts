import { interfaceLabel, shortInterfaceLabel } from '~/app/published/interface-label';
import type { Db } from '~/db/client';
import { listOffers, listOffersOn, type Offer } from '~/db/published/offers';
import { copenhagenDay } from '~/workflows/day';
import {
  importances,
  matchProfile,
  type Profile,
  type ProfileMatch,
  type ReadProfile,
  type Requirement,
  readProfile,
  requiredLevels,
  withRequirement,
} from '~/workflows/profile';
import { rungs, type Text } from '~/workflows/words';
import { loadPublicCatalogue, type PublicCatalogue } from './filters.server';

/** A requirement with the names it is shown by. */
export type NamedRequirement = Requirement & { name: Text; short: Text };

/** The fields with which the page adds a requirement; they never stay in the address. */
const addingFields = ['add', 'addLevel', 'addImportance', 'addRung', 'addLabel'] as const;

export interface ReadProfilePage {
  catalogue: PublicCatalogue;
  read: ReadProfile;
  /** The profile with what the form adds, where it adds something or asks in passing: to go there. */
  next: Profile | null;
}

/** Reads a profile's page's address. */
export async function readProfilePage(request: Request, db: Db, now: Date): Promise<ReadProfilePage> {
  const catalogue = await loadPublicCatalogue(db);
  const search = new URL(request.url).searchParams;
  const adding = Object.fromEntries(addingFields.map((name) => [name, search.get(name)])) as Record<
    (typeof addingFields)[number],
    string | null
  >;
  for (const name of addingFields) search.delete(name);
  const read = readProfile(search, {
    interfaces: new Set(catalogue.interfaces.map(({ id }) => id)),
    kle: new Set(catalogue.kle.map(({ number }) => number)),
    today: copenhagenDay(now),
  });
  if (!read.ok || addingFields.every((name) => adding[name] === null)) return { catalogue, read, next: null };
  const interfaceId = catalogue.interfaces.find(({ id }) => id === adding.add)?.id;
  if (interfaceId === undefined) return { catalogue, read, next: read.profile };
  const requirement: Requirement = {
    interfaceId,
    level: requiredLevels.find((level) => level === adding.addLevel) ?? 'ready',
    importance: importances.find((importance) => importance === adding.addImportance) ?? 'must',
    rung: rungs.find((rung) => rung === adding.addRung) ?? '',
    // What cannot stand in an address is left out; the rest stays.
    label: (adding.addLabel ?? '')
      .replaceAll(/[\p{C}~]/gu, ' ')
      .trim()
      .slice(0, 40),
  };
  return { catalogue, read, next: withRequirement(read.profile, requirement) };
}

/** The products that a profile looks at, as of its day. */
export async function loadProfileMatch(
  db: Db,
  profile: Profile,
  options: { catalogue: PublicCatalogue; now: Date },
): Promise<ProfileMatch<Offer>> {
  const { requirements, type, kle, on } = profile;
  const today = copenhagenDay(options.now);
  const asked = { interfaceIds: requirements.map(({ interfaceId }) => interfaceId), type, kle };
  const offers =
    on === '' || on === today
      ? await listOffers(db, asked, today)
      : await listOffersOn(db, asked, { day: on, catalogue: options.catalogue });
  return matchProfile(requirements, offers);
}

export function nameRequirements(profile: Profile, { interfaces }: PublicCatalogue): NamedRequirement[] {
  return profile.requirements.flatMap((requirement) => {
    const entry = interfaces.find(({ id }) => id === requirement.interfaceId);
    return entry ? [{ ...requirement, name: interfaceLabel(entry), short: shortInterfaceLabel(entry) }] : [];
  });
}
