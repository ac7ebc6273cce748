import { Alert, Button, DataTable, DateInput, Details, errorOf, type FieldProblem, TextArea } from '~/app/components';
import { useFormat } from '~/app/i18n/format';
import { hearingWorkTexts } from '~/app/i18n/hearings';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import { hearingLimits } from '~/workflows/hearing';
import type { DraftView } from './questionnaires-page';
import type { QuestionnairesView } from './questionnaires-view.server';

interface DraftHearingProps {
  draft: DraftView;
  mayOpen: boolean;
  today: string;
  typed: Readonly<Record<string, string>>;
  errors: readonly FieldProblem[];
}

/** The hearing of a draft: where it stands, or the form that begins it. */
export function DraftHearing({ draft, mayOpen, today, typed, errors }: DraftHearingProps) {
  const t = useTexts(hearingWorkTexts);
  const format = useFormat();
  const to = usePaths();
  const { hearing, slug, version, hash } = draft;
  if (hearing) {
    const { id, closesOn, comments, waiting } = hearing;
    return (
      <Alert
        kind={hearing.hash === hash ? 'info' : 'warning'}
        level={3}
        heading={t(today <= closesOn ? 'running' : 'over', { date: format.date(closesOn) })}
      >
        {hearing.hash !== hash && <>{t('otherText')} </>}
        {t('comments', { count: comments })}, {t('waiting', { count: waiting })}.{' '}
        <a href={to.admin.hearing(id)}>{t('readComments')}</a>
      </Alert>
    );
  }
  if (!mayOpen) return null;
  const isThis = typed.act === 'hear' && typed.version === version;
  return (
    <Details summary={t('open')} open={isThis}>
      <form method="post" action={to.admin.questionnaires()} className="sd-event-form">
        <input type="hidden" name="slug" value={slug} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="hash" value={hash} />
        <p>{t('openText')}</p>
        <DateInput
          name="closesOn"
          label={t('closesOn')}
          hint={t('closesOnHint')}
          defaultValue={isThis ? typed.closesOn : undefined}
          error={isThis ? errorOf(errors, 'closesOn') : undefined}
        />
        <TextArea
          name="introduction"
          label={t('introduction')}
          limit={hearingLimits.introduction}
          defaultValue={isThis ? typed.introduction : undefined}
          error={isThis ? errorOf(errors, 'introduction') : undefined}
        />
        <Button name="act" value="hear" kind="secondary">
          {t('open')}
        </Button>
      </form>
    </Details>
  );
}

/** Every hearing there was. */
export function Hearings({ view }: { view: QuestionnairesView }) {
  const t = useTexts(hearingWorkTexts);
  const format = useFormat();
  const to = usePaths();
  if (view.hearings.length === 0) return null;
  return (
    <section aria-labelledby="hearings">
      <h2 id="hearings">{t('earlier')}</h2>
      <DataTable
        caption={t('earlier')}
        hideCaption
        rows={view.hearings}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'version',
            header: t('earlier'),
            rowHeader: true,
            cell: ({ id, version }) => <a href={to.admin.hearing(id)}>{t('title', { version })}</a>,
          },
          { id: 'day', header: t('closesOn'), cell: ({ closesOn }) => format.date(closesOn) },
          {
            id: 'comments',
            header: t('commentsHeading'),
            cell: ({ comments, waiting }) =>
              `${t('comments', { count: comments })}, ${t('waiting', { count: waiting })}`,
          },
        ]}
      />
    </section>
  );
}
