import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { InsetText } from '~/app/components';
import { Lines } from '~/app/components/answer-value';
import { hearingTexts } from '~/app/i18n/hearings';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { loadConfirmation, sendConfirmation } from '~/app/mail/confirmation.server';
import { ConfirmationPage } from '~/app/mail/confirmation-page';
import { page } from '~/app/page';
import { usePaths } from '~/app/paths';
import { confirmComment, findUnconfirmedComment } from '~/db/hearing-comments';

export const handle = page({ title: ({ language }) => translator(hearingTexts, language)('confirmTitle') });

export const loader = (args: LoaderFunctionArgs) => loadConfirmation(args, findUnconfirmedComment);

export const action = (args: ActionFunctionArgs) =>
  sendConfirmation(args, confirmComment, (to, token) => to.confirmHearing(token));

export default function ConfirmComment() {
  const { token, found, isDone } = useLoaderData<typeof loader>();
  const t = useTexts(hearingTexts);
  const to = usePaths();
  return (
    <ConfirmationPage
      title={t('confirmTitle')}
      action={to.confirmHearing(token)}
      button={t('confirmButton')}
      isDone={isDone}
      done={{ heading: t('receivedHeading'), text: t('receivedText') }}
      invalid={{ heading: t('invalidHeading'), text: t('invalidText') }}
    >
      {found && (
        <>
          <p>{t('confirmText', { version: found.version })}</p>
          <InsetText>
            <Lines text={found.body} />
          </InsetText>
        </>
      )}
    </ConfirmationPage>
  );
}
