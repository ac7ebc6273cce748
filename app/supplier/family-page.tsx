import {
  Alert,
  BackLink,
  Button,
  ButtonGroup,
  type Column,
  DataTable,
  EmptyState,
  ErrorSummary,
  PageHeading,
  Select,
} from '~/app/components';
import { familyTexts } from '~/app/i18n/families';
import { useRefusal } from '~/app/i18n/refusals';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { RefusedFamily } from './families-page';
import type { FamilyView } from './families-view.server';

/** What was done before the page was opened. */
export interface FamilyNotice {
  done: 'joined' | 'offered' | 'left' | null;
  /** Of answers that were offered. */
  count: number;
}

interface FamilyProps {
  view: FamilyView;
  notice: FamilyNotice;
  refused: RefusedFamily | undefined;
}

/** One family: how much alike its products answer, and the offer of changes. */
export function FamilyPage({ view, notice, refused }: FamilyProps) {
  const t = useTexts(familyTexts);
  const paths = usePaths();
  const sentence = useRefusal();
  const isEmpty = view.members.length === 0;
  return (
    <>
      <BackLink href={paths.supplier.families()}>{t('title')}</BackLink>
      <ErrorSummary errors={refused ? [{ field: refused.field, message: sentence(refused.refusal) }] : []} />
      {!refused && <Done notice={notice} />}
      <PageHeading caption={t('title')} lead={t('familyLead', { name: view.sourceName })}>
        {view.name}
      </PageHeading>
      <p>
        <a href={paths.supplier.declaration(view.sourceId)}>{t('familySource', { name: view.sourceName })}</a>
      </p>
      <h2>{t('membersHeading')}</h2>
      {isEmpty ? <EmptyState heading={t('membersNone')} /> : <Members view={view} />}
      {!isEmpty && view.mayOffer && (
        <form method="post">
          <p className="sd-small sd-muted">{t('offerHint')}</p>
          <Button kind="secondary" name="act" value="offer">
            {t('offer')}
          </Button>
        </form>
      )}
      {view.candidates.length > 0 && <JoinForm view={view} refused={refused} />}
    </>
  );
}

function Done({ notice: { done, count } }: { notice: FamilyNotice }) {
  const t = useTexts(familyTexts);
  if (done === null) return null;
  const heading = {
    joined: t('joinedDone', { count }),
    offered: count === 0 ? t('offeredNothing') : t('offeredDone', { count }),
    left: t('leftDone'),
  }[done];
  return <Alert kind={done === 'offered' && count === 0 ? 'info' : 'success'} heading={heading} role="status" />;
}

type Row = FamilyView['members'][number];

function Members({ view }: { view: FamilyView }) {
  const t = useTexts(familyTexts);
  const paths = usePaths();
  const columns: Column<Row>[] = [
    {
      id: 'product',
      header: t('columnProduct'),
      rowHeader: true,
      cell: ({ declarationId, productName }) => <a href={paths.supplier.declaration(declarationId)}>{productName}</a>,
    },
    { id: 'same', header: t('columnSame'), numeric: true, cell: ({ same }) => same },
    { id: 'differs', header: t('columnDiffers'), numeric: true, cell: ({ differs }) => differs },
    { id: 'excepted', header: t('columnExcepted'), numeric: true, cell: ({ excepted }) => excepted },
    {
      id: 'waiting',
      header: t('columnWaiting'),
      cell: ({ declarationId, productName, waiting }) =>
        waiting === 0 ? (
          '0'
        ) : (
          <a href={paths.supplier.proposals(declarationId)}>
            {t('waitingLink', { count: waiting })}
            <span className="sr-only"> {productName}</span>
          </a>
        ),
    },
    {
      id: 'links',
      header: <span className="sr-only">{t('memberLink')}</span>,
      title: '',
      cell: ({ declarationId, productName }) => (
        <a href={paths.supplier.familyMember(view.id, declarationId)}>
          {t('memberLink')}
          <span className="sr-only"> {productName}</span>
        </a>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('membersHeading')}
      hideCaption
      columns={columns}
      rows={view.members}
      rowKey={({ declarationId }) => declarationId}
    />
  );
}

function JoinForm({ view, refused }: Pick<FamilyProps, 'view' | 'refused'>) {
  const t = useTexts(familyTexts);
  const sentence = useRefusal();
  return (
    <section aria-labelledby="join">
      <h2 id="join">{t('joinHeading')}</h2>
      <form method="post" noValidate>
        <Select
          name="declaration"
          label={t('joinLabel', { name: view.sourceName })}
          options={view.candidates}
          defaultValue={refused?.typed.declaration}
          {...(refused ? { error: sentence(refused.refusal) } : {})}
        />
        <ButtonGroup>
          <Button name="act" value="join">
            {t('join')}
          </Button>
        </ButtonGroup>
      </form>
    </section>
  );
}
