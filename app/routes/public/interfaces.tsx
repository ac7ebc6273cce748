import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PageHeading } from '~/app/components';
import { ComingSunsets } from '~/app/components/public/group-page';
import { GroupTable } from '~/app/components/public/group-table';
import { interfaceGroupTexts } from '~/app/i18n/interface-groups';
import { useText } from '~/app/i18n/language';
import { publishedTexts } from '~/app/i18n/published';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { page } from '~/app/page';
import { apiPaths, usePaths } from '~/app/paths';
import { listComingSunsets } from '~/app/published/interface-group-page.server';
import { loadReadiness } from '~/app/published/readiness.server';
import { useDayQuery } from '~/app/viewed-day';
import { copenhagenDay } from '~/workflows/day';

export const handle = page({
  title: ({ language }) => translator(publishedTexts, language)('interfacesTitle'),
  description: ({ language }) => translator(publishedTexts, language)('interfacesLead'),
});

export async function loader({ context }: LoaderFunctionArgs) {
  const { publicDb: db, now } = context;
  const [groups, sunsets] = await Promise.all([loadReadiness(db), listComingSunsets(db, null, copenhagenDay(now()))]);
  return { groups, sunsets };
}

export default function Interfaces() {
  const { groups, sunsets } = useLoaderData<typeof loader>();
  const day = useDayQuery();
  const t = useTexts(publishedTexts);
  const words = useTexts(interfaceGroupTexts);
  const text = useText();
  const to = usePaths();
  return (
    <>
      <PageHeading lead={t('interfacesLead')}>{t('interfacesTitle')}</PageHeading>
      <nav aria-label={t('onThisPage')} className="sd-on-page">
        <ul>
          {groups.map(({ id, name }) => (
            <li key={id}>
              <a href={`#${id}`}>{text(name)}</a>
            </li>
          ))}
          {sunsets.length > 0 && (
            <li>
              <a href="#sunsets">{words('sunsets')}</a>
            </li>
          )}
        </ul>
      </nav>
      {groups.map((group) => (
        <section key={group.id} aria-labelledby={group.id}>
          <h2 id={group.id}>
            <a href={to.interfaceGroup(group.id)}>{text(group.name)}</a>
          </h2>
          <GroupTable group={group} />
        </section>
      ))}
      <ComingSunsets sunsets={sunsets} />
      <p>
        <a href={apiPaths.interfaces(day)} type="application/json">
          {t('thisAsJson')}
        </a>
      </p>
    </>
  );
}
