import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { licences } from '~/app/api/licence';
import { openToAll } from '~/app/api/open-to-all';
import type { Config } from '~/app/config.server';
import { openDataTexts } from '~/app/i18n/open-data';
import { apiPaths, cataloguePaths, paths } from '~/app/paths';
import { dumpFolder } from '~/app/server/dump';
import { dumpTables } from '~/db/published/dump-tables';
import { type CatalogueFacts, cataloguePrefixes, dataCatalogueOf } from './data-catalogue';
import { jsonLdOf, turtleOf } from './rdf';

const texts: CatalogueFacts['texts'] = {
  title: openDataTexts.datasetName,
  description: openDataTexts.datasetDescription,
  keywords: {
    da: ['snitflader', 'it-systemer', 'kommuner', 'fælleskommunal infrastruktur'],
    en: ['interfaces', 'IT systems', 'municipalities', 'Denmark'],
  },
};

const manifestSchema = z.object({
  madeAt: z.iso.datetime(),
  licence: z.object({ url: z.string() }),
  files: z.array(z.object({ name: z.string() })),
});

/** @returns what `export all` wrote last; null where there is none */
export async function readDumpManifest(dataDir: string): Promise<z.infer<typeof manifestSchema> | null> {
  const text = await readFile(path.join(dumpFolder(dataDir), 'manifest.json'), 'utf8').catch(() => null);
  return text === null ? null : manifestSchema.parse(JSON.parse(text));
}

/** The catalogue of data sets, in Turtle or JSON-LD. */
export async function dataCatalogueResponse(
  format: 'ttl' | 'jsonld',
  { publicUrl, dataDir, licence }: Pick<Config, 'publicUrl' | 'dataDir' | 'licence'>,
): Promise<Response> {
  const manifest = await readDumpManifest(dataDir);
  const to = paths('da');
  const things = dataCatalogueOf({
    publicUrl,
    licenceUrl: licences[licence].url,
    texts,
    pages: {
      catalogue: publicUrl + cataloguePaths.turtle(),
      home: publicUrl + to.home(),
      about: publicUrl + to.about(),
      products: publicUrl + to.products(),
    },
    api: { root: `${publicUrl}/api/v1`, description: publicUrl + apiPaths.openapi() },
    dump: manifest && {
      madeAt: manifest.madeAt,
      files: manifest.files.map(({ name }) => ({
        name,
        url: publicUrl + apiPaths.dump(name),
        description: dumpTables.find((table) => name.startsWith(`${table.name}.`))?.description ?? name,
      })),
    },
  });
  const body = format === 'ttl' ? turtleOf(things, cataloguePrefixes) : jsonLdOf(things, cataloguePrefixes);
  return new Response(body, {
    headers: {
      'Content-Type': `${format === 'ttl' ? 'text/turtle' : 'application/ld+json'}; charset=utf-8`,
      ...openToAll,
      ETag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`,
      ...(manifest && { 'Last-Modified': new Date(manifest.madeAt).toUTCString() }),
    },
  });
}
