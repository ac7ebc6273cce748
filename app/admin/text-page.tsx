import { Alert, Button, ButtonGroup, Details, ErrorSummary, PageHeading, TextArea, Time } from '~/app/components';
import { languageNames } from '~/app/i18n/language';
import { portalTextsTexts, textGroupTexts } from '~/app/i18n/portal-texts';
import { useRefusal } from '~/app/i18n/refusals';
import { useTexts } from '~/app/i18n/use-texts';
import { LetterView } from '~/app/letters/letter-view';
import { usePaths } from '~/app/paths';
import type { TextPreview } from '~/app/portal-texts/preview';
import type { TextOutcome, TextView } from './texts.server';
import { WordingTag } from './texts-page';

interface TextPageProps {
  view: TextView;
  mayChange: boolean;
  done: 'saved' | 'reset' | null;
  outcome: TextOutcome | undefined;
}

export function TextPage({ view, mayChange, done, outcome }: TextPageProps) {
  const t = useTexts(portalTextsTexts);
  const group = useTexts(textGroupTexts);
  const sentence = useRefusal();
  const refusal = outcome?.refusal;
  return (
    <>
      {refusal && (
        <ErrorSummary errors={[{ field: `text-${outcome.typed.language ?? 'da'}`, message: sentence(refusal) }]} />
      )}
      {done && !outcome && <Alert kind="success" heading={t(done === 'saved' ? 'saved' : 'wasReset')} role="status" />}
      <PageHeading caption={group(view.group)} lead={view.group === 'letter' ? t('letterOnlyDanish') : undefined}>
        {t('textTitle')}
      </PageHeading>
      {outcome?.preview && <Preview preview={outcome.preview} />}
      {view.languages.map((each) => (
        <Wording
          key={each.language}
          view={view}
          own={each}
          mayChange={mayChange}
          typed={outcome?.typed.language === each.language ? outcome.typed.text : undefined}
        />
      ))}
      <Versions view={view} />
    </>
  );
}

function Preview({ preview }: { preview: TextPreview }) {
  const t = useTexts(portalTextsTexts);
  return (
    <section aria-labelledby="preview">
      <h2 id="preview">{t('previewHeading')}</h2>
      <Alert kind="info">{t('previewText')}</Alert>
      {preview.kind === 'letter' ? (
        <LetterView letter={preview.letter} />
      ) : (
        <div className="sd-letter">
          <p>
            <strong>{preview.subject}</strong>
          </p>
          <p className="sd-lines sd-break">{preview.text}</p>
        </div>
      )}
    </section>
  );
}

interface WordingProps {
  view: TextView;
  own: TextView['languages'][number];
  mayChange: boolean;
  typed: string | undefined;
}

function Wording({ view, own, mayChange, typed }: WordingProps) {
  const t = useTexts(portalTextsTexts);
  const to = usePaths();
  const { language, placeholders } = own;
  const hint = placeholders.length > 0 ? t('placeholders', { names: placeholders.join(', ') }) : t('noPlaceholders');
  return (
    <section aria-labelledby={`wording-${language}`}>
      <h2 id={`wording-${language}`}>
        {languageNames[language]} <WordingTag state={own.state} />
      </h2>
      {own.state === 'unfit' && <p>{t('unfitText')}</p>}
      {mayChange ? (
        <form method="post" action={to.admin.text(view.key)}>
          <input type="hidden" name="language" value={language} />
          <input type="hidden" name="version" value={own.version} />
          <TextArea
            name="text"
            id={`text-${language}`}
            label={language === 'da' ? t('fieldTextDa') : t('fieldTextEn')}
            hint={hint}
            rows={view.isLine ? 3 : 7}
            limit={view.limit}
            lang={language}
            defaultValue={typed ?? own.text}
          />
          <ButtonGroup>
            <Button kind="secondary" name="act" value="preview">
              {t('preview')}
            </Button>
            <Button name="act" value="save">
              {t('save')}
            </Button>
            {own.state !== 'built-in' && (
              <Button kind="secondary" name="act" value="reset">
                {t('reset')}
              </Button>
            )}
          </ButtonGroup>
        </form>
      ) : (
        <p className="sd-lines" lang={language}>
          {own.text}
        </p>
      )}
      {own.state !== 'built-in' && (
        <Details summary={t('builtIn')}>
          <p className="sd-lines" lang={language}>
            {own.builtIn}
          </p>
        </Details>
      )}
    </section>
  );
}

function Versions({ view: { versions } }: { view: TextView }) {
  const t = useTexts(portalTextsTexts);
  if (versions.length === 0) return null;
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{t('versionsHeading')}</h2>
      {versions.map(({ language, version, text, changedAt, changedBy }) => (
        <Details
          key={`${language}-${version}`}
          summary={t('version', { language: languageNames[language], version: String(version) })}
        >
          <p className="sd-muted">
            {t('versionBy', { name: changedBy ?? t('byOperator') })}, <Time value={changedAt} />
          </p>
          <p className="sd-lines" lang={text === null ? undefined : language}>
            {text ?? t('versionReset')}
          </p>
        </Details>
      ))}
    </section>
  );
}
