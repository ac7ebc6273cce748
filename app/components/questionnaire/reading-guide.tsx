import { DataTable, Definition } from '~/app/components';
import { oneOf } from '~/app/condition-words';
import { commonTexts } from '~/app/i18n/common';
import { useLanguage, useText } from '~/app/i18n/language';
import { questionnaireTexts } from '~/app/i18n/questionnaire';
import { useTexts } from '~/app/i18n/use-texts';
import { productTypeTexts } from '~/app/i18n/words';
import type { ScopeRule } from '~/workflows/questionnaire/definition';
import { InterfaceLinks } from './interface-links';
import { useQuestionnaire } from './names';

/** What holds for the whole questionnaire: levels, evidence, what is checked, what is proposed. */
export function ReadingGuide() {
  return (
    <>
      <Scale />
      <EvidenceGuide />
      <Checks />
      <Scope />
    </>
  );
}

function Scale() {
  const { definition } = useQuestionnaire();
  const t = useTexts(questionnaireTexts);
  const text = useText();
  const items = definition.supportScale.map((level) => ({
    id: level.value,
    term: text(level.text),
    description: text(level.explanation),
  }));
  return (
    <section aria-labelledby="scale">
      <h3 id="scale">{t('scaleHeading')}</h3>
      <p>{t('scaleLead')}</p>
      <Definition items={items} />
    </section>
  );
}

function EvidenceGuide() {
  const { definition } = useQuestionnaire();
  const t = useTexts(questionnaireTexts);
  const common = useTexts(commonTexts);
  const text = useText();
  return (
    <section aria-labelledby="evidence">
      <h3 id="evidence">{t('evidenceHeading')}</h3>
      <p>{t('evidenceLead')}</p>
      <DataTable
        caption={t('evidenceHeading')}
        hideCaption
        compact
        rowKey={({ id }) => id}
        rows={definition.evidenceTypes}
        columns={[
          { id: 'type', header: t('evidenceType'), cell: (type) => text(type.text), rowHeader: true },
          { id: 'proves', header: t('evidenceProves'), cell: (type) => text(type.proves) },
          { id: 'public', header: t('evidencePublic'), cell: (type) => common(type.public ? 'yes' : 'no') },
        ]}
      />
    </section>
  );
}

function Checks() {
  const { definition } = useQuestionnaire();
  const t = useTexts(questionnaireTexts);
  const text = useText();
  return (
    <section aria-labelledby="checks">
      <h3 id="checks">{t('checksHeading')}</h3>
      <ul>
        {definition.reviewChecks.map((check) => (
          <li key={check.id}>{text(check.text)}</li>
        ))}
      </ul>
    </section>
  );
}

function Scope() {
  const { definition } = useQuestionnaire();
  const t = useTexts(questionnaireTexts);
  const text = useText();
  return (
    <section aria-labelledby="scope">
      <h3 id="scope">{t('scopeHeading')}</h3>
      <p>{t('scopeLead')}</p>
      <DataTable
        caption={t('scopeHeading')}
        hideCaption
        compact
        rowKey={(rule) => text(rule.reason)}
        rows={definition.scopeRules}
        columns={[
          { id: 'for', header: t('scopeFor'), cell: (rule) => <ProposedFor rule={rule} />, rowHeader: true },
          { id: 'interfaces', header: t('scopeInterfaces'), cell: (rule) => <InterfaceLinks ids={rule.interfaces} /> },
          { id: 'reason', header: t('scopeReason'), cell: (rule) => text(rule.reason) },
        ]}
      />
    </section>
  );
}

function ProposedFor({ rule }: { rule: ScopeRule }) {
  const t = useTexts(questionnaireTexts);
  const types = useTexts(productTypeTexts);
  const language = useLanguage();
  const parts = [
    ...rule.productTypes.map((type) => types(type)),
    ...(rule.kle.length > 0 ? [t('scopeKle', { numbers: rule.kle.join(', ') })] : []),
  ];
  return <>{parts.length === 0 ? t('scopeForAll') : oneOf(parts, language)}</>;
}
