/** Reads of cases: for reviewers (case, section; their inbox is read-inbox.ts), for the supplier, and what a stale screen has missed. */
export { type CaseStep, listCaseSteps } from './history';
export {
  type CaseDecision,
  type CaseNote,
  type CaseSection,
  findCaseFor,
  type ReviewedCase,
  readCase,
} from './read-case';
export {
  type EarlierAnswer,
  type ReviewedAnswer,
  type ReviewedSection,
  readCaseSection,
  type SeenVerdict,
} from './read-section';
export {
  readSupplierCase,
  readSupplierCaseOf,
  type SharedVerdict,
  type SupplierCase,
  type Voice,
} from './read-supplier-case';
