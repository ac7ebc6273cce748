import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { lifecycleTexts } from '~/app/i18n/lifecycle';
import { publishedTexts } from '~/app/i18n/published';
import { useTexts } from '~/app/i18n/use-texts';
import { directionTexts } from '~/app/i18n/words';
import { usePaths } from '~/app/paths';
import type { InterfacePage } from '~/app/published/interface-page.server';
import { isWebAddress } from '~/workflows/web-address';
import type { Text } from '~/workflows/words';
import { DataTable, Definition, type DefinitionItem } from '..';

/** What the catalogue tells of an interface, where it comes from, and how sure it is. */
export function InterfaceFacts({ view }: { view: Omit<InterfacePage, 'supporters'> }) {
  const t = useTexts(publishedTexts);
  const text = useText();
  const format = useFormat();
  const to = usePaths();
  const directions = useTexts(directionTexts);
  const items: DefinitionItem[] = [
    {
      id: 'group',
      term: t('group'),
      description: <a href={to.interfaceGroup(view.group.id)}>{text(view.group.name)}</a>,
    },
    { id: 'platform', term: t('platform'), description: view.platform },
    { id: 'direction', term: t('direction'), description: directions(view.direction) },
  ];
  if (view.protocols.length > 0) {
    items.push({ id: 'protocols', term: t('protocols'), description: format.list(view.protocols) });
  }
  if (view.replacedBy.length > 0) {
    items.push({ id: 'replaced', term: t('replacedBy'), description: <InterfaceLinks interfaces={view.replacedBy} /> });
  }
  if (view.dependsOn.length > 0) {
    items.push({ id: 'depends', term: t('dependsOn'), description: <InterfaceLinks interfaces={view.dependsOn} /> });
  }
  if (view.note) items.push({ id: 'note', term: t('note'), description: text(view.note) });
  items.push(
    { id: 'source', term: t('source'), description: <Source source={view.source} /> },
    { id: 'confidence', term: t('confidence'), description: t(`confidence_${view.confidence}`) },
  );
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{t('aboutInterface')}</h2>
      <Definition compact items={items} />
    </section>
  );
}

function Source({ source }: { source: string }) {
  if (!isWebAddress(source)) return <>{source}</>;
  return (
    <a className="sd-break" href={source} rel="nofollow noopener external">
      {source}
    </a>
  );
}

function InterfaceLinks({ interfaces }: { interfaces: readonly { id: string; name: Text }[] }) {
  const text = useText();
  const to = usePaths();
  return (
    <ul className="sd-answer-list">
      {interfaces.map(({ id, name }) => (
        <li key={id}>
          <a href={to.interface(id)}>{text(name)}</a>
        </li>
      ))}
    </ul>
  );
}

/** The versions of an interface, newest first, each with the way to who is ready for it. */
export function InterfaceVersions({ id, versions }: { id: string; versions: InterfacePage['versions'] }) {
  const t = useTexts(publishedTexts);
  const words = useTexts(lifecycleTexts);
  const to = usePaths();
  const format = useFormat();
  if (versions.length === 0) return null;
  const day = (value: string | null): string => (value === null ? t('notStated') : format.date(value));
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{t('versions')}</h2>
      <DataTable
        caption={t('versions')}
        hideCaption
        compact
        rows={versions}
        rowKey={({ label }) => label}
        columns={[
          { id: 'label', header: t('versionLabel'), rowHeader: true, cell: ({ label }) => label },
          { id: 'available', header: t('availableOn'), cell: ({ availableOn }) => day(availableOn) },
          { id: 'sunset', header: t('sunsetOn'), cell: ({ sunsetOn }) => day(sunsetOn) },
          { id: 'retired', header: t('retiredOn'), cell: ({ retiredOn }) => day(retiredOn) },
          {
            id: 'ready',
            header: words('columnReady'),
            cell: ({ label, ready, declaring }) =>
              declaring === 0 ? (
                '–'
              ) : (
                <a href={`${to.interface(id, { version: label })}#ready-for`}>
                  {words('readyOf', { ready: format.number(ready), all: format.number(declaring) })}
                </a>
              ),
          },
        ]}
      />
    </section>
  );
}
