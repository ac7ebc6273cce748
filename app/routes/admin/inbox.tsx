import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { shownMail } from '~/app/admin/mail.server';
import { MailPage } from '~/app/admin/mail-page';
import { requireCoordinator, requireRole } from '~/app/auth/actor.server';
import { adminTexts } from '~/app/i18n/admin';
import { languageOf } from '~/app/i18n/language';
import { mailPageTexts } from '~/app/i18n/mail-page';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { countHeldNotices } from '~/db/mail/digest';
import { countStuckNotices, listMails, retryMails } from '~/db/mail/list';
import { hasRole } from '~/workflows/actor';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(mailPageTexts, language)('title'),
  breadcrumbs: ({ language, paths: to }) => [
    { label: translator(adminTexts, language)('homeTitle'), href: to.admin.home() },
  ],
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireRole(request, context, 'coordinator', 'auditor');
  return {
    mails: (await listMails(context.db)).map((mail) => shownMail(mail, actor, context.config)),
    stuck: await countStuckNotices(context.db),
    held: await countHeldNotices(context.db),
    isSending: context.config.smtpUrl !== null,
    mayRetry: hasRole(actor, 'coordinator'),
  };
}

/** Tries again all that was given up. */
export async function action({ request, context }: ActionFunctionArgs) {
  await requireCoordinator(request, context);
  await retryMails(context.db, context.now());
  return redirect(paths(languageOf(request)).admin.inbox(), 303);
}

export default function AdminInbox() {
  return <MailPage view={useLoaderData<typeof loader>()} />;
}
