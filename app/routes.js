/**
 * The route table: every address of the portal in one place, Danish without prefix and English under `/en`.
 * Passed to Remix by remix.config.js; the same shape as React Router 7's routes file (see docs/decisions).
 * @param {import('@remix-run/dev').DefineRoutesFunction} defineRoutes from @remix-run/dev
 */
export function routes(defineRoutes) {
  return defineRoutes((route) => {
    route('en?', 'routes/layout.tsx', () => {
      route('', 'routes/public/home.tsx', { index: true });
      route('products', 'routes/public/products.tsx');
      route('products/feed/:file', 'routes/public/products-feed.ts');
      route('products/:slug', 'routes/public/product.tsx');
      route('products/:slug/feed/:file', 'routes/public/product-feed.ts');
      route('products/:slug/publications', 'routes/public/publications.tsx');
      route('products/:slug/publications/changes', 'routes/public/publication-changes.tsx');
      route('products/:slug/publications/:number', 'routes/public/publication.tsx');
      route('products/:slug/dispute', 'routes/disputes/new.tsx');
      route('disputes/:token', 'routes/disputes/confirm.tsx');
      route('access', 'routes/access/ask.tsx');
      route('access/:token', 'routes/access/confirm.tsx');
      route('products/:slug/badges/:file', 'routes/public/product-badge.ts');
      route('suppliers', 'routes/public/suppliers.tsx');
      route('suppliers/:slug', 'routes/public/supplier.tsx');
      route('interfaces', 'routes/public/interfaces.tsx');
      route('interfaces/:id', 'routes/public/interface.tsx');
      route('interfaces/:id/badges/:file', 'routes/public/interface-badge.ts');
      route('compare', 'routes/public/compare.tsx');
      route('profile', 'routes/public/profile.tsx');
      route('profile/:file', 'routes/public/profile-annex.ts');
      route('municipalities', 'routes/public/municipalities.tsx');
      route('municipalities/:code', 'routes/public/municipality.tsx');
      route('statistics', 'routes/public/statistics.tsx');
      route('verify', 'routes/public/verify.tsx');
      route('verify/declaration', 'routes/public/verify-declaration.tsx');
      route('questionnaires/:slug', 'routes/public/questionnaire.tsx');
      route('questionnaires/:slug/changes', 'routes/public/questionnaire-changes.tsx');
      route('about', 'routes/public/about.tsx');
      route('about/cookies', 'routes/public/cookies.tsx');
      route('about/accessibility', 'routes/public/accessibility.tsx');
      route('about/workflow', 'routes/public/workflow.tsx');

      route('sign-in', 'routes/auth/sign-in.tsx');
      route('sign-in/demo', 'routes/auth/sign-in-demo.tsx');
      route('sign-out', 'routes/auth/sign-out.tsx');
      route('calendar', 'routes/calendar/home.tsx');
      route('account', 'routes/account/account.tsx');
      route('account/data', 'routes/account/data.ts');
      route('invitation/:token', 'routes/account/invitation.tsx');

      route('supplier', 'routes/supplier/home.tsx');
      route('supplier/people', 'routes/supplier/people.tsx');
      route('supplier/overview', 'routes/supplier/overview.tsx');
      route('supplier/transfers', 'routes/supplier/transfers.tsx');
      route('supplier/access-requests', 'routes/supplier/access-requests.tsx');
      route('supplier/disputes', 'routes/supplier/disputes.tsx');
      route('supplier/evidence', 'routes/supplier/evidence-library.tsx');
      route('supplier/api-tokens', 'routes/supplier/api-tokens.tsx');
      route('supplier/products/:product/well-known', 'routes/supplier/well-known.tsx');
      route('supplier/families', 'routes/supplier/families.tsx');
      route('supplier/families/:family', 'routes/supplier/family.tsx');
      route('supplier/families/:family/members/:declaration', 'routes/supplier/family-member.tsx');
      route('supplier/library', 'routes/supplier/library.tsx');
      route('supplier/library/:text', 'routes/supplier/library-text.tsx');
      route('supplier/products/new', 'routes/supplier/product-new.tsx');
      route('supplier/products/:product/edit', 'routes/supplier/product-edit.tsx');
      route('supplier/products/:product/declare', 'routes/supplier/declare.tsx');
      route('supplier/declarations/:declaration', 'routes/supplier/declaration.tsx');
      route('supplier/declarations/:declaration/scope', 'routes/supplier/scope.tsx');
      route('supplier/declarations/:declaration/sections/:section', 'routes/supplier/section.tsx');
      route('supplier/declarations/:declaration/sections/:section/live', 'routes/supplier/section-live.ts');
      route('supplier/declarations/:declaration/answers', 'routes/supplier/answers.tsx');
      route('supplier/declarations/:declaration/evidence/new', 'routes/supplier/evidence-new.tsx');
      route('supplier/declarations/:declaration/evidence/:evidence/detach', 'routes/supplier/evidence-detach.tsx');
      route('supplier/declarations/:declaration/handovers', 'routes/supplier/handovers.tsx');
      route('supplier/declarations/:declaration/renewal', 'routes/supplier/renewal.tsx');
      route('supplier/declarations/:declaration/proposals', 'routes/supplier/proposals.tsx');
      route('supplier/declarations/:declaration/copy', 'routes/supplier/copy.tsx');
      route('supplier/declarations/:declaration/export.json', 'routes/supplier/export.ts');
      route('supplier/declarations/:declaration/export.xlsx', 'routes/supplier/export-workbook.ts');
      route('supplier/declarations/:declaration/export.csv', 'routes/supplier/export-csv.ts');
      route('supplier/declarations/:declaration/exchange', 'routes/supplier/exchange.tsx');
      route('supplier/declarations/:declaration/imports/:import', 'routes/supplier/import.tsx');
      route('supplier/declarations/:declaration/check', 'routes/supplier/check.tsx');
      route('supplier/declarations/:declaration/letters/:letter', 'routes/supplier/letter.tsx');
      route('supplier/declarations/:declaration/letters/:letter/file', 'routes/supplier/letter-file.tsx');
      route('supplier/declarations/:declaration/threads/:question', 'routes/supplier/thread.tsx');
      route('supplier/declarations/:declaration/events', 'routes/supplier/events.tsx');
      route('supplier/declarations/:declaration/receipts/:number', 'routes/supplier/receipt.tsx');
      route('supplier/evidence/:evidence', 'routes/supplier/evidence-file.tsx');

      route('review', 'routes/review/inbox.tsx');
      route('review/cases/:case', 'routes/review/case.tsx');
      route('review/cases/:case/sections/:section', 'routes/review/section.tsx');
      route('review/cases/:case/verdicts', 'routes/review/verdicts.tsx');
      route('review/cases/:case/threads/:question', 'routes/review/thread.tsx');
      route('review/cases/:case/scope-demands', 'routes/review/scope-demands.tsx');
      route('review/cases/:case/decision', 'routes/review/decision.tsx');
      route('review/cases/:case/confirmation', 'routes/review/confirmation.tsx');
      route('review/cases/:case/letter', 'routes/review/letter.tsx');
      route('review/cases/:case/letter/file', 'routes/review/letter-file.tsx');
      route('review/cases/:case/events', 'routes/review/events.tsx');
      route('review/cases/:case/evidence/:evidence', 'routes/review/evidence-file.tsx');
      route('review/cases/:case/chart', 'routes/review/chart.ts');
      route('review/cases/:case/journal', 'routes/review/journal.ts');
      route('review/conflicts', 'routes/review/conflicts.tsx');

      route('admin', 'routes/admin/home.tsx');
      route('admin/suppliers', 'routes/admin/suppliers.tsx');
      route('admin/disputes', 'routes/admin/disputes.tsx');
      route('admin/people', 'routes/admin/people.tsx');
      route('admin/people/:person', 'routes/admin/person.tsx');
      route('admin/inbox', 'routes/admin/inbox.tsx');
      route('admin/reasons', 'routes/admin/reasons.tsx');
      route('admin/questionnaires', 'routes/admin/questionnaires.tsx');
      route('admin/settings', 'routes/admin/settings.tsx');
      route('admin/routing', 'routes/admin/routing.tsx');
      route('*', 'routes/not-found.tsx');
    });

    route('schemas/declaration-1.json', 'routes/schemas/declaration.ts');
    route('robots.txt', 'routes/public/robots.ts');
    route('sitemap.xml', 'routes/public/sitemap.ts');
    route('sitemap/:file', 'routes/public/sitemap-part.ts');
    route('calendar/:file', 'routes/calendar/file.ts');
    route('oembed', 'routes/public/oembed.ts');
    route('api/v1/openapi.json', 'routes/api/openapi.ts');
    route('api/v1/products', 'routes/api/products.ts');
    route('api/v1/products/:id', 'routes/api/product.ts');
    route('api/v1/products/:id/declaration', 'routes/api/declaration.ts');
    route('api/v1/ledger', 'routes/api/ledger.ts');
    route('api/v1/ledger/entries', 'routes/api/ledger-entries.ts');
    route('api/v1/dump/:file', 'routes/api/dump.ts');
    route('api/v1/matrix', 'routes/api/matrix.ts');
    route('api/v1/profile', 'routes/api/profile.ts');
    route('api/v1/suppliers', 'routes/api/suppliers.ts');
    route('api/v1/suppliers/:id', 'routes/api/supplier.ts');
    route('api/v1/interfaces', 'routes/api/interfaces.ts');
    route('api/v1/interfaces/:id', 'routes/api/interface.ts');
    route('api/v1/municipalities', 'routes/api/municipalities.ts');
    route('api/v1/municipalities/:id', 'routes/api/municipality.ts');
    route('api/v1/supplier/products', 'routes/supplier-api/products.ts');
    route('api/v1/supplier/declarations/:declaration', 'routes/supplier-api/declaration.ts');
    route('api/v1/supplier/declarations/:declaration/questions', 'routes/supplier-api/questions.ts');
    route('api/v1/supplier/declarations/:declaration/proposals', 'routes/supplier-api/proposals.ts');
    route('api/v1/supplier/*', 'routes/supplier-api/not-found.ts');
    route('api/v1/*', 'routes/api/not-found.ts');
  });
}
