import type { Language } from '~/workflows/words';

/**
 * Interface texts: both languages stand side by side, so that neither can be missing. `{name}` is a placeholder; a
 * text that depends on a number has the forms `one` and `other`, chosen by the parameter `count`.
 */
export interface Plural {
  one: string;
  other: string;
}
export type TextEntry = { da: string; en: string } | { da: Plural; en: Plural };
export type Texts = Readonly<Record<string, TextEntry>>;

export type ParamValue = string | number;

type Placeholder<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholder<Rest> : never;
type Names<E> = E extends { da: infer D }
  ? D extends { one: infer One; other: infer Other }
    ? 'count' | Placeholder<One> | Placeholder<Other>
    : Placeholder<D>
  : never;

/** The values that a text's placeholders need, by name. */
export type Params<E, Value> = Readonly<Record<Names<E>, Value>>;
type Rest<E, Value> = [Names<E>] extends [never] ? [] : [params: Params<E, Value>];

/** Looks texts up in one language. Numbers are written the language's way; give a year or an id as a string. */
export interface Translator<T extends Texts> {
  <K extends keyof T & string>(key: K, ...rest: Rest<T[K], ParamValue>): string;
  language: Language;
}

/** Keeps the exact keys and placeholders of the texts for the type checker. */
export function defineTexts<const T extends Texts>(texts: T): T {
  return texts;
}

/**
 * For servers and pure code; components use `useTexts`.
 * @param texts made by defineTexts
 * @param language the language to read them in
 */
export function translator<T extends Texts>(texts: T, language: Language): Translator<T> {
  const known = translators[language].get(texts);
  if (known) return known as Translator<T>;
  const made = makeTranslator(texts, language);
  translators[language].set(texts, made as unknown as Translator<Texts>);
  return made;
}

/** Every element of a page asks for its texts; made once, they cost a page next to nothing. */
const translators: Record<Language, WeakMap<Texts, Translator<Texts>>> = { da: new WeakMap(), en: new WeakMap() };

function makeTranslator<T extends Texts>(texts: T, language: Language): Translator<T> {
  const translate = <K extends keyof T & string>(key: K, ...rest: Rest<T[K], ParamValue>): string => {
    const params: Readonly<Record<string, ParamValue>> = rest[0] ?? {};
    const entry = texts[key];
    if (!entry) throw new Error(`There is no text "${key}".`);
    return fill(formOf(entry[language], params.count, language), params, language);
  };
  return Object.assign(translate, { language });
}

/** The texts whose keys are the words of a closed vocabulary, e.g. `word(supportLevelTexts, level)`. */
export type TextsOf<Word extends string> = Readonly<Record<Word, { da: string; en: string }>>;

/** @returns the form of a text that fits the number, in one language; a text without forms is returned as it is */
export function formOf(text: string | Plural, count: ParamValue | undefined, language: Language): string {
  if (typeof text === 'string') return text;
  const category = pluralRules[language].select(Number(count));
  return category === 'one' ? text.one : text.other;
}

/** The parts of a text: what stands between placeholders, and the placeholders' names. */
export function partsOf(text: string): ReadonlyArray<{ text: string } | { name: string }> {
  const known = splitTexts.get(text);
  if (known) return known;
  const parts = split(text);
  // Texts are a closed vocabulary; those that people word themselves (mails, letters) are not kept without end.
  if (splitTexts.size < mostSplitTexts) splitTexts.set(text, parts);
  return parts;
}

const splitTexts = new Map<string, ReturnType<typeof partsOf>>();
const mostSplitTexts = 5_000;

function split(text: string): Array<{ text: string } | { name: string }> {
  return text
    .split(/(\{[A-Za-z][A-Za-z0-9]*\})/)
    .filter((part) => part !== '')
    .map((part) => (/^\{[A-Za-z]/.test(part) ? { name: part.slice(1, -1) } : { text: part }));
}

/** Writes a parameter: numbers with the language's separators, strings as they are. */
export function writeParam(value: ParamValue, language: Language): string {
  return typeof value === 'number' ? numbers[language].format(value) : value;
}

const pluralRules: Record<Language, Intl.PluralRules> = {
  da: new Intl.PluralRules('da-DK'),
  en: new Intl.PluralRules('en-GB'),
};
const numbers: Record<Language, Intl.NumberFormat> = {
  da: new Intl.NumberFormat('da-DK'),
  en: new Intl.NumberFormat('en-GB'),
};

function fill(text: string, params: Readonly<Record<string, ParamValue>>, language: Language): string {
  if (!text.includes('{')) return text;
  return partsOf(text)
    .map((part) => {
      if ('text' in part) return part.text;
      const value = params[part.name];
      if (value === undefined) throw new Error(`The text "${text}" needs the value "${part.name}".`);
      return writeParam(value, language);
    })
    .join('');
}
