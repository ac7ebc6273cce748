import { Alert, ErrorSummary, type FieldProblem, PageHeading } from '~/app/components';
import { accessWorkTexts } from '~/app/i18n/access';
import { supplierPeopleTexts } from '~/app/i18n/supplier-people';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import { ColleagueForm } from './colleague-form';
import { Colleagues } from './colleagues';
import { InviteForm, OpenInvitations } from './invitations';
import type { PeopleView } from './people-view.server';
import { StewardForm, Stewards } from './stewards';

/** What has been done, as the address says it. */
export const peopleDone = ['invited', 'resent', 'withdrawn', 'roles', 'ended', 'stewards'] as const;
export type PeopleDone = (typeof peopleDone)[number];

export interface RefusedPeople {
  errors: FieldProblem[];
  /** What was typed and chosen, so that nothing has to be written again. */
  typed: Readonly<Record<string, string[]>>;
}

interface PeoplePageProps {
  view: PeopleView;
  done: PeopleDone | null;
  refused: RefusedPeople | undefined;
}

export function PeoplePage({ view, done, refused }: PeoplePageProps) {
  const t = useTexts(supplierPeopleTexts);
  const access = useTexts(accessWorkTexts);
  const to = usePaths();
  const colleague = view.colleagues.find(({ personId }) => personId === view.openPerson);
  const product = view.products.find(({ id }) => id === view.openProduct);
  return (
    <>
      {refused ? <ErrorSummary errors={refused.errors} /> : <Done done={done} />}
      <PageHeading caption={view.supplierName} lead={t('lead')}>
        {t('title')}
      </PageHeading>
      {!view.mayManage && <p>{t('readOnly')}</p>}
      {colleague && <ColleagueForm view={view} colleague={colleague} refused={refused} />}
      {product && <StewardForm view={view} product={product} refused={refused} />}
      <Colleagues view={view} />
      {view.mayManage && (
        <>
          <OpenInvitations view={view} />
          <p>
            <a href={to.supplier.accessRequests()}>{access('supplierTitle')}</a>
          </p>
          {!colleague && !product && <InviteForm view={view} refused={refused} />}
        </>
      )}
      <Stewards view={view} />
    </>
  );
}

function Done({ done }: { done: PeopleDone | null }) {
  const t = useTexts(supplierPeopleTexts);
  if (done === null) return null;
  const words = {
    invited: 'doneInvited',
    resent: 'doneResent',
    withdrawn: 'doneWithdrawn',
    roles: 'doneRoles',
    ended: 'doneEnded',
    stewards: 'doneStewards',
  } as const satisfies Record<PeopleDone, string>;
  return <Alert kind="success" heading={t(words[done])} role="status" />;
}
