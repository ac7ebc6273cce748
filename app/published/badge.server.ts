import { openToAll } from '~/app/api/open-to-all';
import { badgeEndTexts, badgeTexts } from '~/app/i18n/badges';
import { translator } from '~/app/i18n/texts';
import { rungTexts, supportLevelTexts } from '~/app/i18n/words';
import { findInterface } from '~/db/catalogue';
import type { Db } from '~/db/client';
import { countLevelsByInterface } from '~/db/published/interfaces';
import { findEndedProduct, findPublishedProduct } from '~/db/published/products';
import type { Language, SupportLevel } from '~/workflows/words';
import { notFound } from './query-problem.server';

/** What a badge says; also the fields of a shields.io endpoint. */
export interface Badge {
  label: string;
  message: string;
  tone: Tone;
  /** Whether there is something to tell of. An unknown one is an image too, but not found. */
  isKnown: boolean;
}

type Tone = 'good' | 'under-way' | 'neutral' | 'bad';

/** White letters on them have a contrast of at least 4.5. */
const colours: Readonly<Record<Tone, string>> = {
  good: '#1a7f37',
  'under-way': '#8a5a00',
  neutral: '#5c6670',
  bad: '#b3261e',
};

const tones: Readonly<Record<SupportLevel, Tone>> = {
  in_production: 'good',
  ready: 'good',
  in_development: 'under-way',
  planned: 'under-way',
  via_other: 'neutral',
  not_supported: 'neutral',
  not_relevant: 'neutral',
};

const isReady = ({ level }: { level: SupportLevel }): boolean => level === 'in_production' || level === 'ready';

interface Asked {
  language: Language;
  /** yyyy-mm-dd in Copenhagen, for rungs. */
  today: string;
}

/** How many of its interfaces a product is ready for, or what became of its publication. */
export async function findProductBadge(db: Db, slug: string, { language, today }: Asked): Promise<Badge> {
  const t = translator(badgeTexts, language);
  const product = await findPublishedProduct(db, slug, today);
  if (!product) return endedBadge(db, slug, t('product'), language);
  const ready = product.support.filter(isReady).length;
  const all = product.support.length;
  const message = all > 0 ? t('ready', { ready, all }) : t('noneDeclared');
  const isDisputed = product.support.some((support) => support.isDisputed);
  return marked(
    { label: t('product'), message, tone: ready > 0 ? 'good' : 'neutral', isKnown: true },
    isDisputed,
    language,
  );
}

/** How a product supports one interface and how far that is proven, or what became of its publication. */
export async function findSupportBadge(
  db: Db,
  { slug, interfaceId }: { slug: string; interfaceId: string },
  { language, today }: Asked,
): Promise<Badge> {
  const asked = await findInterface(db, interfaceId);
  const label = asked ? nameOf(asked, language) : interfaceId.slice(0, 40);
  const product = await findPublishedProduct(db, slug, today);
  if (!product) return endedBadge(db, slug, label, language);
  if (!asked) return unknownBadge(label, 'unknownInterface', language);
  const found = product.support.find((support) => support.interfaceId === asked.id);
  if (!found) {
    return { label, message: translator(badgeTexts, language)('notDeclared'), tone: 'neutral', isKnown: true };
  }
  const level = translator(supportLevelTexts, language)(found.level);
  const rung = translator(rungTexts, language)(found.rung);
  return marked(
    { label, message: `${level} · ${rung}`, tone: tones[found.level], isKnown: true },
    found.isDisputed,
    language,
  );
}

/** What is disputed is never shown in the colour of what is not. */
function marked(badge: Badge, isDisputed: boolean, language: Language): Badge {
  if (!isDisputed) return badge;
  const tone = badge.tone === 'good' ? 'under-way' : badge.tone;
  return { ...badge, message: `${badge.message} · ${translator(badgeTexts, language)('disputed')}`, tone };
}

/** How many products are ready for an interface. */
export async function findInterfaceBadge(db: Db, interfaceId: string, language: Language): Promise<Badge> {
  const found = await findInterface(db, interfaceId);
  if (!found) return unknownBadge(interfaceId.slice(0, 40), 'unknownInterface', language);
  const counts = (await countLevelsByInterface(db)).get(found.id);
  const count = (counts?.in_production ?? 0) + (counts?.ready ?? 0);
  const message = translator(badgeTexts, language)('interfaceReady', { count });
  return { label: nameOf(found, language), message, tone: count > 0 ? 'good' : 'neutral', isKnown: true };
}

async function endedBadge(db: Db, slug: string, label: string, language: Language): Promise<Badge> {
  const [latest] = (await findEndedProduct(db, slug))?.history ?? [];
  if (!latest?.endedBecause) return unknownBadge(label, 'unknownProduct', language);
  const message = translator(badgeEndTexts, language)(latest.endedBecause);
  return { label, message, tone: 'bad', isKnown: true };
}

function unknownBadge(label: string, what: 'unknownProduct' | 'unknownInterface', language: Language): Badge {
  return { label, message: translator(badgeTexts, language)(what), tone: 'neutral', isKnown: false };
}

/** Interfaces with a number are known by it. */
function nameOf({ id, name }: { id: string; name: Readonly<Record<Language, string>> }, language: Language): string {
  return /^SF\d/.test(id) ? id : name[language];
}

/** @throws a 404 for a name that no badge has */
export function readBadgeFile(file = ''): { name: string; format: 'svg' | 'json' } {
  const [, name, format] = /^(.{1,100})\.(svg|json)$/.exec(file) ?? [];
  if (name === undefined) notFound();
  return { name, format: format === 'json' ? 'json' : 'svg' };
}

/** Beside what a badge says, where more of it is: whole addresses. */
interface BadgeLinks {
  page: string;
  /** The signed declaration with its place in the ledger. */
  proof?: string;
}

/** The badge as SVG. */
export async function badgeMarkup({ label, message, tone }: Badge): Promise<string> {
  // Loaded with the first badge, not when the portal starts.
  const { makeBadge } = await import('badge-maker');
  return makeBadge({ label, message, color: colours[tone], labelColor: '#2b3a42' });
}

/**
 * @param format `svg`, or `json` in the form of a shields.io endpoint, whose field `isError` stands for a publication
 * that has ended
 * @param about told in JSON, which shields.io passes over
 */
export async function badgeResponse(badge: Badge, format: 'svg' | 'json', about: BadgeLinks): Promise<Response> {
  const { label, message, tone, isKnown } = badge;
  const status = isKnown ? 200 : 404;
  if (format === 'svg') {
    return new Response(await badgeMarkup(badge), {
      status,
      headers: { ...openToAll, 'Content-Type': 'image/svg+xml; charset=utf-8' },
    });
  }
  const links = isKnown ? about : {};
  const body = {
    schemaVersion: 1,
    label,
    message,
    color: colours[tone],
    isError: tone === 'bad' || !isKnown,
    ...links,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...openToAll, 'Content-Type': 'application/json; charset=utf-8' },
  });
}
