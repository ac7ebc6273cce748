import { renderToStaticMarkup } from 'react-dom/server';
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerProblemTexts } from '~/app/i18n/answers';
import { LanguageContext } from '~/app/i18n/language';
import { SectionPage } from '~/app/supplier/section-page';
import { findSectionView } from '~/app/supplier/section-view.server';
import { saveAnswers } from '~/db/answers';
import { withPastPlans } from '~/db/cases/past-plans';
import { loadDeclaration } from '~/db/declarations';
import type { Acting } from '~/workflows/actor';
import type { Language } from '~/workflows/words';
import { createTestDatabase, type TestDatabase } from '../../database';
import { makeDeclaration, makeSupplier, makeSupplierPerson } from '../../factories/supplier-people';

let database: TestDatabase;
let acting: Acting;
let declarationId: string;
let key: string;

/** A planned date, which had not passed when it was written. */
beforeAll(async () => {
  database = await createTestDatabase({ content: true });
  acting = await makeSupplierPerson(database.db, (await makeSupplier(database.db)).supplierId, 'editor');
  ({ declarationId } = await makeDeclaration(database.db, acting));
  const { scope } = await loadDeclaration(database.db, declarationId);
  const about = scope.find(({ isIncluded }) => isIncluded)?.interfaceId ?? '';
  key = `if-planned-date@${about}`;
  const answers = [
    { key: `if-support@${about}`, value: 'planned', justification: null, expectedVersion: 0 },
    { key, value: '2031-03-01', justification: null, expectedVersion: 0 },
  ];
  await saveAnswers(database.db, { ...acting, now: new Date('2031-02-01T11:00:00Z') }, { declarationId, answers });
});
afterAll(() => database.drop());

/** The question as the page of its section shows it on a day, as it comes from the server. */
async function questionOn(day: string, language: Language): Promise<string> {
  const loaded = await withPastPlans(
    database.db,
    await loadDeclaration(database.db, declarationId),
    new Date(`${day}T11:00:00Z`),
  );
  const sectionId = loaded.instances.find((instance) => instance.key === key)?.sectionId ?? '';
  const found = await findSectionView(database.db, loaded, sectionId, undefined);
  if (!found) throw new Error('There is no such section.');
  const view = { ...found, personId: acting.actor.personId, usesShortcuts: false };
  const notice = { refused: null, refusal: null, isSaved: false, opened: null };
  const { query, dataRoutes } = createStaticHandler([
    { path: '/', element: <SectionPage view={view} notice={notice} /> },
  ]);
  const context = await query(new Request('http://localhost/'));
  if (context instanceof Response) throw new Error('The page answered with a response.');
  const html = renderToStaticMarkup(
    <LanguageContext.Provider value={language}>
      <StaticRouterProvider router={createStaticRouter(dataRoutes, context)} context={context} hydrate={false} />
    </LanguageContext.Provider>,
  );
  const [, question = ''] = html.split(`id="q-${key}"`);
  return question.split('class="sd-asked"')[0] ?? '';
}

test.each(['da', 'en'] as const)(
  'a planned date that has passed is told at its field without scripts (%s)',
  async (language) => {
    const sentence = answerProblemTexts['planned-date-past'][language];
    const before = await questionOn('2031-03-01', language);
    expect(before).toContain('value="2031-03-01"');
    expect([before.includes(sentence), before.includes('aria-invalid')]).toEqual([false, false]);
    const after = await questionOn('2031-03-02', language);
    expect(after).toContain('value="2031-03-01"');
    expect([after.includes(sentence), after.includes('aria-invalid="true"')]).toEqual([true, true]);
  },
);
