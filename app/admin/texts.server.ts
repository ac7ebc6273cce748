import type { PortalContext } from '~/app/context.server';
import { type EditableText, editableTexts, ruleOf, textGroups } from '~/app/portal-texts/editable';
import { previewOf } from '~/app/portal-texts/preview';
import { textsOf, versionOf } from '~/app/review/refused.server';
import {
  changePortalText,
  checkPortalText,
  listTextVersions,
  type Rewordings,
  readRewordings,
} from '~/db/portal-texts';
import type { Actor } from '~/workflows/actor';
import { fitsPlaceholders, placeholdersOf } from '~/workflows/placeholders';
import { refuse } from '~/workflows/refusal';
import type { Language } from '~/workflows/words';

export type Wording = 'own' | 'built-in' | 'unfit';

/** Every text by group, in one language. */
export async function textsView({ db }: PortalContext, language: Language) {
  const own = await readRewordings(db);
  return textGroups.map((group) => ({
    group,
    texts: editableTexts
      .filter((text) => text.group === group)
      .map((text) => {
        const shown = text.languages.includes(language) ? language : 'da';
        const all = text.languages.map((each) => wordingOf(text, each, own));
        const state: Wording = all.find((each) => each === 'unfit') ?? all.find((each) => each === 'own') ?? 'built-in';
        return { key: text.key, text: presentText(text, shown, own), state };
      }),
  }));
}
export type TextsView = Awaited<ReturnType<typeof textsView>>;

/** One text with its versions. */
export async function textView({ db }: PortalContext, text: EditableText) {
  const own = await readRewordings(db);
  const versions = await listTextVersions(db, text.key);
  return {
    key: text.key,
    group: text.group,
    isLine: text.isLine,
    limit: text.limit,
    languages: text.languages.map((language) => ({
      language,
      builtIn: text.builtIn[language],
      text: own.get(`${text.key}:${language}`) ?? text.builtIn[language],
      state: wordingOf(text, language, own),
      version: Math.max(0, ...versions.filter((each) => each.language === language).map(({ version }) => version)),
      placeholders: placeholdersOf(text.builtIn[language]).map((name) => `{${name}}`),
    })),
    versions: versions.map((each) => ({ ...each, changedAt: each.changedAt.toISOString() })),
  };
}
export type TextView = Awaited<ReturnType<typeof textView>>;

function wordingOf({ key, builtIn }: EditableText, language: Language, own: Rewordings): Wording {
  const text = own.get(`${key}:${language}`);
  if (text === undefined) return 'built-in';
  return fitsPlaceholders(builtIn[language], text) ? 'own' : 'unfit';
}

function presentText(text: EditableText, language: Language, own: Rewordings): string {
  return own.get(`${text.key}:${language}`) ?? text.builtIn[language];
}

/** Carries out what a form of the page asks for: `act` is preview, save or reset. */
export async function changeText(context: PortalContext, actor: Actor, edited: EditableText, form: FormData) {
  const typed = textsOf(form);
  const text = (typed.text ?? '').replaceAll('\r\n', '\n').trim();
  const language = edited.languages.find((each) => each === typed.language);
  const base = { typed, preview: null };
  if (!language || !['preview', 'save', 'reset'].includes(typed.act ?? '')) {
    return { ...base, refusal: refuse('request-not-understood').refusal };
  }
  const { db, config, now } = context;
  const rule = ruleOf(edited, language);
  if (typed.act === 'preview') {
    const checked = checkPortalText(text, rule);
    if (!checked.ok) return { ...base, refusal: checked.refusal };
    const own = await readRewordings(db);
    const preview = previewOf(edited, { language, text }, { own, publicUrl: config.publicUrl });
    return { typed, preview, refusal: null };
  }
  const changed = await changePortalText(
    db,
    { actor, now: now() },
    {
      key: edited.key,
      language,
      text: typed.act === 'reset' ? null : text,
      expectedVersion: versionOf(typed),
      rule,
    },
  );
  return changed.ok ? null : { ...base, refusal: changed.refusal };
}
export type TextOutcome = NonNullable<Awaited<ReturnType<typeof changeText>>>;
