import { translator } from '~/app/i18n/texts';
import { ledgerEventTexts, proofProblemTexts, verifyDeclarationTexts } from '~/app/i18n/verify-declaration';
import { type ProvedDeclaration, proveDeclaration } from '~/workflows/declaration-proof';
import { standsAfter } from '~/workflows/ledger';

/**
 * Makes the page at /verify/declaration work: reads the chosen file, proves it with the keys that the page carries and
 * shows what came of it. A script of its own, so that the page stays HTML otherwise.
 */

/** In bytes; the largest declaration has some hundred thousand. */
const largest = 20_000_000;

const language = document.documentElement.lang === 'en' ? 'en' : 'da';
const t = translator(verifyDeclarationTexts, language);
const event = translator(ledgerEventTexts, language);
const problem = translator(proofProblemTexts, language);

const field = document.querySelector<HTMLInputElement>('#declaration');
const place = document.querySelector<HTMLElement>('#declaration-result');
const keys = JSON.parse(place?.dataset.keys ?? '{"keys":[]}');

field?.addEventListener('change', async () => {
  const file = field.files?.[0];
  if (file && place) place.replaceChildren(await judge(file));
});

async function judge(file: File): Promise<HTMLElement> {
  const given = file.size > largest ? undefined : await readJson(file);
  const result = await proveDeclaration(given, keys);
  if (result.ok) return drawProved(result.proved);
  const why = element('p', problem(result.problem));
  return result.problem === 'cannot-check' ? alert('warning', t('unchecked'), why) : alert('error', t('invalid'), why);
}

async function readJson(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text());
  } catch {
    return undefined;
  }
}

function drawProved({
  product,
  publication,
  publishedAt,
  latest,
  head,
  hash,
  document: shown,
}: ProvedDeclaration): HTMLElement {
  const stands = standsAfter(latest.event);
  const facts: readonly [string, string][] = [
    [t('product'), nameIn(shown) ?? product],
    [t('publication'), t('number', { number: String(publication) })],
    [t('publishedAt'), moment(publishedAt)],
    [t('latest'), `${event(latest.event)}, ${moment(latest.at)}`],
    [t('asOf'), t('asOfText', { at: moment(head.at), size: head.size })],
    [t('hash'), hash],
  ];
  const list = element('dl', '');
  list.className = 'sd-proof';
  for (const [term, description] of facts) list.append(element('dt', term), element('dd', description));
  const link = Object.assign(element('a', t('toProduct')), {
    href: `${language === 'en' ? '/en' : ''}/products/${encodeURIComponent(product)}`,
  });
  const where = element('p', '');
  where.append(link);
  return alert(
    stands ? 'success' : 'warning',
    stands ? t('valid') : t('validEnded'),
    list,
    element('p', t('later')),
    where,
  );
}

function nameIn(shown: unknown): string | undefined {
  const name = (shown as { product?: { name?: unknown } } | null)?.product?.name;
  return typeof name === 'string' ? name : undefined;
}

/** As app/components/alert.tsx draws it. */
function alert(kind: 'success' | 'warning' | 'error', heading: string, ...content: HTMLElement[]): HTMLElement {
  const box = element('div', '');
  box.className = `alert alert-${kind}`;
  const body = element('div', '');
  body.className = 'alert-body';
  const title = element('h2', heading);
  title.className = 'alert-heading';
  body.append(title, ...content);
  box.append(body);
  return box;
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, text: string): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), { textContent: text });
}

function moment(iso: string): string {
  const format = { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Copenhagen' } as const;
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'da-DK', format).format(new Date(iso));
}
