import { Fragment, type ReactNode } from 'react';
import { useLanguage } from './language';
import { formOf, type ParamValue, partsOf, type Texts, type Translator, translator, writeParam } from './texts';

/**
 * The texts in the reader's language: `const t = useTexts(publicTexts)`, then `t('productCount', { count: 12 })`.
 * @param texts made by defineTexts
 */
export function useTexts<T extends Texts>(texts: T): Translator<T> {
  return translator(texts, useLanguage());
}

/** A text whose placeholders are elements: `<RichText text={texts.contact} link={<a href="…">…</a>} />`. */
export function RichText({ text, ...params }: { text: Texts[string] } & Record<string, ReactNode>) {
  const language = useLanguage();
  const count = typeof params.count === 'number' ? params.count : undefined;
  return partsOf(formOf(text[language], count, language)).map((part, index) => {
    const value = 'text' in part ? part.text : params[part.name];
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change places
    return <Fragment key={index}>{isParam(value) ? writeParam(value, language) : value}</Fragment>;
  });
}

function isParam(value: ReactNode): value is ParamValue {
  return typeof value === 'string' || typeof value === 'number';
}
