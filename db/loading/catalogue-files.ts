import path from 'node:path';
import {
  type CatalogueContent,
  checkCatalogue,
  type KleGroupContent,
  kleGroupSchema,
  type MunicipalityContent,
  municipalitySchema,
} from '~/workflows/catalogue';
import type { ContentIssue } from './content-problem';
import { parseCsv } from './csv-file';
import { hashSources, readSource } from './read-file';
import { parseYaml } from './yaml-file';

/** One part of the content: what it is called in loaded_content, the hash of its files, and how to read them. */
export interface ContentPart<T> {
  name: string;
  hash: string;
  read(): { ok: true; value: T } | { ok: false; issues: ContentIssue[] };
}

/** @param folder db/content, or another folder of the same shape */
export function cataloguePart(folder: string): ContentPart<CatalogueContent> {
  const source = readSource(path.join(folder, 'catalogue', 'interfaces.yaml'));
  return {
    name: 'catalogue',
    hash: hashSources([source]),
    read: () => {
      const parsed = parseYaml(source);
      if (!parsed.ok) return parsed;
      const checked = checkCatalogue(parsed.file.value);
      if (!checked.ok) return { ok: false, issues: parsed.file.locate(checked.problems) };
      return { ok: true, value: checked.catalogue };
    },
  };
}

export function municipalitiesPart(folder: string): ContentPart<MunicipalityContent[]> {
  const source = readSource(path.join(folder, 'catalogue', 'municipalities.csv'));
  return {
    name: 'municipalities',
    hash: hashSources([source]),
    read: () => {
      const columns = ['code', 'name', 'cvr', 'region'] as const;
      const parsed = parseCsv(source, columns, municipalitySchema, ['code', 'name', 'cvr']);
      return parsed.ok ? { ok: true, value: parsed.rows } : parsed;
    },
  };
}

export function klePart(folder: string): ContentPart<KleGroupContent[]> {
  const source = readSource(path.join(folder, 'catalogue', 'kle.csv'));
  return {
    name: 'kle',
    hash: hashSources([source]),
    read: () => {
      const parsed = parseCsv(source, ['number', 'title'], kleGroupSchema, ['number']);
      return parsed.ok ? { ok: true, value: parsed.rows } : parsed;
    },
  };
}
