import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { sessionCookieName } from '~/app/auth/session-cookie';
import { DataTable, PageHeading } from '~/app/components';
import { aboutTexts } from '~/app/i18n/about';
import { commonTexts } from '~/app/i18n/common';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { page } from '~/app/page';
import { sessionIdleLimit, sessionLifetime } from '~/db/sessions';

export const handle = page({
  title: ({ language }) => translator(commonTexts, language)('cookies'),
  description: ({ language }) => translator(aboutTexts, language)('cookiesLead'),
  breadcrumbs: ({ paths, language }) => [{ label: translator(commonTexts, language)('about'), href: paths.about() }],
});

const minute = 60_000;

export function loader({ context }: LoaderFunctionArgs) {
  return {
    name: sessionCookieName(context.config.publicUrl),
    hours: Math.round(sessionLifetime / (60 * minute)),
    minutes: Math.round(sessionIdleLimit / minute),
  };
}

export default function Cookies() {
  const { name, hours, minutes } = useLoaderData<typeof loader>();
  const t = useTexts(aboutTexts);
  const common = useTexts(commonTexts);
  return (
    <>
      <PageHeading lead={t('cookiesLead')}>{common('cookies')}</PageHeading>
      <DataTable
        caption={t('cookieTable')}
        rows={[{ name, purpose: t('sessionPurpose'), ends: t('sessionEnds', { hours, minutes }) }]}
        rowKey={(row) => row.name}
        columns={[
          { id: 'name', header: t('cookieName'), rowHeader: true, cell: (row) => <code>{row.name}</code> },
          { id: 'purpose', header: t('cookiePurpose'), cell: (row) => row.purpose },
          { id: 'ends', header: t('cookieEnds'), cell: (row) => row.ends },
        ]}
      />
      <p>{t('cookiesNecessary')}</p>
      <p>{t('noTracking')}</p>
    </>
  );
}
