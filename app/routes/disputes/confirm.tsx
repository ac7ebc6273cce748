import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { InsetText } from '~/app/components';
import { Lines } from '~/app/components/answer-value';
import { disputeTexts } from '~/app/i18n/disputes';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { loadConfirmation, sendConfirmation } from '~/app/mail/confirmation.server';
import { ConfirmationPage } from '~/app/mail/confirmation-page';
import { page } from '~/app/page';
import { usePaths } from '~/app/paths';
import { confirmDispute, findUnconfirmedDispute } from '~/db/dispute-filing';

export const handle = page({ title: ({ language }) => translator(disputeTexts, language)('confirmTitle') });

export const loader = (args: LoaderFunctionArgs) => loadConfirmation(args, findUnconfirmedDispute);

export const action = (args: ActionFunctionArgs) =>
  sendConfirmation(args, confirmDispute, (to, token) => to.confirmDispute(token));

export default function ConfirmDispute() {
  const { token, found, isDone } = useLoaderData<typeof loader>();
  const t = useTexts(disputeTexts);
  const to = usePaths();
  return (
    <ConfirmationPage
      title={t('confirmTitle')}
      action={to.confirmDispute(token)}
      button={t('confirmButton')}
      isDone={isDone}
      done={{ heading: t('confirmedHeading'), text: t('confirmedText') }}
      invalid={{ heading: t('invalidHeading'), text: t('invalidText') }}
    >
      {found && (
        <>
          <p>{t('confirmText', { product: found.productName })}</p>
          <InsetText>
            <Lines text={found.reason} />
          </InsetText>
        </>
      )}
    </ConfirmationPage>
  );
}
