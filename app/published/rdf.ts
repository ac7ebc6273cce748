/** Statements about things (RDF 1.1), as few kinds as the catalogue needs, and the two ways to write them down. */
export type Term =
  | { iri: string }
  | { text: string; language?: string }
  /** @param type one of XML Schema's, e.g. `date` */
  | { value: string; type: string };

export interface Thing {
  /** A whole address, or `_:name` for what has none. */
  id: string;
  types: readonly string[];
  /** By a property with its prefix, e.g. `dct:title`. */
  properties: readonly (readonly [property: string, value: Term])[];
}

export type Prefixes = Readonly<Record<string, string>>;

const xsd = 'http://www.w3.org/2001/XMLSchema#';

/** JSON-LD 1.1 with its context in it: nothing has to be fetched to read it. */
export function jsonLdOf(things: readonly Thing[], prefixes: Prefixes): string {
  const graph = things.map(({ id, types, properties }) => {
    const node: Record<string, unknown> = { '@id': id, '@type': types };
    for (const [property, value] of properties) {
      const values = node[property];
      node[property] = [...(Array.isArray(values) ? values : []), jsonLdValue(value)];
    }
    return node;
  });
  return `${JSON.stringify({ '@context': prefixes, '@graph': graph }, null, 2)}\n`;
}

function jsonLdValue(term: Term): Record<string, string> {
  if ('iri' in term) return { '@id': term.iri };
  if ('type' in term) return { '@value': term.value, '@type': xsd + term.type };
  return { '@value': term.text, ...(term.language === undefined ? {} : { '@language': term.language }) };
}

/** Turtle (RDF 1.1). */
export function turtleOf(things: readonly Thing[], prefixes: Prefixes): string {
  const head = Object.entries(prefixes).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .`);
  const blocks = things.map(({ id, types, properties }) => {
    const said = [
      ...(types.length > 0 ? [`a ${types.join(', ')}`] : []),
      ...properties.map(([property, value]) => `${property} ${turtleTerm(value)}`),
    ];
    return `${subjectOf(id)}\n  ${said.join(' ;\n  ')} .`;
  });
  return `${[head.join('\n'), ...blocks].join('\n\n')}\n`;
}

function turtleTerm(term: Term): string {
  if ('iri' in term) return subjectOf(term.iri);
  if ('type' in term) return `${quoted(term.value)}^^<${xsd}${term.type}>`;
  return quoted(term.text) + (term.language === undefined ? '' : `@${term.language}`);
}

/** Characters that an address must not hold in angle brackets are written as percent signs. */
function subjectOf(id: string): string {
  if (id.startsWith('_:')) return id;
  return `<${id.replace(/[\p{Cc}\s<>"{}|^`\\]/gu, (character) => encodeURIComponent(character))}>`;
}

/** JSON's escapes are Turtle's too. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
