import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { projectRoot } from '~/db/project-root';

/** One file of ours. */
export interface Source {
  /** Relative to the root, with slashes. */
  file: string;
  text: string;
}

/** @param folders relative to the root; @param extensions of the files' names, all without */
export function listSources(folders: readonly string[], extensions?: readonly string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(projectRoot, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && (extensions?.some((extension) => entry.name.endsWith(extension)) ?? true))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((absolute) => ({
        file: path.relative(projectRoot, absolute).replaceAll(path.sep, '/'),
        text: readFileSync(absolute, 'utf8'),
      })),
  );
}

export interface Import {
  /** As it is written. */
  from: string;
  /** Of a file of ours: relative to the root, without extension. null for a package. */
  target: string | null;
  /** Only types: nothing of it is left when the program runs. */
  isType: boolean;
}

/** Everything a file imports, exports from elsewhere or imports when it runs. */
export function importsOf({ file, text }: Source): Import[] {
  const parsed = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kindOf(file));
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, isType: boolean): void => {
    if (!specifier || !ts.isStringLiteral(specifier)) return;
    found.push({ from: specifier.text, target: targetOf(file, specifier.text), isType });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeImport(node.importClause));
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
}

function kindOf(file: string): ts.ScriptKind {
  return file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
}

function isTypeImport(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const names = clause.namedBindings;
  if (clause.name || !names || !ts.isNamedImports(names)) return false;
  return names.elements.length > 0 && names.elements.every((element) => element.isTypeOnly);
}

function targetOf(file: string, specifier: string): string | null {
  const joined = specifier.startsWith('~/')
    ? specifier.slice(2)
    : specifier.startsWith('.')
      ? path.posix.join(path.posix.dirname(file), specifier)
      : null;
  return joined?.replace(/\.[cm]?[jt]sx?$/, '') ?? null;
}

/** @returns `@scope/name` or `name`; null for what Node brings along */
export function packageOf(specifier: string): string | null {
  if (specifier.startsWith('node:') || specifier.startsWith('virtual:')) return null;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
