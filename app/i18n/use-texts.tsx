import { Fragment, type ReactNode } from 'react';
import { useLanguage } from './language';
import {
  formOf,
  type Params,
  type ParamValue,
  partsOf,
  type TextEntry,
  type Texts,
  type Translator,
  translator,
  writeParam,
} from './texts';

/**
 * The texts in the reader's language: `const t = useTexts(commonTexts)`, then `t("resultCount", { count: 12 })`.
 * @param texts made by defineTexts
 */
export function useTexts<T extends Texts>(texts: T): Translator<T> {
  return translator(texts, useLanguage());
}

interface RichTextProps<E extends TextEntry> {
  /** One of the texts that defineTexts was given. */
  text: E;
  values: Params<E, ReactNode>;
}

/** A text whose placeholders are elements: `<RichText text={texts.contact} values={{ link: <a href="…">…</a> }} />`. */
export function RichText<const E extends TextEntry>({ text, values }: RichTextProps<E>) {
  const language = useLanguage();
  const given: Readonly<Record<string, ReactNode>> = values;
  const count = typeof given.count === 'number' ? given.count : undefined;
  const parts = partsOf(formOf(text[language], count, language));
  return parts.map((part, index) => {
    const value = 'text' in part ? part.text : given[part.name];
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change places
    return <Fragment key={index}>{isParam(value) ? writeParam(value, language) : value}</Fragment>;
  });
}

function isParam(value: ReactNode): value is ParamValue {
  return typeof value === 'string' || typeof value === 'number';
}
