import { letterTexts } from '~/app/i18n/letter';
import { mailBodies, mailSubjects, mailTexts } from '~/app/i18n/mail';
import { noticeBodyTexts, noticeSubjectTexts } from '~/app/i18n/notices';
import type { TextRule } from '~/db/portal-texts';
import { type Language, languages, type Text } from '~/workflows/words';

export const textGroups = [
  'mail-subject',
  'mail-body',
  'notice-subject',
  'notice-body',
  'mail-frame',
  'letter',
] as const;
export type TextGroup = (typeof textGroups)[number];

/** A text of mails or letters that the coordinator can give other words. */
export interface EditableText {
  /** Group and name. */
  key: string;
  group: TextGroup;
  builtIn: Text;
  /** What says of a letter that it is a translation is never written in Danish. */
  languages: readonly Language[];
  isLine: boolean;
  limit: number;
}

/** Most characters of a line and of several. */
const lineLimit = 200;
const textLimit = 2000;

const { signature, footer } = mailTexts;
/** The line with the number of the page is the file’s own. */
const { footer: _, ...letter } = letterTexts;

/** They stand on the English reading version of a letter alone (docs/decisions/0032). */
const ofTranslations = ['translationTitle', 'translationNote'];

/** `isLine`: the mail or the letter has no room for a line break there. */
const groups: Readonly<Record<TextGroup, { texts: Readonly<Record<string, Text>>; isLine: boolean; limit: number }>> = {
  'mail-subject': { texts: mailSubjects, isLine: true, limit: lineLimit },
  'mail-body': { texts: mailBodies, isLine: false, limit: textLimit },
  'notice-subject': { texts: noticeSubjectTexts, isLine: true, limit: lineLimit },
  'notice-body': { texts: noticeBodyTexts, isLine: false, limit: textLimit },
  'mail-frame': { texts: { signature, footer }, isLine: false, limit: textLimit },
  letter: { texts: letter, isLine: true, limit: textLimit },
};

/** Every text that can be edited, by group and in the order in which they are built in. */
export const editableTexts: readonly EditableText[] = textGroups.flatMap((group) => {
  const { texts, isLine, limit } = groups[group];
  return Object.entries(texts).map(([name, builtIn]) => ({
    key: `${group}.${name}`,
    group,
    builtIn,
    languages: group === 'letter' && ofTranslations.includes(name) ? ['en'] : languages,
    isLine,
    limit,
  }));
});

export function findEditableText(key: string): EditableText | undefined {
  return editableTexts.find((each) => each.key === key);
}

export function ruleOf({ builtIn, isLine, limit }: EditableText, language: Language): TextRule {
  return { builtIn: builtIn[language], isLine, limit };
}
