import type { ReactNode } from 'react';
import { Icon } from '~/app/components';
import { isPdfName, PdfInPlace } from '~/app/evidence/pdf-in-place';
import { answerTexts } from '~/app/i18n/answers';
import { useFormat } from '~/app/i18n/format';
import { useLanguage } from '~/app/i18n/language';
import { evidenceTexts } from '~/app/i18n/supplier-evidence';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { Text } from '~/workflows/words';
import type { EvidenceView } from './evidence-view';

interface EvidenceListProps {
  items: readonly EvidenceView[];
  types: Readonly<Record<string, Text>>;
  municipalityNames: Readonly<Record<string, string>>;
  /** A button or link for each piece. */
  actions?: (item: EvidenceView) => ReactNode;
}

/** What backs an answer: type, title with its link or file, and its dates. */
export function EvidenceList({ items, types, municipalityNames, actions }: EvidenceListProps) {
  const language = useLanguage();
  const t = useTexts(answerTexts);
  const subject = useTexts(evidenceTexts);
  const format = useFormat();
  const paths = usePaths();
  return (
    <ul className="sd-attached">
      {items.map((item) => (
        <li key={item.id}>
          <div>
            <EvidenceSource item={item} />
            {item.fileName && isPdfName(item.fileName) && (
              <PdfInPlace href={paths.supplier.evidenceFile(item.id)} title={item.title} />
            )}
            <p className="sd-small sd-muted">
              {[
                types[item.type]?.[language] ?? item.type,
                item.municipalityCode && (municipalityNames[item.municipalityCode] ?? item.municipalityCode),
                t('observedOn', { date: format.date(item.observedOn) }),
                item.validTo && t('validTo', { date: format.date(item.validTo) }),
                item.productVersion && subject('onVersion', { version: item.productVersion }),
                item.environment && subject(item.environment),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
          {actions && <div className="sd-evidence-actions">{actions(item)}</div>}
        </li>
      ))}
    </ul>
  );
}

function EvidenceSource({ item }: { item: EvidenceView }) {
  const paths = usePaths();
  if (item.url) {
    return (
      <a href={item.url} rel="nofollow noopener external">
        <Icon name="link" /> {item.title}
      </a>
    );
  }
  if (item.fileName) {
    return (
      <a href={paths.supplier.evidenceFile(item.id)}>
        <Icon name="document" /> {item.title} <span className="sd-small">({item.fileName})</span>
      </a>
    );
  }
  return (
    <span>
      <Icon name="check" /> {item.title}
    </span>
  );
}
