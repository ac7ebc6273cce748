/** Whether a municipality can decide a case today, or what is missing. */
export const decidingStates = ['alone', 'with-others', 'leads-away', 'no-lead', 'nobody'] as const;
export type DecidingState = (typeof decidingStates)[number];

/** People with a present role in the municipality; each counts once, a lead reviewer who also reviews as lead. */
export interface MunicipalPeople {
  reviewers: number;
  leads: number;
  /** Of the lead reviewers, those who are at work today. */
  leadsThere: number;
}

/**
 * A lead reviewer has to propose the decision and another one to confirm it. Where the municipality has only one, the
 * second pair of eyes comes from elsewhere (db/mail/notice.ts asks them), so that it can decide, but not alone.
 */
export function decidingOf({ reviewers, leads, leadsThere }: MunicipalPeople): DecidingState {
  if (reviewers + leads === 0) return 'nobody';
  if (leads === 0) return 'no-lead';
  if (leadsThere === 0) return 'leads-away';
  return leadsThere === 1 ? 'with-others' : 'alone';
}

export const canDecide = (state: DecidingState): boolean => state === 'alone' || state === 'with-others';

/** By what the list of municipalities can be sorted. */
export const municipalitySorts = ['name', 'code', 'region', 'people', 'cases', 'rules', 'deciding'] as const;
export type MunicipalitySort = (typeof municipalitySorts)[number];
