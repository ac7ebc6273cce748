import { and, desc, eq, max } from 'drizzle-orm';
import { type Acting, hasRole } from '~/workflows/actor';
import { isLine, isText } from '~/workflows/email-address';
import { checkPlaceholders } from '~/workflows/placeholders';
import { ok, type Result, refuse } from '~/workflows/refusal';
import type { Language } from '~/workflows/words';
import type { Db } from './client';
import { appendLog } from './log';
import { people, portalTexts } from './schema';

/** Texts in the coordinator's own words, by `key:language`. What is not in it is as it is built in. */
export type Rewordings = ReadonlyMap<string, string>;

/** One version of a text. */
export interface TextVersion {
  language: Language;
  version: number;
  /** Null: back to the built-in text. */
  text: string | null;
  changedAt: Date;
  /** Null: an operator, by the command line. */
  changedBy: string | null;
}

export type TextRefusal =
  | 'role-required'
  | 'text-not-valid'
  | 'text-placeholder-unknown'
  | 'text-placeholder-missing'
  | 'text-has-moved';

/** The texts that hold now, for what is written from now on. */
export async function readRewordings(db: Db): Promise<Rewordings> {
  const rows = await db
    .selectDistinctOn([portalTexts.key, portalTexts.language], {
      key: portalTexts.key,
      language: portalTexts.language,
      text: portalTexts.text,
    })
    .from(portalTexts)
    .orderBy(portalTexts.key, portalTexts.language, desc(portalTexts.version));
  return new Map(rows.flatMap(({ key, language, text }) => (text === null ? [] : [[`${key}:${language}`, text]])));
}

/** Every version of a text, latest first. */
export function listTextVersions(db: Db, key: string): Promise<TextVersion[]> {
  return db
    .select({
      language: portalTexts.language,
      version: portalTexts.version,
      text: portalTexts.text,
      changedAt: portalTexts.changedAt,
      changedBy: people.name,
    })
    .from(portalTexts)
    .leftJoin(people, eq(people.id, portalTexts.changedBy))
    .where(eq(portalTexts.key, key))
    .orderBy(desc(portalTexts.changedAt), portalTexts.language, desc(portalTexts.version));
}

/** What a text may be: the built-in one, which the caller has, says which placeholders it must use. */
export interface TextRule {
  builtIn: string;
  /** One line, such as a subject. */
  isLine: boolean;
  /** Most characters. */
  limit: number;
}

/** @returns why a text cannot be used; null: it can */
export function checkPortalText(
  text: string,
  { builtIn, isLine: isOneLine, limit }: TextRule,
): Result<null, TextRefusal> {
  const isRight = isOneLine ? isLine(text, limit) : isText(text, limit);
  if (!isRight) return refuse('text-not-valid', { limit });
  const { unknown, missing } = checkPlaceholders(builtIn, text);
  if (unknown.length > 0) return refuse('text-placeholder-unknown', { names: unknown.join(', ') });
  if (missing.length > 0) return refuse('text-placeholder-missing', { names: missing.join(', ') });
  return ok(null);
}

/**
 * Gives a text the coordinator's own words, or (null) its built-in ones again, as a new version. Mails and letters that
 * are written keep what they say.
 * @param acting null actor: an operator, by the command line
 * @param input.expectedVersion the version that was seen; 0: none
 */
export function changePortalText(
  db: Db,
  acting: { actor: Acting['actor'] | null; now: Date },
  input: { key: string; language: Language; text: string | null; expectedVersion: number; rule: TextRule },
): Promise<Result<{ version: number }, TextRefusal>> {
  return db.transaction(async (tx) => {
    const { actor, now } = acting;
    const { key, language, expectedVersion } = input;
    if (actor !== null && !hasRole(actor, 'coordinator')) return refuse('role-required');
    const text = input.text === null ? null : input.text.replaceAll('\r\n', '\n').trim();
    if (text !== null) {
      const checked = checkPortalText(text, input.rule);
      if (!checked.ok) return checked;
    }
    if ((await presentVersion(tx, key, language)) !== expectedVersion) return refuse('text-has-moved');
    const version = expectedVersion + 1;
    const [written] = await tx
      .insert(portalTexts)
      .values({ key, language, version, text, changedAt: now, changedBy: actor?.personId ?? null })
      .onConflictDoNothing()
      .returning({ version: portalTexts.version });
    if (!written) return refuse('text-has-moved');
    await appendLog(tx, acting, {
      action: text === null ? 'text.reset' : 'text.change',
      subject: { type: 'text', id: key },
      details: { language, version, text },
    });
    return ok({ version });
  });
}

/** 0: there is none. */
export async function presentVersion(db: Db, key: string, language: Language): Promise<number> {
  const [row] = await db
    .select({ version: max(portalTexts.version) })
    .from(portalTexts)
    .where(and(eq(portalTexts.key, key), eq(portalTexts.language, language)));
  return row?.version ?? 0;
}
