import { getDocumentProxy } from 'unpdf';

/**
 * What of PDF/UA-1 (ISO 14289-1) a program can decide of our files, as the Matterhorn protocol numbers it, read by pdf.js:
 * another program than the one that writes them. What only a person can see (whether a heading is one) is not here, nor
 * what our files never have: forms, links, pictures, tables.
 */

interface Tree {
  role?: string;
  type?: string;
  id?: string;
  children?: Tree[];
}
type TextItem = { str: string } | { type: string; id?: string | null; tag?: string };

/** Roles of ISO 32000-1, 14.8.4, that our files use; another one would need a role map. */
const standardRoles = ['Root', 'Document', 'H1', 'H2', 'H3', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Span'];
const parents: Readonly<Record<string, string>> = { LI: 'L', Lbl: 'LI', LBody: 'LI' };

/** @returns a line for each thing that is wrong; none for a file that conforms */
export async function findPdfUaProblems(
  bytes: Uint8Array,
  wanted: { title: string; language: string },
): Promise<string[]> {
  const raw = Buffer.from(bytes).toString('latin1');
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const problems = [...(await listDocumentProblems(pdf, wanted)), ...listObjectProblems(raw, pdf.numPages)];
  const roles: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const tree = (await page.getStructTree()) as Tree | null;
    if (!tree) {
      problems.push(`page ${number} has no tags (01-005)`);
      continue;
    }
    const found = readTree(tree);
    roles.push(...found.roles);
    problems.push(...found.problems);
    const { items } = await page.getTextContent({ includeMarkedContent: true } as object);
    problems.push(...listContentProblems(items as TextItem[], found.content).map((each) => `page ${number}: ${each}`));
  }
  return [...problems, ...listHeadingProblems(roles)];
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

async function listDocumentProblems(pdf: Pdf, { title, language }: { title: string; language: string }) {
  const found = await pdf.getMetadata();
  const info = found.info as unknown as Record<string, unknown>;
  const metadata = found.metadata as unknown as { getRaw(): string } | null;
  const xmp = metadata?.getRaw() ?? '';
  const mark = await pdf.getMarkInfo();
  const preferences = await pdf.getViewerPreferences();
  return [
    metadata ? '' : 'there is no XMP metadata (06-001)',
    /pdfuaid:part(?:>|=")\s*1/.test(xmp) ? '' : 'the metadata does not say PDF/UA-1 (06-002)',
    /<dc:title>/.test(xmp) ? '' : 'the metadata has no title (06-003)',
    info.Title === title ? '' : `the title is ${info.Title} (06-004)`,
    (preferences as { DisplayDocTitle?: boolean } | null)?.DisplayDocTitle ? '' : 'the title is not shown (07-001)',
    info.Language === language ? '' : `the language is ${info.Language} (11-006)`,
    mark?.Marked ? '' : 'the file is not marked as tagged (06-001, 7.1)',
    (mark as { Suspects?: boolean } | null)?.Suspects ? 'tags are called suspect (02-001)' : '',
    info.IsXFAPresent ? 'there is a dynamic form (25-001)' : '',
  ].filter((each) => each !== '');
}

/** Of the file's objects, which are written uncompressed. */
function listObjectProblems(raw: string, pages: number): string[] {
  const count = (pattern: RegExp) => raw.match(pattern)?.length ?? 0;
  return [
    count(/\/Type \/FontDescriptor/g) === count(/\/FontFile[23]? \d+ 0 R/g) ? '' : 'a font is not embedded (31-009)',
    count(/\/Subtype \/Type0/g) === count(/\/ToUnicode \d+ 0 R/g) ? '' : 'a font does not map to Unicode (10-001)',
    count(/\/StructParents \d+/g) === pages ? '' : 'a page does not lead to its tags (ISO 32000-1, 14.7.4.4)',
    count(/\/ParentTree(?:\s|<)/g) === 1 ? '' : 'content does not lead to its tags (ISO 32000-1, 14.7.4.4)',
    count(/\/Subtype \/Link/g) === 0 ? '' : 'there are links, which this check does not know',
    count(/\/Encrypt \d+ 0 R/g) === 0 ? '' : 'the file is encrypted (26-001)',
  ].filter((each) => each !== '');
}

function readTree(tree: Tree, above = ''): { roles: string[]; content: string[]; problems: string[] } {
  const { role, type, id, children = [] } = tree;
  const below = children.map((child) => readTree(child, role ?? above));
  const needed = role === undefined ? undefined : parents[role];
  const own = [
    role !== undefined && !standardRoles.includes(role) ? `${role} is no standard role (02-001)` : '',
    needed !== undefined && needed !== above ? `${role} stands in ${above}, not in ${needed} (09-004)` : '',
  ].filter((each) => each !== '');
  return {
    roles: [...(role ? [role] : []), ...below.flatMap(({ roles }) => roles)],
    content: [...(type === 'content' && id ? [id] : []), ...below.flatMap(({ content }) => content)],
    problems: [...own, ...below.flatMap(({ problems }) => problems)],
  };
}

/** Everything that is drawn is either in the tree, once, or an artefact. */
function listContentProblems(items: readonly TextItem[], inTree: readonly string[]): string[] {
  const problems: string[] = [];
  const open: { tag: string; id: string | null }[] = [];
  const drawn = new Set<string>();
  for (const item of items) {
    if ('str' in item) {
      const isArtifact = open.some(({ tag }) => tag === 'Artifact');
      const id = open.findLast((each) => each.id !== null)?.id;
      if (item.str.trim() === '' || isArtifact) continue;
      if (!id) problems.push(`"${item.str}" is neither tagged nor an artefact (01-003, 01-004)`);
      else drawn.add(id);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push({ tag: item.tag ?? '', id: item.id ?? null });
  }
  if (open.length > 0) problems.push('marked content has no end');
  if (new Set(inTree).size !== inTree.length) problems.push('something is in the tree twice');
  for (const id of drawn) if (!inTree.includes(id)) problems.push(`${id} is not in the tree (01-006)`);
  return problems;
}

/** The first heading is of the first level, there is one of it, and no level is left out. */
function listHeadingProblems(roles: readonly string[]): string[] {
  const levels = roles.flatMap((role) => (/^H[1-6]$/.test(role) ? [Number(role.slice(1))] : []));
  const skipped = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
  return [
    levels.filter((level) => level === 1).length === 1 ? '' : 'there is not exactly one title (14-002)',
    skipped.length === 0 ? '' : `a heading of level ${skipped[0]} skips one (14-003)`,
  ].filter((each) => each !== '');
}
