import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { LanguageContext } from '~/app/i18n/language';
import { defineTexts, translator } from '~/app/i18n/texts';
import { RichText } from '~/app/i18n/use-texts';

const texts = defineTexts({
  plain: { da: 'Gem', en: 'Save' },
  named: { da: 'Hej {name}', en: 'Hello {name}' },
  counted: {
    da: { one: '{count} sag i {place}', other: '{count} sager i {place}' },
    en: { one: '{count} case in {place}', other: '{count} cases in {place}' },
  },
  linked: { da: 'Læs {link} først.', en: 'First read {link}.' },
});

describe('translator', () => {
  const da = translator(texts, 'da');
  const en = translator(texts, 'en');

  test('fills placeholders in the language asked for', () => {
    expect(da('plain')).toBe('Gem');
    expect(en('named', { name: 'Ida' })).toBe('Hello Ida');
  });

  test('chooses the form by the count and writes numbers as the language does', () => {
    expect(da('counted', { count: 1, place: 'Ribe' })).toBe('1 sag i Ribe');
    expect(da('counted', { count: 0, place: 'Ribe' })).toBe('0 sager i Ribe');
    expect(da('counted', { count: 1204, place: 'Ribe' })).toBe('1.204 sager i Ribe');
    expect(en('counted', { count: 1204, place: 'Ribe' })).toBe('1,204 cases in Ribe');
  });

  test('does not read a value as a placeholder', () => {
    expect(da('named', { name: '{count}' })).toBe('Hej {count}');
  });

  test('knows each text’s placeholders', () => {
    expectTypeOf(da<'plain'>).parameters.toEqualTypeOf<['plain']>();
    expectTypeOf(da<'named'>)
      .parameter(1)
      .toEqualTypeOf<Readonly<Record<'name', string | number>>>();
    // @ts-expect-error a placeholder is missing
    expect(() => da('named', {})).toThrow('needs the value "name"');
  });
});

test('RichText puts elements in the place of placeholders and escapes the rest', () => {
  const html = renderToStaticMarkup(
    <LanguageContext.Provider value="en">
      <RichText text={texts.linked} values={{ link: <a href="/about">A & B</a> }} />
    </LanguageContext.Provider>,
  );
  expect(html).toBe('First read <a href="/about">A &amp; B</a>.');
});
