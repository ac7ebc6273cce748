import { describe, expect, it } from 'vitest';
import { editableTexts, ruleOf } from '~/app/portal-texts/editable';
import { previewOf } from '~/app/portal-texts/preview';
import { noRewordings, reworded } from '~/app/portal-texts/reworded';
import { checkPortalText } from '~/db/portal-texts';

const publicUrl = 'https://portal.example.dk';
const all = editableTexts.flatMap((text) => text.languages.map((language) => ({ text, language })));

describe('every text that can be edited', () => {
  it('has a key of its own, and is allowed as it is built in', () => {
    expect(new Set(editableTexts.map(({ key }) => key)).size).toBe(editableTexts.length);
    for (const { text, language } of all) {
      expect([text.key, checkPortalText(text.builtIn[language], ruleOf(text, language))]).toEqual([
        text.key,
        { ok: true, value: null },
      ]);
    }
  });

  it.each(all.map(({ text, language }) => [text.key, language, text] as const))(
    '%s in %s stands in its preview, filled in',
    (_, language, text) => {
      const typed = { language, text: `Øjensynlig ${text.builtIn[language]}` };
      const preview = previewOf(text, typed, { own: noRewordings, publicUrl });
      const written = JSON.stringify(preview);
      expect(written).toContain('Øjensynlig');
      expect(written).not.toMatch(/\{[A-Za-z]+\}/);
    },
  );
});

it('own words that no longer fit are not used', () => {
  const texts = { one: { da: 'Om {product}', en: 'About {product}' } };
  const own = new Map([
    ['letter.one:da', 'Vedrørende {product}'],
    ['letter.one:en', 'Regarding {system}'],
  ]);
  expect(reworded('letter', texts, own)).toEqual({ one: { da: 'Vedrørende {product}', en: 'About {product}' } });
});
