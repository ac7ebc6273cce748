import type { Dump } from './dump';
import { type DumpColumn, dumpTables } from './dump-tables';

/** The types of Table Schema for those of our columns. Yes and no are as PostgreSQL writes them. */
const types: Readonly<Record<DumpColumn['type'], object>> = {
  text: { type: 'string' },
  number: { type: 'number' },
  'yes/no': { type: 'boolean', trueValues: ['t', 'true'], falseValues: ['f', 'false'] },
  day: { type: 'date' },
  moment: { type: 'datetime' },
  list: { type: 'string' },
  object: { type: 'any' },
};

/**
 * The data dictionary of a dump, for people and programs: what each file holds and what each column means, as a Data Package
 * (datapackage.org).
 */
export function dataPackageOf({ madeAt, licence, files }: Omit<Dump, 'dictionary'>) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'snitfladeklar',
    title: 'Approved declarations of how products support the common municipal interfaces in Denmark',
    created: madeAt,
    licenses: [{ title: licence.name, path: licence.url }],
    sources: [{ title: licence.attribution }],
    resources: files.flatMap(({ name, sha256 }) => {
      const [table = '', format = ''] = name.split('.');
      const found = dumpTables.find((each) => each.name === table);
      if (!found) return [];
      return {
        name: `${table}-${format}`,
        path: name,
        description: found.description,
        format,
        mediatype: format === 'csv' ? 'text/csv' : 'application/jsonl',
        encoding: 'utf-8',
        compression: 'gz',
        hash: `sha256:${sha256}`,
        schema: {
          fields: found.columns.map(({ name: field, type, description }) => ({
            name: field,
            ...types[type],
            description,
          })),
        },
      };
    }),
  };
}
