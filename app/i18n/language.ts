import { createContext, useContext } from 'react';
import type { Language, Text } from '~/workflows/words';

/** The language is in the path: English under `/en`, Danish without prefix, so that public pages can be cached. */
const englishPrefix = '/en';

/** @param pathname the path of an address, e.g. `/en/products` */
export function languageOfPath(pathname: string): Language {
  return pathname === englishPrefix || pathname.startsWith(`${englishPrefix}/`) ? 'en' : 'da';
}

/** @param source a request, or its address with or without origin */
export function languageOf(source: Request | URL | string): Language {
  if (source instanceof Request) return languageOfPath(new URL(source.url).pathname);
  if (source instanceof URL) return languageOfPath(source.pathname);
  return languageOfPath(new URL(source, 'http://localhost').pathname);
}

/** @returns the path without the language's prefix, always with a leading slash */
export function withoutLanguage(pathname: string): string {
  if (languageOfPath(pathname) === 'da') return pathname;
  return pathname.slice(englishPrefix.length) || '/';
}

/** The same page in a language. @param pathname in any language, may carry a query */
export function inLanguage(pathname: string, language: Language): string {
  const bare = withoutLanguage(pathname);
  if (language === 'da') return bare;
  return bare === '/' ? englishPrefix : `${englishPrefix}${bare}`;
}

/** The languages' tags for `lang` and `hreflang`, and for Intl. */
export const locales: Readonly<Record<Language, string>> = { da: 'da-DK', en: 'en-GB' };

/** A language's own name. */
export const languageNames: Readonly<Record<Language, string>> = { da: 'Dansk', en: 'English' };

/** Set once by the document (app/root.tsx) from the path. */
export const LanguageContext = createContext<Language>('da');

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** A text of the catalogue or questionnaire in the reader's language. */
export function useText(): (text: Text) => string {
  const language = useLanguage();
  return (text) => text[language];
}
