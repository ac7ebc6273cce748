import * as z from 'zod';
import { idSchema, textSchema } from './questionnaire/definition';
import { interfaceStatuses } from './words';

/**
 * The interface catalogue as data: db/content/catalogue/interfaces.yaml has this shape, in the order in which people
 * meet the interfaces. See docs/questionnaire.md.
 */

/** An SF number or a slug: part of addresses and of answers' keys. */
const interfaceIdSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, 'must be letters, digits, _ and -');
const daySchema = z.iso.date('must be a day, yyyy-mm-dd');
const linesSchema = z.array(z.string().min(1)).default([]);

const versionSchema = z.strictObject({
  label: z.string().min(1),
  /** From when it can be used, until when it is wise to, and from when it cannot be used any more. */
  availableOn: daySchema.nullable().default(null),
  sunsetOn: daySchema.nullable().default(null),
  retiredOn: daySchema.nullable().default(null),
});

const interfaceSchema = z.strictObject({
  id: interfaceIdSchema,
  name: textSchema,
  /** Other words that people search for it by. */
  alsoCalled: linesSchema,
  group: idSchema,
  platform: z.string().min(1),
  protocols: linesSchema,
  direction: z.enum(['outbound', 'inbound', 'both']),
  kind: idSchema,
  status: z.enum(interfaceStatuses),
  /**
   * Newest first, and only versions that follow one another: an answer with a later one counts as outdated. A version
   * stands here only once it can be used; until then the note tells of it.
   */
  versions: z.array(versionSchema).default([]),
  summary: textSchema,
  source: z.string().min(1),
  moreSources: linesSchema,
  note: textSchema.nullable().default(null),
  /** How sure we are of what stands here. */
  confidence: z.enum(['high', 'medium', 'low']),
  services: linesSchema,
  /** Versions of the services behind it, which do not follow one another. */
  serviceVersions: linesSchema,
  roles: linesSchema,
  dataDelimitations: linesSchema,
  replacedBy: z.array(interfaceIdSchema).default([]),
  dependsOn: z.array(interfaceIdSchema).default([]),
  /** Agreed between one supplier and the infrastructure, not open to everybody. */
  bilateral: z.boolean().default(false),
});
export type CatalogueInterface = z.infer<typeof interfaceSchema>;

export const catalogueSchema = z.strictObject({
  version: z.string().min(1),
  groups: z.array(z.strictObject({ id: idSchema, name: textSchema })).min(1),
  interfaces: z.array(interfaceSchema).min(1),
});
export type CatalogueContent = z.infer<typeof catalogueSchema>;

export const municipalitySchema = z.strictObject({
  code: z.string().regex(/^\d{4}$/, 'must be four digits'),
  name: z.string().min(1, 'is empty'),
  cvr: z.string().regex(/^\d{8}$/, 'must be eight digits'),
  region: z.string().min(1, 'is empty'),
});
export type MunicipalityContent = z.infer<typeof municipalitySchema>;

export const kleGroupSchema = z.strictObject({
  number: z.string().regex(/^\d\d$/, 'must be two digits'),
  title: z.string().min(1, 'is empty'),
});
export type KleGroupContent = z.infer<typeof kleGroupSchema>;

/** Something wrong in data, and where: keys and indices from the top. */
export interface DataProblem {
  path: readonly (string | number)[];
  message: string;
}

export type CheckedCatalogue = { ok: true; catalogue: CatalogueContent } | { ok: false; problems: DataProblem[] };

/** Checks the catalogue as data: its shape, unique ids, and that everything that is named exists. */
export function checkCatalogue(raw: unknown): CheckedCatalogue {
  const parsed = catalogueSchema.safeParse(raw);
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) };
  const problems = [...duplicates(parsed.data), ...unknownNames(parsed.data)];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, catalogue: parsed.data };
}

function duplicates({ groups, interfaces }: CatalogueContent): DataProblem[] {
  return [
    ...repeated(groups.map(({ id }) => id)).map((index) => ({
      path: ['groups', index, 'id'],
      message: `the group "${groups[index]?.id}" stands here twice`,
    })),
    // Addresses do not tell upper from lower case apart everywhere.
    ...repeated(interfaces.map(({ id }) => id.toLowerCase())).map((index) => ({
      path: ['interfaces', index, 'id'],
      message: `the interface "${interfaces[index]?.id}" stands here twice`,
    })),
    ...interfaces.flatMap(({ versions }, index) =>
      repeated(versions.map(({ label }) => label)).map((version) => ({
        path: ['interfaces', index, 'versions', version, 'label'],
        message: `the version "${versions[version]?.label}" stands here twice`,
      })),
    ),
  ];
}

function unknownNames({ groups, interfaces }: CatalogueContent): DataProblem[] {
  const groupIds = new Set(groups.map(({ id }) => id));
  const ids = new Set(interfaces.map(({ id }) => id));
  return interfaces.flatMap((entry, index) => [
    ...(groupIds.has(entry.group)
      ? []
      : [{ path: ['interfaces', index, 'group'], message: `there is no group "${entry.group}"` }]),
    ...(['replacedBy', 'dependsOn'] as const).flatMap((field) =>
      entry[field].flatMap((id, place) =>
        ids.has(id)
          ? []
          : [{ path: ['interfaces', index, field, place], message: `there is no interface "${id}" in the catalogue` }],
      ),
    ),
  ]);
}

/** @returns the indices of values that stand earlier in the list already */
export function repeated(values: readonly string[]): number[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
}

/** A schema's problems as paths and sentences; of a union's branches, the one that came furthest speaks. */
export function problemsOf(error: z.core.$ZodError): DataProblem[] {
  return error.issues.flatMap((issue) => problemsOfIssue(issue, []));
}

function problemsOfIssue(issue: z.core.$ZodIssue, above: readonly (string | number)[]): DataProblem[] {
  const path = [...above, ...issue.path.filter((part) => typeof part !== 'symbol')];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], message: `"${key}" is not known here` }));
  }
  if (issue.code === 'invalid_union') {
    const furthest = issue.errors.filter((branch) => branch.some(({ path: deeper }) => deeper.length > 1));
    const [branch] = furthest;
    if (branch && furthest.length === 1) return branch.flatMap((deeper) => problemsOfIssue(deeper, path));
  }
  const isMissing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined');
  return [{ path, message: isMissing ? 'is missing' : issue.message }];
}
