import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LoaderFunctionArgs } from '@remix-run/node';
import jsonld from 'jsonld';
import { Parser, type Quad, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonLdOf, turtleOf } from '~/app/published/rdf';
import * as jsonLd from '~/app/routes/public/catalogue-json';
import * as turtle from '~/app/routes/public/catalogue-turtle';
import { dumpFolder } from '~/app/server/dump';
import { projectRoot } from '~/db/project-root';
import { writeDump } from '~/db/published/dump';
import { fakeContext } from '~/test/app/context';
import { createTestDatabase, type TestDatabase } from '~/test/database';
import { insertMarket } from '~/test/factories/published-market';

let database: TestDatabase;
let dataDir: string;
let validator: SHACLValidator;
const publicUrl = 'https://snitflader.example';
const dcat = 'http://www.w3.org/ns/dcat#';

beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(path.join(tmpdir(), 'catalogue-'));
  await insertMarket(database.db);
  const shapes = await readFile(path.join(projectRoot, 'test/app/shapes/dcat-ap.ttl'), 'utf8');
  validator = new SHACLValidator(new Store(new Parser().parse(shapes)));
});
afterAll(async () => {
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

async function ask(route: { loader: (args: LoaderFunctionArgs) => Promise<Response> }): Promise<Response> {
  const context = fakeContext({ publicUrl, dataDir });
  return route.loader({ request: new Request(publicUrl), params: {}, context });
}

async function readTurtle(): Promise<Quad[]> {
  return new Parser().parse(await (await ask(turtle)).text());
}

async function problemsOf(quads: Quad[]): Promise<string[]> {
  const { results } = await validator.validate(new Store(quads));
  return results.map(({ path: of, focusNode, message }) => `${focusNode?.value} ${of?.value} ${message[0]?.value}`);
}

const valuesOf = (quads: Quad[], property: string): string[] =>
  quads.filter(({ predicate }) => predicate.value === property).map(({ object }) => object.value);

const makeDump = () =>
  writeDump(database.sql, dumpFolder(dataDir), {
    now: new Date('2026-11-24T02:00:00Z'),
    licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/', attribution: 'Snitfladeklar' },
  });

describe('the catalogue of data sets', () => {
  it('keeps to the shapes of DCAT-AP before there is a dump, and names none then', async () => {
    const quads = await readTurtle();
    expect(await problemsOf(quads)).toEqual([]);
    expect(valuesOf(quads, `${dcat}distribution`)).toEqual([]);
  });

  it('keeps to them with a dump, of which each file is a distribution with its licence', async () => {
    const { files } = await makeDump();
    const quads = await readTurtle();
    expect(await problemsOf(quads)).toEqual([]);
    expect(valuesOf(quads, `${dcat}downloadURL`).sort()).toEqual(
      files.map(({ name }) => `${publicUrl}/api/v1/dump/${name}`).sort(),
    );
  });

  it('says the same as Turtle and as JSON-LD', async () => {
    const response = await ask(jsonLd);
    expect(response.headers.get('Content-Type')).toBe('application/ld+json; charset=utf-8');
    const asQuads = await jsonld.toRDF(await response.json(), { format: 'application/n-quads' });
    const write = (quads: Quad[]) =>
      quads
        .map(({ subject, predicate, object }) =>
          [subject, predicate, object].map((term) => JSON.stringify(term)).join(),
        )
        .sort();
    expect(write(new Parser().parse(String(asQuads)))).toEqual(write(await readTurtle()));
  });

  it('would not pass without what is asked for', async () => {
    const quads = (await readTurtle()).filter(
      ({ predicate, subject }) =>
        predicate.value !== 'http://purl.org/dc/terms/publisher' || subject.value.endsWith('#api'),
    );
    expect((await problemsOf(quads)).length).toBe(2);
  });
});

describe('statements', () => {
  const things = [
    {
      id: 'https://example.org/a b',
      types: ['ex:Thing'],
      properties: [
        ['ex:says', { text: 'Linje\n"to" \\ slut', language: 'da' }],
        ['ex:says', { text: '\u2028 <b>' }],
        ['ex:at', { value: '2026-11-24', type: 'date' }],
      ] as const,
    },
  ];

  it('survive quotes, line breaks and spaces in addresses', () => {
    const quads = new Parser().parse(turtleOf(things, { ex: 'https://example.org/ns#' }));
    expect(quads[0]?.subject.value).toBe('https://example.org/a%20b');
    expect(valuesOf(quads, 'https://example.org/ns#says')).toEqual(['Linje\n"to" \\ slut', '\u2028 <b>']);
    expect(JSON.parse(jsonLdOf(things, {}))['@graph'][0]['ex:says']).toHaveLength(2);
  });
});
