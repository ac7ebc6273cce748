import type { Evidence } from '~/db/declarations';
import type { EvidenceEnvironment } from '~/workflows/words';

/** A piece of evidence as its supplier's pages show it. */
export interface EvidenceView {
  id: string;
  type: string;
  title: string;
  url: string | null;
  fileName: string | null;
  municipalityCode: string | null;
  /** yyyy-mm-dd. */
  observedOn: string;
  validTo: string | null;
  productVersion: string | null;
  environment: EvidenceEnvironment | null;
}

export function evidenceViewOf(evidence: Evidence): EvidenceView {
  const { id, type, title, url, fileName, municipalityCode, observedOn, validTo, productVersion, environment } =
    evidence;
  return { id, type, title, url, fileName, municipalityCode, observedOn, validTo, productVersion, environment };
}
