import { createRequire } from 'node:module';
import type { Node, ParsedNode } from 'yaml';
import type { DataProblem } from '~/workflows/catalogue';
import type { ContentIssue } from './content-problem';
import { decode, type SourceFile } from './read-file';

export interface YamlFile {
  name: string;
  value: unknown;
  /** Problems in this file's data, as lines of the file. */
  locate(problems: readonly DataProblem[]): ContentIssue[];
}

export type ParsedYaml = { ok: true; file: YamlFile } | { ok: false; issues: ContentIssue[] };

const require = createRequire(import.meta.url);
/** Loaded with the first file that is read: at most starts none has changed since it was loaded (db/content.ts). */
const loadYaml = (): typeof import('yaml') => require('yaml');

/** Reads YAML 1.2 and remembers where everything stands. */
export function parseYaml(source: SourceFile): ParsedYaml {
  const { name } = source;
  if (source.bytes.length === 0)
    return { ok: false, issues: [{ file: name, line: null, message: 'is missing or empty' }] };
  const text = decode(source);
  if (text === undefined) return { ok: false, issues: [{ file: name, line: null, message: 'is not UTF-8' }] };
  const { LineCounter, parseDocument, visit } = loadYaml();
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const issueAt = (offset: number, message: string) => ({ file: name, line: lines.linePos(offset).line, message });
  const issues = document.errors.map(({ message, pos }) => issueAt(pos[0], message));
  // A handful of aliases can stand for more data than there is memory, and editors can do without.
  visit(document, {
    Alias: (_, { range }) => void issues.push(issueAt(range?.[0] ?? 0, 'aliases are not used here; write it out')),
  });
  if (issues.length > 0) return { ok: false, issues };
  const lineOf = (path: DataProblem['path']) => {
    const offset = offsetOf(document.contents, path);
    return offset === null ? null : lines.linePos(offset).line;
  };
  const locate = (problems: readonly DataProblem[]) =>
    problems.map(({ path, message }) => ({ file: name, line: lineOf(path), message: `${writePath(path)}${message}` }));
  return { ok: true, file: { name, value: document.toJS({ maxAliasCount: 0 }), locate } };
}

function writePath(path: DataProblem['path']): string {
  return path.length === 0 ? '' : `${path.join('.')}: `;
}

/** Where a path begins in the text: at its key, or as far down as the data reaches. */
function offsetOf(root: ParsedNode | Node | null, path: DataProblem['path']): number | null {
  const { isMap, isScalar, isSeq } = loadYaml();
  let node: unknown = root;
  let offset = startOf(root);
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === part);
      if (!pair) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof part === 'number') {
      node = node.items[part];
      offset = startOf(node) ?? offset;
    } else break;
  }
  return offset;
}

function startOf(node: unknown): number | null {
  const { isMap, isScalar, isSeq } = loadYaml();
  const range = isMap(node) || isSeq(node) || isScalar(node) ? node.range : null;
  return range ? range[0] : null;
}
