import {
  Alert,
  BackLink,
  Button,
  ButtonGroup,
  DataTable,
  ErrorSummary,
  errorOf,
  type FieldProblem,
  PageHeading,
  Select,
  TextArea,
} from '~/app/components';
import { useFormat } from '~/app/i18n/format';
import { handoverTexts } from '~/app/i18n/handovers';
import { useText } from '~/app/i18n/language';
import { sectionTexts } from '~/app/i18n/supplier-section';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { HandoversView } from './handovers.server';

export interface RefusedHandover {
  errors: FieldProblem[];
  typed: Readonly<Record<string, string>>;
}

interface HandoversPageProps {
  view: HandoversView;
  done: 'given' | 'ended' | null;
  refused: RefusedHandover | undefined;
}

export function HandoversPage({ view, done, refused }: HandoversPageProps) {
  const t = useTexts(handoverTexts);
  const section = useTexts(sectionTexts);
  const to = usePaths();
  return (
    <>
      <BackLink href={to.supplier.declaration(view.declarationId)}>{section('backToTasks')}</BackLink>
      {refused && <ErrorSummary errors={refused.errors} />}
      {done && !refused && (
        <Alert kind="success" heading={done === 'given' ? t('givenAlert') : t('endedAlert')} role="status" />
      )}
      <PageHeading caption={view.productName} lead={t('lead')}>
        {t('title')}
      </PageHeading>
      <GiveForm view={view} refused={refused} />
      <Current view={view} />
    </>
  );
}

function GiveForm({ view, refused }: { view: HandoversView; refused: RefusedHandover | undefined }) {
  const t = useTexts(handoverTexts);
  const text = useText();
  const to = usePaths();
  const typed = refused?.typed ?? {};
  const error = (field: string) => errorOf(refused?.errors, field);
  if (!view.isEditable) return <p>{t('readOnly')}</p>;
  const isAlone = view.answerers.every(({ personId }) => personId === view.ownId);
  return (
    <>
      {isAlone && (
        <Alert kind="info">
          {t('nobodyElse')} <a href={to.supplier.people()}>{t('toPeople')}</a>
        </Alert>
      )}
      <form method="post" action={to.supplier.handovers(view.declarationId)}>
        <Select
          name="section"
          label={t('fieldSection')}
          options={view.sections.map(({ id, title }) => ({ value: id, label: text(title) }))}
          defaultValue={typed.section ?? view.chosen ?? ''}
          error={error('section')}
        />
        <Select
          name="assignee"
          label={t('fieldAssignee')}
          options={view.answerers.map(({ personId, name }) => ({
            value: personId,
            label: personId === view.ownId ? t('you', { name }) : name,
          }))}
          defaultValue={typed.assignee ?? ''}
          error={error('assignee')}
        />
        <TextArea
          name="message"
          label={t('fieldMessage')}
          hint={t('fieldMessageHint')}
          optional
          rows={3}
          limit={view.messageLimit}
          defaultValue={typed.message}
          error={error('message')}
        />
        <ButtonGroup>
          <Button name="act" value="give">
            {t('send')}
          </Button>
        </ButtonGroup>
      </form>
    </>
  );
}

type HandoverView = HandoversView['handovers'][number];

function Current({ view }: { view: HandoversView }) {
  const t = useTexts(handoverTexts);
  const text = useText();
  const format = useFormat();
  return (
    <section aria-labelledby="current">
      <h2 id="current">{t('currentHeading')}</h2>
      <DataTable
        caption={t('currentHeading')}
        hideCaption
        rows={view.handovers}
        rowKey={({ id }) => id}
        empty={<p>{t('currentNone')}</p>}
        columns={[
          { id: 'section', header: t('columnSection'), rowHeader: true, cell: ({ title }) => text(title) },
          {
            id: 'who',
            header: t('columnWho'),
            cell: ({ assigneeName, assignedByName, since }) => (
              <>
                {assigneeName}
                <div className="sd-muted sd-small">
                  {t('givenBy', { name: assignedByName, date: format.date(since) })}
                </div>
              </>
            ),
          },
          {
            id: 'message',
            header: t('columnMessage'),
            cell: ({ message }) =>
              message === null ? (
                <span className="sd-muted">{t('noMessage')}</span>
              ) : (
                <span className="sd-lines sd-break">{message}</span>
              ),
          },
          { id: 'acts', header: t('columnActs'), cell: (handover) => <Acts view={view} handover={handover} /> },
        ]}
      />
    </section>
  );
}

function Acts({ view, handover: { id, title, assigneeId } }: { view: HandoversView; handover: HandoverView }) {
  const t = useTexts(handoverTexts);
  const section = useText()(title);
  const to = usePaths();
  const isMine = assigneeId === view.ownId;
  if (!view.mayAnswer) return null;
  return (
    <form method="post" action={to.supplier.handovers(view.declarationId)} className="sd-row-links">
      <input type="hidden" name="handover" value={id} />
      {isMine && (
        <Button kind="secondary" name="act" value="done" aria-label={t('doneOf', { section })}>
          {t('done')}
        </Button>
      )}
      <Button
        kind="tertiary"
        name="act"
        value="taken-back"
        aria-label={isMine ? t('handBackOf', { section }) : t('takeBackOf', { section })}
      >
        {isMine ? t('handBack') : t('takeBack')}
      </Button>
    </form>
  );
}
