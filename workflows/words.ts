/**
 * The domain's closed vocabularies (see docs/glossary.md), in the order in which people should meet them.
 * Browser code may import this file: it has no imports of its own.
 */

export const languages = ['da', 'en'] as const;
export type Language = (typeof languages)[number];

/** A text for people in every language of the portal. */
export type Text = Readonly<Record<Language, string>>;

/** How a product supports an interface, best first. */
export const supportLevels = [
  'in_production',
  'ready',
  'in_development',
  'planned',
  'via_other',
  'not_supported',
  'not_relevant',
] as const;
export type SupportLevel = (typeof supportLevels)[number];

/** A reviewer's judgement of one answer. */
export const verdictKinds = ['accepted', 'accepted-with-remark', 'needs-elaboration', 'rejected'] as const;
export type VerdictKind = (typeof verdictKinds)[number];

/** Verdicts with which an answer may become public. */
export const approvingVerdicts = ['accepted', 'accepted-with-remark'] as const satisfies readonly VerdictKind[];

/** How far an approved answer is proven, lowest first. */
export const rungs = ['claimed', 'documented', 'reviewed', 'checked', 'in-use'] as const;
export type Rung = (typeof rungs)[number];

/** The one outcome of a case. */
export const outcomes = ['approved', 'partially-approved', 'rejected'] as const;
export type Outcome = (typeof outcomes)[number];

/** Where a case can be, as one word; the chart in case.machine.ts has finer states inside `review` and `decision`. */
export const caseStates = [
  'draft',
  'submitted',
  'screening',
  'review',
  'changes-requested',
  'hearing',
  'decision',
  'approved',
  'partially-approved',
  'rejected',
  'withdrawn',
  'appealed',
  'upheld',
  'overturned',
  'expiring',
  'expired',
  'suspended',
  'revoked',
  'superseded',
] as const;
export type CaseState = (typeof caseStates)[number];

/** What can be done to a case: the machine's events, and the values of the buttons that send them. */
export const caseEvents = [
  'submit',
  'resubmit',
  'withdraw',
  'route',
  'return-incomplete',
  'claim',
  'release',
  'assess',
  'reopen',
  'request-changes',
  'lapse',
  'open-hearing',
  'answer-hearing',
  'close-hearing',
  'propose',
  'return',
  'confirm',
  'expire-soon',
  'expire',
  'suspend',
  'reinstate',
  'revoke',
  'supersede',
  'appeal',
  'uphold',
  'overturn',
] as const;
export type CaseEventType = (typeof caseEvents)[number];

/** States before the decision: a declaration has one case in these at most, and its supplier can withdraw it. */
export const openCaseStates = [
  'draft',
  'submitted',
  'screening',
  'review',
  'changes-requested',
  'hearing',
  'decision',
] as const satisfies readonly CaseState[];

/** States of a section within the review. */
export const sectionStates = ['waiting', 'claimed', 'assessed'] as const;
export type SectionState = (typeof sectionStates)[number];

export const supplierRoles = ['editor', 'signatory', 'supplier-admin'] as const;
export const municipalRoles = ['reviewer', 'lead-reviewer', 'municipal-admin'] as const;
export const portalRoles = ['coordinator', 'auditor'] as const;
export const roles = [...supplierRoles, ...municipalRoles, ...portalRoles] as const;
export type Role = (typeof roles)[number];

/** What kind of product a declaration is about; proposes interfaces together with the KLE areas. */
export const productTypes = [
  'fagsystem',
  'esdh',
  'oekonomi',
  'selvbetjening',
  'brugerstyring',
  'integration',
  'andet',
] as const;
export type ProductType = (typeof productTypes)[number];

/** The life of an interface in the catalogue. */
export const interfaceStatuses = [
  'in_operation',
  'under_development',
  'closed_for_new_users',
  'replaced',
  'retired',
  'unknown',
] as const;
export type InterfaceStatus = (typeof interfaceStatuses)[number];

/** Where what a piece of evidence shows ran. */
export const evidenceEnvironments = ['test', 'production'] as const;
export type EvidenceEnvironment = (typeof evidenceEnvironments)[number];
