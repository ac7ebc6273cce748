import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { questionnaireSlug } from '~/app/paths';
import { launchBrowser } from '../browser';
import { operate, type RunningPortal, startPortal } from '../portal';
import { portalRoutes } from './addresses';
import { type Answer, type Client, connect } from './client';
import { plain } from './reading';
import { evidenceQuestion, horsens, makeSubjects, type Subjects } from './subjects';

/** Who asks. The owner’s declaration, and the case in which the reviewers work, are what everybody asks for. */
const askers = {
  nobody: undefined,
  owner: 'supplier-signatory',
  rival: 'supplier-b-signatory',
  reviewer: 'reviewer-a',
  lead: 'lead-b',
  coordinator: 'coordinator',
  auditor: 'auditor',
} as const;
type Asker = keyof typeof askers;
const everybody = Object.keys(askers) as Asker[];

/** What a route answers: a status for all, or by who asks. `allowed`: it depends on what was sent, but it was read. */
type Answers = Readonly<Record<Asker, number | 'allowed'>>;
interface Rights {
  get: Answers;
  post: Answers;
}

const toAll = (status: number): Answers =>
  Object.fromEntries(everybody.map((asker) => [asker, status])) as unknown as Answers;
const signInFirst = 302;
const suppliersOnly = { nobody: signInFirst, reviewer: 403, lead: 403, coordinator: 403, auditor: 403 } as const;
const reviewersOnly = { nobody: signInFirst, owner: 403, rival: 403 } as const;
const staff = { reviewer: 200, lead: 200, coordinator: 200, auditor: 200 } as const;

const open: Rights = { get: toAll(200), post: toAll(405) };
/** The owner’s, and the auditor reads it. To everybody else who signs in as a supplier it is not there. */
const ownPage = { ...suppliersOnly, owner: 200, rival: 404, auditor: 200 } as const;
const ownForm = { ...suppliersOnly, owner: 'allowed', rival: 404, auditor: 'allowed' } as const;
/** The declaration here has a letter of another id. */
const noLetter = { ...suppliersOnly, owner: 404, rival: 404, auditor: 404 } as const;
const reviewForm = {
  ...reviewersOnly,
  reviewer: 'allowed',
  lead: 'allowed',
  coordinator: 'allowed',
  auditor: 'allowed',
} as const;

const table: Readonly<Record<string, Rights>> = {
  '/': open,
  '/products': open,
  '/products/:slug': open,
  '/products/feed/:file': open,
  '/products/:slug/feed/:file': open,
  '/products/:slug/publications': open,
  '/products/:slug/publications/changes': open,
  '/products/:slug/publications/:number': open,
  '/products/:slug/answers/:key': open,
  '/products/:slug/dispute': { get: toAll(200), post: toAll(400) },
  '/access': { get: toAll(200), post: toAll(400) },
  '/access/:token': { get: toAll(404), post: toAll(303) },
  '/disputes/:token': { get: toAll(404), post: toAll(303) },
  '/subscribe': { get: toAll(200), post: toAll(400) },
  '/subscriptions/:token': { get: toAll(404), post: toAll(303) },
  '/subscriptions/:token/end': { get: toAll(405), post: toAll(404) },
  '/products/:slug/badges/:file': open,
  '/suppliers': open,
  '/suppliers/:slug': open,
  '/interfaces': open,
  '/interfaces/:id': open,
  '/interfaces/groups/:id': open,
  '/interfaces/:id/badges/:file': open,
  '/compare': open,
  '/profile': open,
  '/profile/import': { get: toAll(200), post: toAll(400) },
  '/profile/:file': open,
  '/municipalities': open,
  '/municipalities/:code': open,
  '/statistics': open,
  '/verify': open,
  '/verify/declaration': open,
  '/questionnaires/:slug': open,
  // There is one version here.
  '/questionnaires/:slug/changes': { get: toAll(404), post: toAll(405) },
  '/about': open,
  '/about/cookies': open,
  '/about/accessibility': open,
  '/about/workflow': open,
  '/about/data': open,

  '/sign-in': { get: { ...toAll(302), nobody: 200 }, post: toAll(405) },
  '/sign-in/demo': { get: toAll(405), post: toAll(302) },
  // Only with OIDC_ISSUER.
  '/sign-in/oidc': { get: toAll(404), post: toAll(405) },
  '/sign-in/oidc/callback': { get: toAll(404), post: toAll(405) },
  '/sign-out/oidc': { get: toAll(404), post: toAll(405) },
  '/sign-out': { get: toAll(405), post: toAll(302) },

  '/account': { get: { ...toAll(200), nobody: signInFirst }, post: { ...toAll(400), nobody: signInFirst } },
  '/account/data': { get: { ...toAll(200), nobody: signInFirst }, post: toAll(405) },
  '/invitation/:token': { get: toAll(404), post: toAll(409) },

  '/calendar': { get: { ...toAll(200), nobody: signInFirst }, post: { ...toAll(400), nobody: signInFirst } },
  '/calendar/:file': { get: toAll(404), post: toAll(405) },

  '/supplier': { get: { ...suppliersOnly, owner: 200, rival: 200 }, post: toAll(405) },
  '/supplier/people': {
    get: { ...suppliersOnly, owner: 200, rival: 200 },
    post: { ...suppliersOnly, owner: 'allowed', rival: 'allowed' },
  },
  '/supplier/overview': { get: { ...suppliersOnly, owner: 200, rival: 200 }, post: toAll(405) },
  '/supplier/evidence': { get: { ...suppliersOnly, owner: 200, rival: 200 }, post: toAll(405) },
  '/supplier/transfers': {
    get: { ...suppliersOnly, owner: 200, rival: 200 },
    post: { ...suppliersOnly, owner: 400, rival: 400 },
  },
  '/supplier/access-requests': {
    get: { ...suppliersOnly, owner: 200, rival: 200 },
    post: { ...suppliersOnly, owner: 400, rival: 400 },
  },
  '/supplier/disputes': {
    get: { ...suppliersOnly, owner: 200, rival: 200 },
    post: { ...suppliersOnly, owner: 400, rival: 400 },
  },
  '/supplier/families': {
    get: { ...suppliersOnly, owner: 200, rival: 200 },
    post: { ...suppliersOnly, owner: 'allowed', rival: 'allowed' },
  },
  '/supplier/families/:family': {
    get: { ...suppliersOnly, owner: 200, rival: 404 },
    post: { ...suppliersOnly, owner: 'allowed', rival: 404 },
  },
  '/supplier/families/:family/members/:declaration': {
    get: { ...suppliersOnly, owner: 200, rival: 404 },
    post: { ...suppliersOnly, owner: 'allowed', rival: 404 },
  },
  '/supplier/library': {
    get: { ...suppliersOnly, owner: 200, rival: 200 },
    post: { ...suppliersOnly, owner: 'allowed', rival: 'allowed' },
  },
  '/supplier/library/:text': {
    get: { ...suppliersOnly, owner: 200, rival: 404 },
    post: { ...suppliersOnly, owner: 'allowed', rival: 404 },
  },
  '/supplier/products/new': {
    get: { ...suppliersOnly, owner: 200, rival: 200 },
    post: { ...suppliersOnly, owner: 'allowed', rival: 'allowed' },
  },
  '/supplier/products/:product/edit': {
    get: { ...suppliersOnly, owner: 200, rival: 404 },
    post: { ...suppliersOnly, owner: 'allowed', rival: 404 },
  },
  '/supplier/api-tokens': {
    get: { ...suppliersOnly, owner: 200, rival: 200 },
    post: { ...suppliersOnly, owner: 'allowed', rival: 'allowed' },
  },
  '/supplier/products/:product/well-known': {
    get: { ...suppliersOnly, owner: 200, rival: 404 },
    post: { ...suppliersOnly, owner: 'allowed', rival: 404 },
  },
  '/supplier/products/:product/declare': {
    get: { ...suppliersOnly, owner: 302, rival: 404 },
    post: { ...suppliersOnly, owner: 'allowed', rival: 404 },
  },
  '/supplier/declarations/:declaration': { get: ownPage, post: toAll(405) },
  '/supplier/declarations/:declaration/scope': { get: ownPage, post: ownForm },
  '/supplier/declarations/:declaration/sections/:section': { get: ownPage, post: ownForm },
  '/supplier/declarations/:declaration/sections/:section/live': {
    get: { ...ownPage, owner: 302, auditor: 302 },
    post: ownForm,
  },
  '/supplier/declarations/:declaration/answers': { get: { ...ownPage, owner: 302, auditor: 302 }, post: ownForm },
  '/supplier/declarations/:declaration/evidence/new': { get: ownPage, post: ownForm },
  '/supplier/declarations/:declaration/evidence/:evidence/detach': { get: ownPage, post: ownForm },
  '/supplier/declarations/:declaration/handovers': { get: ownPage, post: ownForm },
  '/supplier/declarations/:declaration/proposals': { get: ownPage, post: ownForm },
  '/supplier/declarations/:declaration/renewal': { get: ownPage, post: ownForm },
  '/supplier/declarations/:declaration/corrections': { get: ownPage, post: ownForm },
  '/supplier/declarations/:declaration/copy': { get: ownPage, post: ownForm },
  '/supplier/declarations/:declaration/export.json': { get: ownPage, post: toAll(405) },
  '/supplier/declarations/:declaration/export.xlsx': { get: ownPage, post: toAll(405) },
  '/supplier/declarations/:declaration/export.csv': { get: ownPage, post: toAll(405) },
  '/supplier/declarations/:declaration/exchange': { get: ownPage, post: { ...ownForm, auditor: 403 } },
  '/supplier/declarations/:declaration/imports/:import': { get: noLetter, post: ownForm },
  '/supplier/declarations/:declaration/check': { get: ownPage, post: toAll(405) },
  '/supplier/declarations/:declaration/letters/:letter': { get: noLetter, post: toAll(405) },
  '/supplier/declarations/:declaration/letters/:letter/file': { get: noLetter, post: toAll(405) },
  '/supplier/declarations/:declaration/threads/:question': { get: ownPage, post: { ...ownForm, auditor: 403 } },
  '/supplier/declarations/:declaration/events': { get: ownPage, post: ownForm },
  '/supplier/declarations/:declaration/receipts/:number': { get: ownPage, post: toAll(405) },
  '/supplier/evidence/:evidence': { get: ownPage, post: toAll(405) },

  '/review': { get: { ...reviewersOnly, ...staff }, post: toAll(405) },
  '/review/cases/:case': { get: { ...reviewersOnly, ...staff }, post: toAll(405) },
  '/review/cases/:case/sections/:section': { get: { ...reviewersOnly, ...staff }, post: toAll(405) },
  '/review/cases/:case/verdicts': {
    get: { ...reviewersOnly, ...staff },
    post: { ...reviewForm, coordinator: 403, auditor: 403 },
  },
  '/review/cases/:case/confirmation': { get: { ...reviewersOnly, ...staff }, post: reviewForm },
  '/review/cases/:case/letter': { get: { ...reviewersOnly, ...staff }, post: toAll(405) },
  '/review/cases/:case/letter/file': { get: { ...reviewersOnly, ...staff }, post: toAll(405) },
  '/review/cases/:case/threads/:question': {
    get: { ...reviewersOnly, ...staff },
    post: { ...reviewForm, auditor: 403 },
  },
  '/review/cases/:case/scope-demands': { get: { ...reviewersOnly, ...staff }, post: reviewForm },
  '/review/cases/:case/decision': { get: { ...reviewersOnly, ...staff }, post: reviewForm },
  '/review/cases/:case/events': { get: { ...reviewersOnly, ...staff }, post: reviewForm },
  '/review/cases/:case/chart': { get: { ...reviewersOnly, ...staff }, post: toAll(405) },
  '/review/cases/:case/journal': { get: { ...reviewersOnly, ...staff }, post: toAll(405) },
  '/review/cases/:case/evidence/:evidence': { get: { ...reviewersOnly, ...staff }, post: toAll(405) },
  '/review/views': {
    get: { ...reviewersOnly, ...staff },
    post: { ...reviewersOnly, reviewer: 400, lead: 400, coordinator: 400, auditor: 400 },
  },
  '/review/routing': {
    get: { ...reviewersOnly, ...staff },
    post: { ...reviewersOnly, reviewer: 403, lead: 400, coordinator: 400, auditor: 403 },
  },
  '/review/attestations': {
    get: { ...reviewersOnly, reviewer: 200, lead: 200, coordinator: 403, auditor: 403 },
    post: { ...reviewersOnly, reviewer: 400, lead: 400, coordinator: 403, auditor: 403 },
  },
  '/review/calibration': {
    get: { ...reviewersOnly, reviewer: 200, lead: 200, coordinator: 403, auditor: 403 },
    post: { ...reviewersOnly, reviewer: 404, lead: 404, coordinator: 403, auditor: 403 },
  },
  '/review/calibration/:calibration': {
    get: { ...reviewersOnly, reviewer: 404, lead: 404, coordinator: 403, auditor: 403 },
    post: { ...reviewersOnly, reviewer: 404, lead: 404, coordinator: 403, auditor: 403 },
  },
  '/review/contradictions': {
    get: { ...reviewersOnly, reviewer: 200, lead: 200, coordinator: 403, auditor: 403 },
    post: { ...reviewersOnly, reviewer: 400, lead: 400, coordinator: 403, auditor: 403 },
  },
  '/review/absences': {
    get: { ...reviewersOnly, reviewer: 200, lead: 200, coordinator: 403, auditor: 403 },
    post: { ...reviewersOnly, reviewer: 400, lead: 400, coordinator: 403, auditor: 403 },
  },
  '/review/cases/:case/sections/:section/hand-over': {
    get: { ...reviewersOnly, ...staff },
    post: { ...reviewForm, coordinator: 403, auditor: 403 },
  },
  '/review/conflicts': { get: { ...reviewersOnly, ...staff }, post: { ...reviewForm, auditor: 403 } },

  '/admin': {
    get: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 200, auditor: 200 },
    post: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 'allowed', auditor: 'allowed' },
  },
  '/admin/suppliers': {
    get: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 200, auditor: 200 },
    post: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 400, auditor: 403 },
  },
  '/admin/disputes': {
    get: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 200, auditor: 200 },
    post: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 400, auditor: 403 },
  },
  '/admin/people': {
    get: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 200, auditor: 200 },
    post: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 'allowed', auditor: 403 },
  },
  '/admin/people/:person': {
    get: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 200, auditor: 200 },
    post: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 'allowed', auditor: 403 },
  },
  '/admin/municipalities': {
    get: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 200, auditor: 200 },
    post: toAll(405),
  },
  '/admin/municipalities/:municipality': {
    get: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 200, auditor: 200 },
    post: toAll(405),
  },
  '/admin/inbox': {
    get: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 200, auditor: 200 },
    post: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 'allowed', auditor: 403 },
  },
  '/admin/routing': {
    get: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 200, auditor: 200 },
    post: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 400, auditor: 403 },
  },
  '/admin/settings': {
    get: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 200, auditor: 200 },
    post: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 400, auditor: 403 },
  },
  '/admin/calibration': {
    get: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 200, auditor: 200 },
    post: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 400, auditor: 403 },
  },
  '/admin/calibration/:task': {
    get: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 404, auditor: 404 },
    post: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 404, auditor: 403 },
  },
  '/admin/questionnaires/hearings/:hearing': {
    get: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 404, auditor: 404 },
    post: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 404, auditor: 403 },
  },
  // Nothing is heard here; whoever confirms with a wrong token is told so.
  '/questionnaires/:slug/hearing': { get: toAll(404), post: toAll(404) },
  '/hearing/:token': { get: toAll(404), post: toAll(303) },
  '/admin/merges': {
    get: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 200, auditor: 200 },
    post: toAll(405),
  },
  // Without a kind there is nothing to preview.
  '/admin/merges/preview': {
    get: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 404, auditor: 404 },
    post: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 404, auditor: 403 },
  },
  '/admin/merges/:change': {
    get: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 404, auditor: 404 },
    post: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 404, auditor: 403 },
  },
  '/admin/lifecycle': {
    get: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 200, auditor: 200 },
    post: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 400, auditor: 403 },
  },
  '/admin/questionnaires': {
    get: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 200, auditor: 200 },
    post: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 409, auditor: 403 },
  },
  '/admin/reasons': {
    get: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 200, auditor: 200 },
    post: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 'allowed', auditor: 403 },
  },
  '/admin/texts': {
    get: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 200, auditor: 200 },
    post: toAll(405),
  },
  '/admin/texts/:text': {
    get: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 200, auditor: 200 },
    post: { ...reviewersOnly, reviewer: 403, lead: 403, coordinator: 400, auditor: 403 },
  },
  '/*': { get: toAll(404), post: toAll(404) },

  '/schemas/declaration-1.json': open,
  '/catalog.ttl': open,
  '/catalog.jsonld': open,
  '/robots.txt': open,
  '/sitemap.xml': open,
  '/sitemap/:file': open,
  '/oembed': { get: toAll(404), post: toAll(405) },
  '/api/v1/openapi.json': open,
  '/api/v1/products': open,
  '/api/v1/products/:id': open,
  '/api/v1/products/:id/declaration': open,
  '/api/v1/ledger': open,
  '/api/v1/ledger/entries': open,
  '/api/v1/ledger/heads': open,
  // Without the size of an earlier head there is nothing to prove.
  '/api/v1/ledger/consistency': { ...open, get: toAll(400) },
  '/api/v1/profile': open,
  '/api/v1/matrix': open,
  '/api/v1/answers.csv': open,
  '/api/v1/dump/:file': { get: toAll(404), post: toAll(405) },
  '/api/v1/suppliers': open,
  '/api/v1/suppliers/:id': open,
  '/api/v1/interfaces': open,
  '/api/v1/interfaces/:id': open,
  '/api/v1/interface-groups': open,
  '/api/v1/interface-groups/:id': open,
  '/api/v1/municipalities': open,
  '/api/v1/municipalities/:id': open,
  '/api/v1/supplier/products': { get: toAll(401), post: toAll(405) },
  '/api/v1/supplier/declarations/:declaration': { get: toAll(401), post: toAll(401) },
  '/api/v1/supplier/declarations/:declaration/questions': { get: toAll(401), post: toAll(405) },
  '/api/v1/supplier/declarations/:declaration/proposals': { get: toAll(401), post: toAll(405) },
  '/api/v1/supplier/*': { get: toAll(404), post: toAll(404) },
  '/api/*': { get: toAll(404), post: toAll(405) },
};

let portal: RunningPortal;
let clients: Record<Asker, Client>;
/** An address for each route, about things that are there. */
let there: Readonly<Record<string, string>>;
/** The case of a declaration that was never sent. */
let unsent: string;

beforeAll(async () => {
  portal = await startPortal({ peopleOnly: true });
  const browser = await launchBrowser();
  const subjects = await makeSubjects(browser, portal.url);
  await browser.close();
  unsent = subjects.unsentCase;
  there = addressesOf(subjects);
  // The worker signs what the demo people's command has published.
  const signed = `${portal.url}/api/v1/products/vejlys/declaration`;
  await vi.waitFor(async () => expect((await fetch(signed)).status).toBe(200), { timeout: 60_000, interval: 250 });
  clients = await meetAll();
  const listed = await clients.coordinator.get('/admin/people');
  there = { ...there, '/admin/texts/:text': '/admin/texts/mail-body.confirm' };
  there = { ...there, ...(await answerOnce(subjects)) };
  there = { ...there, '/admin/people/:person': /\/admin\/people\/[0-9a-f-]{36}/.exec(listed.body)?.[0] ?? '' };
});
afterAll(async () => {
  await portal?.stop();
  await portal?.place.remove();
});

/** A family of the owner’s two declarations, and a text to reuse. */
async function answerOnce({ sent, draft }: Subjects): Promise<Record<string, string>> {
  const { owner } = clients;
  const send = (to: string, fields: Record<string, string>) => owner.post(to, new URLSearchParams(fields));
  const made = await send('/supplier/families', { name: 'Lys og skilte', source: sent });
  const family = made.headers.get('Location')?.split('?')[0] ?? '';
  await send(family, { act: 'join', declaration: draft });
  await send('/supplier/library', { title: 'Logning', body: 'Alle opslag logges.' });
  const { body } = await owner.get('/supplier/library');
  return {
    '/supplier/families/:family': family,
    '/supplier/families/:family/members/:declaration': `${family}/members/${draft}`,
    '/supplier/library/:text': /\/supplier\/library\/[0-9a-f-]{36}/.exec(body)?.[0] ?? '',
  };
}

async function meetAll(): Promise<Record<Asker, Client>> {
  const met = await Promise.all(everybody.map(async (asker) => [asker, await connect(portal.url, askers[asker])]));
  return Object.fromEntries(met) as Record<Asker, Client>;
}

function addressesOf({ product, draft, draftEvidence, sent, caseId, sentEvidence }: Subjects): Record<string, string> {
  const asked = encodeURIComponent(evidenceQuestion);
  const question = `question=${asked}`;
  const ids: Readonly<Record<string, string>> = {
    '/products/:slug': '/products/vejlys',
    '/sitemap/:file': '/sitemap/1.xml',
    '/products/feed/:file': '/products/feed/atom.xml',
    '/products/:slug/publications': '/products/vejlys/publications',
    '/products/:slug/publications/changes': '/products/vejlys/publications/changes',
    '/products/:slug/publications/:number': '/products/vejlys/publications/1',
    '/products/:slug/answers/:key': '/products/vejlys/answers/if-support@SF1500',
    '/products/:slug/feed/:file': '/products/vejlys/feed/atom.xml',
    '/products/:slug/badges/:file': '/products/vejlys/badges/product.svg',
    '/interfaces/:id/badges/:file': '/interfaces/SF1500/badges/interface.svg',
    '/products/:slug/dispute': '/products/vejlys/dispute',
    '/disputes/:token': '/disputes/nobodys',
    '/access/:token': '/access/nobodys',
    '/subscriptions/:token': '/subscriptions/nobodys',
    '/subscriptions/:token/end': '/subscriptions/nobodys/end',
    '/profile/:file': '/profile/annex.pdf?need=SF1500',
    '/suppliers/:slug': '/suppliers/fjordlys-data-a-s',
    '/interfaces/:id': '/interfaces/SF1500',
    '/interfaces/groups/:id': '/interfaces/groups/organisation',
    '/municipalities/:code': `/municipalities/${horsens}`,
    '/questionnaires/:slug': `/questionnaires/${questionnaireSlug}`,
    '/api/v1/products/:id': '/api/v1/products/vejlys',
    '/api/v1/products/:id/declaration': '/api/v1/products/vejlys/declaration',
    '/api/v1/suppliers/:id': '/api/v1/suppliers/fjordlys-data-a-s',
    '/api/v1/interfaces/:id': '/api/v1/interfaces/SF1500',
    '/api/v1/interface-groups/:id': '/api/v1/interface-groups/organisation',
    '/api/v1/municipalities/:id': `/api/v1/municipalities/${horsens}`,
    '/*': '/nothing',
    '/calendar/:file': '/calendar/nobodys.ics',
    '/admin/municipalities/:municipality': `/admin/municipalities/${horsens}`,
    '/admin/calibration/:task': `/admin/calibration/${nobodys}`,
    '/review/calibration/:calibration': `/review/calibration/${nobodys}`,
    '/api/*': '/api/nothing',
    '/api/v1/supplier/*': '/api/v1/supplier/nothing',
    '/supplier/evidence/:evidence': `/supplier/evidence/${draftEvidence}`,
    '/supplier/declarations/:declaration/evidence/new': `/supplier/declarations/${draft}/evidence/new?${question}`,
    '/supplier/declarations/:declaration/evidence/:evidence/detach': `/supplier/declarations/${draft}/evidence/${draftEvidence}/detach?${question}`,
    '/supplier/declarations/:declaration/receipts/:number': `/supplier/declarations/${sent}/receipts/1`,
    '/supplier/declarations/:declaration/threads/:question': `/supplier/declarations/${sent}/threads/${asked}`,
    '/review/cases/:case/verdicts': `/review/cases/${caseId}/verdicts?section=produkt`,
    '/review/cases/:case/evidence/:evidence': `/review/cases/${caseId}/evidence/${sentEvidence}`,
  };
  const fill = (pattern: string) =>
    pattern
      .replace(':product', product)
      .replace(':declaration', draft)
      .replace(':case', caseId)
      .replace(':section', 'produkt')
      .replace(':question', asked)
      .replace(':import', draft)
      .replace(':letter', draft);
  return Object.fromEntries(portalRoutes.map(({ pattern }) => [pattern, ids[pattern] ?? fill(pattern)]));
}

const nobodys = '00000000-0000-4000-8000-000000000000';
/** The same address about something that is not there. */
const elsewhere = (address: string) => address.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, nobodys);
const patterns = Object.keys(table);
const addressOf = (pattern: string): string => there[pattern] ?? '';

test('every route has an entry here, and nothing else has', () => {
  expect(patterns.toSorted()).toEqual(portalRoutes.map(({ pattern }) => pattern).toSorted());
});

describe.each(everybody)('%s', (asker) => {
  const expected = (kind: 'get' | 'post') =>
    Object.fromEntries(Object.entries(table).map(([pattern, rights]) => [pattern, rights[kind][asker]]));

  test('reads what is theirs to read', async () => {
    const found: Record<string, number> = {};
    for (const pattern of patterns) found[pattern] = (await clients[asker].get(addressOf(pattern))).status;
    expect(found).toEqual(expected('get'));
  });

  test('sends what is theirs to send', async () => {
    const found: Record<string, number | string> = {};
    for (const pattern of patterns) {
      // A session of its own for what ends it.
      const client = pattern === '/sign-out' ? await connect(portal.url, askers[asker]) : clients[asker];
      const { status } = await client.post(addressOf(pattern), new URLSearchParams());
      const isOpen = table[pattern]?.post[asker] === 'allowed';
      found[pattern] = isOpen && [200, 302, 303, 400, 404, 409].includes(status) ? 'allowed' : status;
    }
    expect(found).toEqual(expected('post'));
  });

  test('is told of nothing by what is answered about what is not there', async () => {
    for (const pattern of patterns.filter((each) => /^\/(?:supplier|review)\/.*:/.test(each))) {
      const address = addressOf(pattern);
      const missing = elsewhere(address);
      for (const ask of [
        (to: string) => clients[asker].get(to),
        (to: string) => clients[asker].post(to, new URLSearchParams()),
      ]) {
        const [real, unreal] = [await ask(address), await ask(missing)];
        expect({ pattern, status: unreal.status }).not.toEqual({ pattern, status: 200 });
        if (real.status === 404) expect(essenceOf(real, address)).toEqual(essenceOf(unreal, missing));
      }
    }
  });
});

/** An answer without the address that was asked for, which the asker knows. */
function essenceOf({ status, body, headers }: Answer, address: string) {
  const told = [...headers].filter(([name]) => !['date', 'x-request-id', 'content-security-policy'].includes(name));
  return { status, body: elsewhere(plain(body)), told, isAbout: elsewhere(address) };
}

test('a case that was never sent is not there for those who review', async () => {
  const unreal = (pattern: string) => pattern.replace(':case', nobodys).replace(':section', 'produkt');
  for (const pattern of patterns.filter((each) => each.startsWith('/review/cases/:case'))) {
    for (const asker of ['reviewer', 'lead', 'coordinator'] as const) {
      const address = pattern.replace(':case', unsent).replace(':section', 'produkt');
      const [secret, nothing] = [await clients[asker].get(address), await clients[asker].get(unreal(pattern))];
      expect({ pattern, status: secret.status }).toEqual({ pattern, status: 404 });
      expect(essenceOf(secret, address)).toEqual(essenceOf(nothing, unreal(pattern)));
    }
  }
});

test.each([
  ['of another site', { Origin: 'https://evil.example' }],
  ['of a sandboxed frame', { Origin: 'null' }],
  ['of another site whose origin is hidden', { 'Sec-Fetch-Site': 'cross-site' }],
  ['of a sibling', { Origin: 'https://evil.localhost', 'Sec-Fetch-Site': 'same-site' }],
])('a form %s is refused everywhere', async (_name, headers: Record<string, string>) => {
  const { Origin = '', ...others } = headers;
  for (const pattern of patterns) {
    for (const asker of ['nobody', 'owner', 'coordinator'] as const) {
      const sent = await clients[asker].post(addressOf(pattern), new URLSearchParams(), { Origin, ...others });
      // A mail program ends a subscription from its own site; it has the token and no cookie (RFC 8058).
      const isOneClick = pattern === '/subscriptions/:token/end' && asker === 'nobody';
      expect({ pattern, asker, status: sent.status }).toEqual({ pattern, asker, status: isOneClick ? 404 : 403 });
    }
  }
});

const form = 'application/x-www-form-urlencoded';
const multipart = 'multipart/form-data; boundary=x';
const malformed: readonly [type: string, body: string][] = [
  [form, '%%%=%zz&%00=%00&=&&;=&__proto__=1&constructor[prototype]=x'],
  [form, `event=confirm&event=withdraw&version=-1&version=9e99&case=__proto__&sectionId=%00&intent=detach::`],
  [form, `version=NaN&outcome=__proto__&event=propose&reasons=${'x'.repeat(50_000)}&act=demand&interfaceId=..%2f`],
  [form, 'intent=evidence%3Aconstructor&gen-version%3Aversion=99999999999&gen-version=%ed%a0%80&note=%00'],
  [form, 'name=%00&kle=%00&kitosUuid=%00&type=__proto__&description=%00&interface=%00&shown=%00&reason-%00=1'],
  ['application/json', '{"answers":[{"key":"__proto__","value":{"a":[[]]},"justification":null,"expectedVersion":0}]}'],
  ['application/json', '{"answers":'],
  ['application/json', `{"answers":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
  ['text/plain', 'event=withdraw'],
  ['multipart/form-data', 'no boundary'],
  [multipart, '--x\r\nContent-Disposition: form-data; name="event"\r\n\r\nwith'],
  [
    multipart,
    '--x\r\nContent-Disposition: form-data; name="file"; filename="../../a\u0000.pdf"\r\n\r\nMZ\r\n--x--\r\n',
  ],
];

describe('what nobody’s browser sends', () => {
  test.each(['nobody', 'owner', 'reviewer', 'coordinator'] as const)('is no trouble from %s', async (asker) => {
    // A route that answers every form with 405 reads none.
    const reading = patterns.filter((pattern) => everybody.some((each) => table[pattern]?.post[each] !== 405));
    const lane = async () => {
      for (let pattern = reading.pop(); pattern; pattern = reading.pop()) {
        for (const [type, body] of malformed) {
          const client = pattern === '/sign-out' ? await connect(portal.url, askers[asker]) : clients[asker];
          const { status } = await client.post(addressOf(pattern), body, { 'Content-Type': type });
          expect({ pattern, type, body: body.slice(0, 80), isServed: status < 500 }).toMatchObject({ isServed: true });
        }
      }
    };
    await Promise.all([lane(), lane(), lane()]);
  });

  test('has left nothing behind: everybody still reads what they did, and the log of the portal is whole', async () => {
    for (const asker of everybody) {
      const expected = Object.entries(table).map(([pattern, { get }]) => [pattern, get[asker]]);
      const found = [];
      for (const pattern of patterns) found.push([pattern, (await clients[asker].get(addressOf(pattern))).status]);
      expect(found).toEqual(expected);
    }
    expect(JSON.parse(await operate(portal.place, ['log', 'verify', '--json']))).toMatchObject({ problem: null });
    expect(portal.output()).not.toMatch(/"level":(?:50|60)/);
  });
});
