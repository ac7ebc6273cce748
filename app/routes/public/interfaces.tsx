import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PageHeading } from '~/app/components';
import { GroupTable } from '~/app/components/public/group-table';
import { useText } from '~/app/i18n/language';
import { publishedTexts } from '~/app/i18n/published';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { page } from '~/app/page';
import { apiPaths, usePaths } from '~/app/paths';
import { loadReadiness } from '~/app/published/readiness.server';
import { useDayQuery } from '~/app/viewed-day';

export const handle = page({
  title: ({ language }) => translator(publishedTexts, language)('interfacesTitle'),
  description: ({ language }) => translator(publishedTexts, language)('interfacesLead'),
});

export async function loader({ context }: LoaderFunctionArgs) {
  return { groups: await loadReadiness(context.publicDb) };
}

export default function Interfaces() {
  const { groups } = useLoaderData<typeof loader>();
  const day = useDayQuery();
  const t = useTexts(publishedTexts);
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
      <p>
        <a href={apiPaths.interfaces(day)} type="application/json">
          {t('thisAsJson')}
        </a>
      </p>
    </>
  );
}
