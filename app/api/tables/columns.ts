import * as z from 'zod';

/** A cell before it is written: numbers and yes/no stay what they are where a format knows them. */
export type Cell = string | number | boolean | null;

export interface TableColumn {
  /** The path in the JSON answer, with dots. */
  name: string;
  description: string;
  type: string;
  path: readonly string[];
}

interface JsonSchema {
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  type?: string | string[];
  description?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  enum?: unknown[];
  format?: string;
}

/**
 * The columns of a table that has what a JSON answer has: one for each value, objects within objects as `a.b`, lists of
 * plain values in one cell. Lists of objects are left to JSON, but for one: there is a row for each of its entries.
 * @param expand the list that makes the rows
 */
export function columnsOf(schema: z.ZodType, expand?: string): TableColumn[] {
  const whole = z.toJSONSchema(schema, { target: 'draft-2020-12' }) as JsonSchema;
  return columnsIn(whole, [], whole, expand);
}

function columnsIn(given: JsonSchema, path: readonly string[], whole: JsonSchema, expand?: string): TableColumn[] {
  const schema = resolve(given, whole);
  const description = given.description ?? schema.description ?? '';
  if (schema.properties) {
    return Object.entries(schema.properties).flatMap(([name, inner]) =>
      columnsIn(inner, [...path, name], whole, expand),
    );
  }
  if (schema.items) {
    const item = resolve(schema.items, whole);
    if (item.properties) return path.join('.') === expand ? columnsIn(item, path, whole) : [];
    return [{ name: path.join('.'), description, type: 'list, separated by semicolons', path }];
  }
  return [{ name: path.join('.'), description, type: typeOf(schema), path }];
}

/** Follows references, and takes what may also be null for what it else is. */
function resolve(schema: JsonSchema, whole: JsonSchema): JsonSchema {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    const found = whole.$defs?.[name];
    if (!found) throw new Error(`The schema refers to ${schema.$ref}, which is not in it.`);
    return resolve({ ...found, description: schema.description ?? found.description }, whole);
  }
  const other = schema.anyOf?.filter(({ type }) => type !== 'null') ?? [];
  const [only] = other;
  return only && other.length === 1
    ? resolve({ ...only, description: schema.description ?? only.description }, whole)
    : schema;
}

function typeOf({ type, format, enum: words }: JsonSchema): string {
  if (words) return `one of ${words.join(', ')}`;
  return format ?? (typeof type === 'string' ? type : 'text');
}

/** The rows of one entry of an answer; an entry whose list is empty still has one. */
export function rowsOf(entry: object, columns: readonly TableColumn[], expand?: string): Cell[][] {
  const list = expand === undefined ? [] : valueAt(entry, [expand]);
  const parts = Array.isArray(list) && list.length > 0 ? list : [null];
  return parts.map((part: unknown) =>
    columns.map(({ path: [first = '', ...rest] }) =>
      cellOf(first === expand ? valueAt(part, rest) : valueAt(entry, [first, ...rest])),
    ),
  );
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let at = value;
  for (const name of path) {
    at =
      typeof at === 'object' && at !== null && Object.hasOwn(at, name) ? (at as Record<string, unknown>)[name] : null;
  }
  return at;
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return Array.isArray(value) ? value.map(String).join('; ') : JSON.stringify(value);
}
