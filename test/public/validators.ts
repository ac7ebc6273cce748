import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse as parseCsv } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import jsonld from 'jsonld';
import { RelaxNGValidator, XmlDocument } from 'libxml2-wasm';
import { Parser } from 'n3';
import type { WireAnswer } from '~/test/in-process-portal';

// Programs that did not write what they look at, one for each format. What they find is a fault of the portal.

const schemaText = (name: string): string => readFileSync(path.join(import.meta.dirname, 'schemas', name), 'utf8');

const html = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
    rules: {
      // A name on a list is what ARIA 1.2 allows and readers say; on what has no role it is still an error.
      'aria-label-misuse': ['error', { allowAnyNamable: true }],
      // Tables scroll in a frame of their own that can be reached by keyboard: a section would be a chapter.
      'prefer-native-element': ['error', { exclude: ['region'] }],
      // Scripts of the portal itself need no sum.
      'require-sri': ['error', { target: 'crossorigin' }],
    },
  }),
);

/** Style sheets have no address before they are built. */
const unbuilt = '<link rel="stylesheet" href=""/>';

/** The rules of HTML that a page breaks, each with its place. */
export async function htmlFaults(page: string): Promise<string[]> {
  const { results } = await html.validateString(page.replaceAll(unbuilt, ''));
  return results
    .flatMap(({ messages }) => messages)
    .map(({ ruleId, message, selector, line }) => `${ruleId}: ${message} (${selector ?? `line ${line}`})`);
}

/** What a document's schema says against it, or the parser where it is no XML at all. */
function xmlFaults(text: string, schema?: 'atom.rng' | 'sitemap.rng'): string[] {
  const opened: { dispose(): void }[] = [];
  const keep = <Thing extends { dispose(): void }>(thing: Thing): Thing => {
    opened.unshift(thing);
    return thing;
  };
  try {
    const document = keep(XmlDocument.fromString(text));
    if (schema) keep(RelaxNGValidator.fromDoc(keep(XmlDocument.fromString(schemaText(schema))))).validate(document);
    return [];
  } catch (error) {
    return [(error as Error).message];
  } finally {
    for (const thing of opened) thing.dispose();
  }
}

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
const jsonFeed = ajv.compile(JSON.parse(schemaText('feed.schema.json')));

function jsonFaults(validate: ValidateFunction, text: string): string[] {
  if (validate(JSON.parse(text))) return [];
  return (validate.errors ?? []).slice(0, 5).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** What search engines ask of what a page tells of itself, by its type at schema.org. */
const needed: Readonly<Record<string, readonly string[]>> = {
  Dataset: ['name', 'description', 'license', 'creator', 'distribution'],
  DefinedTermSet: ['name', 'hasDefinedTerm'],
  Organization: ['name', 'url'],
  SoftwareApplication: ['name', 'applicationCategory', 'provider'],
  WebAPI: ['name', 'description', 'documentation'],
  WebSite: ['name', 'url'],
};

/** JSON-LD without the network: schema.org's own context makes each of its words one of its vocabulary, and so does this. */
async function linkedFaults(data: object): Promise<string[]> {
  const documentLoader = async (url: string) => {
    if (!/^https?:\/\/schema\.org\/?$/.test(url)) throw new Error(`${url} is a context that is fetched`);
    return { contextUrl: undefined, documentUrl: url, document: { '@context': { '@vocab': 'http://schema.org/' } } };
  };
  // Safe: what would be dropped without a word is an error.
  await jsonld.expand(data as jsonld.JsonLdDocument, { documentLoader, safe: true } as object);
  return [];
}

/** What a page that may be found has in its head: its one address, the other languages, and what is shown where it is shared. */
function headFaults({ status, text: page }: WireAnswer): string[] {
  if (status !== 200 || page.includes('<meta name="robots" content="noindex"/>')) return [];
  const found = (pattern: RegExp): string | undefined => pattern.exec(page)?.[1];
  const canonical = found(/<link rel="canonical" href="([^"]+)"/);
  const alternates = ['da', 'en', 'x-default'].map((language) =>
    found(new RegExp(`<link rel="alternate" hrefLang="${language}" href="([^"]+)"`, 'i')),
  );
  const [danish, english, otherwise] = alternates;
  const shared = ['title', 'type', 'url', 'locale', 'image', 'site_name'].filter(
    (name) => !found(new RegExp(`<meta property="og:${name}" content="([^"]+)"`)),
  );
  const faults = shared.map((name) => `no og:${name}`);
  if (!canonical) faults.push('no canonical address');
  if (canonical !== danish && canonical !== english) faults.push('is not among its own languages');
  if (!danish || otherwise !== danish || !english?.includes('/en')) faults.push('leads to no other language');
  return faults;
}

/** What a page tells of itself to programs: well-formed, linked, and with what its type needs. */
async function structuredFaults(page: string): Promise<string[]> {
  const faults: string[] = [];
  for (const [, script = ''] of page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
    const data = JSON.parse(script) as Record<string, unknown>;
    faults.push(...(await linkedFaults(data)));
    const type = String(data['@type']);
    const missing = (needed[type] ?? ['a known type']).filter((name) => !data[name]);
    faults.push(...missing.map((name) => `${type} without ${name}`));
  }
  return faults;
}

interface OpenApi {
  paths: Record<string, Record<string, { responses: Record<string, { content?: Record<string, unknown> }> }>>;
}

/** The rules of OpenAPI that the description breaks. */
export async function openApiFaults(description: string): Promise<string[]> {
  const config = await createConfig({ extends: ['recommended-strict'] });
  const problems = await lintFromString({ source: description, absoluteRef: 'openapi.json', config });
  return problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} (${location[0]?.pointer ?? ''})`);
}

/** Holds the API's answers against its own description, by another program than the one that wrote it. */
export function apiValidator(description: string): (address: string, answer: WireAnswer) => string[] {
  const document = JSON.parse(description) as OpenApi;
  ajv.addSchema({ ...document, $id: 'https://openapi.test/' });
  const templates = Object.keys(document.paths)
    .sort((a, b) => Number(a.includes('{')) - Number(b.includes('{')))
    .map((template) => ({
      template,
      matches: new RegExp(`^/api/v1${template.replace(/\{[^}]+\}/g, '[^/]+')}$`),
    }));
  return (address, { status, headers, text }) => {
    const found = templates.find(({ matches }) => matches.test(address.split('?')[0] ?? ''));
    if (!found) return [`${address.split('?')[0]} is not described`];
    const pointer = (...parts: string[]) =>
      parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
    const described = document.paths[found.template]?.get?.responses[status];
    const type = (headers['content-type'] ?? '').split(';')[0] ?? '';
    if (!described) return [`status ${status} is not described`];
    if (!described.content?.[type]) return [`${status} as ${type} is not described`];
    if (!type.endsWith('json')) return [];
    const at = pointer('paths', found.template, 'get', 'responses', String(status), 'content', type, 'schema');
    return jsonFaults(ajv.compile({ $ref: `https://openapi.test/#/${at}` }), text);
  };
}

async function workbookFaults(body: Buffer): Promise<string[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(body as unknown as ArrayBuffer);
  const [sheet] = workbook.worksheets;
  return sheet && sheet.rowCount > 0 && sheet.getRow(1).cellCount > 1 ? [] : ['no rows'];
}

/** Strict: each row has as many cells as the first. */
function csvFaults(text: string): string[] {
  const rows: string[][] = parseCsv(text, { bom: true });
  return rows.length > 0 ? [] : ['no rows'];
}

/** What the validator of its format says against an answer, thrown or told. */
export async function formatFaults(answer: WireAnswer): Promise<string[] | null> {
  const { headers, body, text } = answer;
  const type = (headers['content-type'] ?? '').split(';')[0] ?? '';
  try {
    if (type === 'text/html')
      return [...(await htmlFaults(text)), ...headFaults(answer), ...(await structuredFaults(text))];
    if (type === 'application/atom+xml') return xmlFaults(text, 'atom.rng');
    if (type === 'application/feed+json') return jsonFaults(jsonFeed, text);
    if (type === 'text/xml') return xmlFaults(text);
    if (type === 'application/xml') return xmlFaults(text, 'sitemap.rng');
    if (type === 'image/svg+xml') return xmlFaults(text);
    if (type === 'application/schema+json') return ajv.validateSchema(JSON.parse(text)) ? [] : [ajv.errorsText()];
    if (type === 'text/csv') return csvFaults(text);
    if (type === 'text/turtle') return new Parser().parse(text).length > 0 ? [] : ['says nothing'];
    if (type.endsWith('spreadsheetml.sheet')) return await workbookFaults(body);
    if (type === 'application/ld+json') return await linkedFaults(JSON.parse(text) as object);
    if (type.endsWith('json')) return JSON.parse(text) ? [] : ['empty'];
  } catch (error) {
    return [(error as Error).message.split('\n')[0] ?? ''];
  }
  return null;
}
