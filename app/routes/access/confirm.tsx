import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { accessTexts } from '~/app/i18n/access';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { loadConfirmation, sendConfirmation } from '~/app/mail/confirmation.server';
import { ConfirmationPage } from '~/app/mail/confirmation-page';
import { page } from '~/app/page';
import { usePaths } from '~/app/paths';
import { confirmAccessRequest, findUnconfirmedRequest } from '~/db/access-requests';

export const handle = page({ title: ({ language }) => translator(accessTexts, language)('confirmTitle') });

export const loader = (args: LoaderFunctionArgs) => loadConfirmation(args, findUnconfirmedRequest);

export const action = (args: ActionFunctionArgs) =>
  sendConfirmation(args, confirmAccessRequest, (to, token) => to.confirmAccess(token));

export default function ConfirmAccess() {
  const { token, found, isDone } = useLoaderData<typeof loader>();
  const t = useTexts(accessTexts);
  const to = usePaths();
  return (
    <ConfirmationPage
      title={t('confirmTitle')}
      action={to.confirmAccess(token)}
      button={t('confirmButton')}
      isDone={isDone}
      done={{ heading: t('confirmedHeading'), text: t('confirmedText') }}
      invalid={{ heading: t('invalidHeading'), text: t('invalidText') }}
    >
      {found && <p>{t('confirmText', { cvr: found.cvr })}</p>}
    </ConfirmationPage>
  );
}
