import { translator } from '~/app/i18n/texts';
import { workbookTexts } from '~/app/i18n/workbook';
import { listInterfaces, listMunicipalities } from '~/db/catalogue';
import type { Db } from '~/db/client';
import type { Language } from '~/workflows/words';
import { writeDeclarationCsv } from './csv-layout';
import { type ExportedDeclaration, type LayoutContext, layOutWorkbook } from './workbook-layout';
import { writeWorkbook } from './write-workbook.server';

/** The declaration as a workbook, in the reader's language. */
export function exportWorkbook(exported: ExportedDeclaration, context: LayoutContext): Uint8Array {
  const sheets = layOutWorkbook(exported, context);
  return writeWorkbook(sheets, translator(workbookTexts, context.language)('choicesSheet'));
}

/** The declaration as CSV, as Danish Excel reads it. */
export function exportCsv(exported: ExportedDeclaration, context: LayoutContext): string {
  return writeDeclarationCsv(exported, context);
}

export async function layoutContext(db: Db, language: Language, now: Date): Promise<LayoutContext> {
  return {
    language,
    municipalities: await listMunicipalities(db),
    interfaceNames: new Map((await listInterfaces(db)).map(({ id, name }) => [id, name])),
    now,
  };
}
