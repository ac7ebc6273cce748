import type { ReviewedCase } from '~/db/cases/read';

export type NowKey =
  | 'nowScreening'
  | 'nowReview'
  | 'nowChanges'
  | 'nowHearing'
  | 'nowLead'
  | 'nowSecond'
  | 'nowAppealed'
  | 'nowPublished'
  | 'nowExpired'
  | 'nowSuspended'
  | 'nowUpheld'
  | 'nowOverturned'
  | 'nowClosed';

/** The text that says what happens now in a case. */
export function nowKey({ state, step }: Pick<ReviewedCase, 'state' | 'step'>): NowKey {
  switch (state) {
    case 'submitted':
    case 'screening':
      return 'nowScreening';
    case 'review':
      return 'nowReview';
    case 'changes-requested':
      return 'nowChanges';
    case 'hearing':
      return 'nowHearing';
    case 'decision':
      return step === 'second-pair-of-eyes' ? 'nowSecond' : 'nowLead';
    case 'appealed':
      return 'nowAppealed';
    case 'approved':
    case 'partially-approved':
    case 'expiring':
      return 'nowPublished';
    case 'expired':
      return 'nowExpired';
    case 'suspended':
      return 'nowSuspended';
    case 'upheld':
      return 'nowUpheld';
    case 'overturned':
      return 'nowOverturned';
    default:
      return 'nowClosed';
  }
}
