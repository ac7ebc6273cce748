import { Fragment } from 'react';
import { useLanguage } from '~/app/i18n/language';
import { usePaths } from '~/app/paths';
import { shortName, useQuestionnaire } from './names';

/** Interfaces by their short names, each leading to its page. */
export function InterfaceLinks({ ids }: { ids: readonly string[] }) {
  const { interfaceNames } = useQuestionnaire();
  const language = useLanguage();
  const to = usePaths();
  return ids.map((id, index) => (
    <Fragment key={id}>
      {index > 0 && ', '}
      <a href={to.interface(id)} title={interfaceNames[id]?.[language]}>
        {shortName(id, interfaceNames, language)}
      </a>
    </Fragment>
  ));
}
