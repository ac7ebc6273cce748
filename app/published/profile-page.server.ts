import type { PortalContext } from '~/app/context.server';
import type { MatchedCell } from '~/app/profile/questions';
import { interfaceLabel, shortInterfaceLabel } from '~/app/published/interface-label';
import type { Db } from '~/db/client';
import { listOffers, type Offer } from '~/db/published/offers';
import { listPlannedDates } from '~/db/published/planned-dates';
import { copenhagenDay } from '~/workflows/day';
import { recordsOf } from '~/workflows/forecast';
import { isPageNumber, type QueryProblem } from '~/workflows/product-query';
import {
  importances,
  matchProfile,
  type ProductMatch,
  type Profile,
  type ProfileMatch,
  type ReadProfile,
  type Requirement,
  readProfile,
  requiredLevels,
  withRequirement,
} from '~/workflows/profile';
import { forecastProfile, type ProfileForecast } from '~/workflows/profile-forecast';
import { furthestDay } from '~/workflows/viewed-day';
import { rungs, type Text } from '~/workflows/words';
import { loadPublicCatalogue, type PublicCatalogue } from './filters.server';

/** A requirement with the names it is shown by, and its number: the buyer’s own, else its place in the profile. */
export type NamedRequirement = Requirement & { number: string; name: Text; short: Text };

/** Products on one page of the result; the questions are about these, the files of answers have them all. */
export const shownProducts = 12;

/**
 * The page of the result that an address asks for, and the address without it: a profile is the same on each.
 * @param refuse throws, where it is no page's number
 */
export function takePage(
  request: Request,
  refuse: (problem: QueryProblem) => never,
): { page: number; request: Request } {
  const url = new URL(request.url);
  const page = url.searchParams.get('page') || '1';
  const isRight: boolean = isPageNumber(page);
  if (!isRight) refuse({ parameter: 'page', value: page.slice(0, 100), because: 'unknown-value' });
  url.searchParams.delete('page');
  return { page: Number(page), request: new Request(url, request) };
}

/** The products of a page of the result. */
export function ofPage<Match>(matches: readonly Match[], page: number): Match[] {
  return matches.slice((page - 1) * shownProducts, page * shownProducts);
}

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
    furthest: furthestDay(copenhagenDay(now)),
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

/** @param db as of the profile's day, and the end of that day as `now`: the server's time machine gives both */
export async function loadProfileMatch(db: Db, profile: Profile, now: Date): Promise<ProfileMatch<Offer>> {
  const { requirements, type, kle } = profile;
  const asked = { interfaceIds: requirements.map(({ interfaceId }) => interfaceId), type, kle };
  return matchProfile(requirements, await listOffers(db, asked, copenhagenDay(now)));
}

/** What is to be expected of the profile on its day; null where that is not a coming one. */
export async function loadProfileForecast(
  { publicDb: db, viewedDay, now }: Pick<PortalContext, 'publicDb' | 'viewedDay' | 'now'>,
  { requirements }: Profile,
  { matches }: ProfileMatch<Offer>,
): Promise<(ProfileForecast<Offer> & { day: string }) | null> {
  if (viewedDay?.kind !== 'future') return null;
  const { day } = viewedDay;
  const today = copenhagenDay(now());
  const records = recordsOf(await listPlannedDates(db, null), today);
  return { day, ...forecastProfile(requirements, matches, { records, day, today }) };
}

export function nameRequirements(profile: Profile, { interfaces }: PublicCatalogue): NamedRequirement[] {
  return profile.requirements.flatMap((requirement, index) => {
    const entry = interfaces.find(({ id }) => id === requirement.interfaceId);
    const number = requirement.label || String(index + 1);
    return entry ? [{ ...requirement, number, name: interfaceLabel(entry), short: shortInterfaceLabel(entry) }] : [];
  });
}

/** What a product offers to each requirement, in their order, and how far that meets it. */
export function cellsOf(
  requirements: readonly NamedRequirement[],
  { fits, support }: Pick<ProductMatch<Offer>, 'fits'> & Pick<Offer, 'support'>,
): MatchedCell[] {
  return requirements.map(({ interfaceId }, index) => ({
    fit: fits[index] ?? 'undeclared',
    offered: support.get(interfaceId) ?? null,
  }));
}
