import { renderToStaticMarkup } from 'react-dom/server';
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LanguageContext } from '~/app/i18n/language';
import Questionnaire, { handle, loader } from '~/app/routes/public/questionnaire';
import { placeQuestions } from '~/workflows/questionnaire/placed-question';
import type { Language } from '~/workflows/words';
import { createTestDatabase, type TestDatabase } from '../database';
import { fakeContext } from './context';

let database: TestDatabase;
let data: Awaited<ReturnType<typeof loader>>;

const load = (slug: string) =>
  loader({ params: { slug }, request: new Request('http://localhost/'), context: fakeContext({ db: database.db }) });

beforeAll(async () => {
  database = await createTestDatabase({ content: true });
  data = await load('faelleskommunal-infrastruktur');
});
afterAll(() => database.drop());

async function pageIn(language: Language): Promise<string> {
  const { query, dataRoutes } = createStaticHandler([{ path: '/', loader: () => data, element: <Questionnaire /> }]);
  const context = await query(new Request('http://localhost/'));
  if (context instanceof Response) throw new Error('The page answered with a response.');
  return renderToStaticMarkup(
    <LanguageContext.Provider value={language}>
      <StaticRouterProvider router={createStaticRouter(dataRoutes, context)} context={context} hydrate={false} />
    </LanguageContext.Provider>,
  );
}

/** As React writes it. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;');
}

describe.each(['da', 'en'] as const)('in %s', (language) => {
  test('every question stands once with its help, example and options', async () => {
    const html = await pageIn(language);
    for (const { question } of placeQuestions(data.definition)) {
      expect(html.split(`id="${question.id}"`), question.id).toHaveLength(2);
      for (const text of [question.text, question.help, question.evidenceExample]) {
        expect(html).toContain(escaped(text[language]));
      }
      for (const option of question.options ?? []) expect(html).toContain(escaped(option.text[language]));
    }
  });

  test('what applies to all of them, and every rule that proposes interfaces', async () => {
    const html = await pageIn(language);
    const { supportScale, evidenceTypes, reviewChecks, scopeRules } = data.definition;
    const texts = [
      ...supportScale.map(({ explanation }) => explanation),
      ...evidenceTypes.map(({ proves }) => proves),
      ...reviewChecks.map(({ text }) => text),
      ...scopeRules.map(({ reason }) => reason),
    ];
    for (const text of texts) expect(html).toContain(escaped(text[language]));
  });

  test('links lead to what is there, ids are used once, nothing runs', async () => {
    const html = await pageIn(language);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    expect(html).not.toMatch(/<script|style="/);
  });
});

test('has its own title, and is the only page there is', async () => {
  const args = { data, language: 'da' as const, params: {}, paths: {} as never };
  expect(handle.title(args)).toBe('Fælleskommunal infrastruktur 1.0');
  const refused = await load('andet').catch((thrown: unknown) => thrown);
  expect(refused).toBeInstanceOf(Response);
  expect((refused as Response).status).toBe(404);
});
