import { defineTexts } from './texts';

/** Of a case's package for a municipality's own records system, and of the link to it. */
export const journalTexts = defineTexts({
  link: { da: 'Hent sagen til eget arkiv (zip)', en: 'Download the case for your own records (zip)' },
  linkHint: {
    da: 'Indsendelser, vurderinger, afgørelse, breve, filer og log med kontrolsummer.',
    en: 'Submissions, verdicts, decision, letters, files and log with checksums.',
  },
  chartHeading: { da: 'Sagens vej', en: 'The way of the case' },
  chartSummary: { da: 'Se sagens vej på diagrammet', en: 'See the way of the case on the chart' },
  chartAlt: {
    da: 'Diagram over en sags vej. Det, denne sag har været igennem, er tydeligt; resten er svagt. Listen med sagens forløb siger det samme i ord.',
    en: 'Chart of the way of a case. What this case has been through is distinct; the rest is faint. The list of its steps says the same in words.',
  },
  title: { da: 'Sag {number}: {product}', en: 'Case {number}: {product}' },
  supplier: { da: 'Leverandør', en: 'Supplier' },
  supplierWithCvr: { da: '{name}, CVR {cvr}', en: '{name}, CVR {cvr}' },
  municipality: { da: 'Ansvarlig kommune', en: 'Responsible municipality' },
  notRouted: { da: 'Ikke fordelt', en: 'Not routed' },
  state: { da: 'Tilstand', en: 'State' },
  opened: { da: 'Oprettet', en: 'Opened' },
  undecided: { da: 'Sagen er ikke afgjort.', en: 'The case is not decided.' },
  decision: { da: 'Afgørelse', en: 'Decision' },
  outcome: { da: 'Udfald', en: 'Outcome' },
  decidedAt: { da: 'Afgjort', en: 'Decided' },
  proposedBy: { da: 'Indstillet af', en: 'Proposed by' },
  confirmedBy: { da: 'Bekræftet af', en: 'Confirmed by' },
  reasons: { da: 'Begrundelse', en: 'Reasons' },
  submission: { da: 'Indsendelse {number}', en: 'Submission {number}' },
  sentBy: { da: 'Indsendt {date} af {person}.', en: 'Sent {date} by {person}.' },
  evidence: { da: 'Dokumentation', en: 'Evidence' },
  verdict: { da: 'Vurdering', en: 'Verdict' },
  replacedVerdict: { da: 'Tidligere vurdering', en: 'Earlier verdict' },
  notes: { da: 'Bemærkninger til sagen', en: 'Notes on the case' },
  messages: { da: 'Beskeder om de enkelte svar', en: 'Messages about single answers' },
  shared: { da: 'læses også af leverandøren', en: 'read by the supplier too' },
  internal: { da: 'internt', en: 'internal' },
});
