import { hashOf } from './canonical';
import type { EvidenceFacts } from './evidence';

/**
 * Over all that a reviewer judges: what it is, what it shows, on what and since when. The file's name is not part of
 * it. What is not stated of its subject is left out, so that evidence from before it was asked for keeps its hash.
 */
export function evidenceHash(facts: EvidenceFacts, fileHash: string | null): string {
  const { type, title, url, municipalityCode, observedOn, validTo, productVersion, environment } = facts;
  return hashOf({
    type,
    title,
    url,
    municipalityCode,
    observedOn,
    validTo,
    fileHash,
    ...(productVersion === null ? {} : { productVersion }),
    ...(environment === null ? {} : { environment }),
  });
}
