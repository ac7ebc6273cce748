import {
  Alert,
  BackLink,
  Button,
  ButtonGroup,
  Details,
  ErrorSummary,
  PageHeading,
  Select,
  TextArea,
} from '~/app/components';
import { familyTexts } from '~/app/i18n/families';
import { useText } from '~/app/i18n/language';
import { useRefusal } from '~/app/i18n/refusals';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { RefusedFamily } from './families-page';
import type { FamilyMemberView, PartView } from './families-view.server';

interface MemberProps {
  view: FamilyMemberView;
  /** The part that the form begins with. */
  chosen: string | null;
  isSaved: boolean;
  refused: RefusedFamily | undefined;
}

/** "The same as …, except …": what one product of a family answers for itself, and where it differs. */
export function FamilyMemberPage(props: MemberProps) {
  const { view, isSaved, refused } = props;
  const t = useTexts(familyTexts);
  const paths = usePaths();
  const sentence = useRefusal();
  const names = { name: view.productName, source: view.sourceName };
  return (
    <>
      <BackLink href={paths.supplier.family(view.familyId)}>{t('backToFamily')}</BackLink>
      <ErrorSummary errors={refused ? [{ field: refused.field, message: sentence(refused.refusal) }] : []} />
      {isSaved && !refused && <Alert kind="success" heading={t('savedDone')} role="status" />}
      <PageHeading caption={view.productName} lead={t('memberLead', names)}>
        {t('memberTitle', names)}
      </PageHeading>
      {view.waiting > 0 && (
        <p>
          <a href={paths.supplier.proposals(view.declarationId)}>{t('waitingLink', { count: view.waiting })}</a>
        </p>
      )}
      <h2>{t('exceptionsHeading')}</h2>
      <Exceptions view={view} />
      <h2>{t('differsHeading', names)}</h2>
      <Differing view={view} />
      {view.mayChange && <ExceptForm {...props} />}
      {view.mayChange && <LeaveForm view={view} />}
    </>
  );
}

function useWords(): (part: PartView) => string {
  const t = useTexts(familyTexts);
  const text = useText();
  return ({ kind, name, about }) => {
    if (kind === 'section') return t('partSection', { name: text(name) });
    if (kind === 'interface') return t('partInterface', { name: text(name) });
    return t('partQuestion', { name: about ? `${text(about)}: ${text(name)}` : text(name) });
  };
}

function Exceptions({ view }: { view: FamilyMemberView }) {
  const t = useTexts(familyTexts);
  const words = useWords();
  if (view.exceptions.length === 0) return <p>{t('exceptionsNone', { source: view.sourceName })}</p>;
  return (
    <ul className="sd-proposal-list">
      {view.exceptions.map(({ part, reason, about }) => (
        <li key={part} className="sd-proposal">
          <h3 className="h5">{about ? words(about) : part}</h3>
          <p className="sd-lines">{reason}</p>
          {view.mayChange && (
            <form method="post">
              <input type="hidden" name="part" value={part} />
              <Button kind="tertiary" small name="act" value="inherit">
                {t('inherit', { source: view.sourceName })}
                <span className="sr-only"> {t('inheritWhat', { part: about ? words(about) : part })}</span>
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}

function Differing({ view }: { view: FamilyMemberView }) {
  const t = useTexts(familyTexts);
  const text = useText();
  const paths = usePaths();
  if (view.differing.length === 0) return <p>{t('differsNone')}</p>;
  return (
    <ul>
      {view.differing.map(({ key, sectionId, text: question, about }) => (
        <li key={key}>
          <a href={`${paths.supplier.section(view.declarationId, sectionId)}#q-${key}`}>
            {about && `${text(about.name)}: `}
            {text(question)}
          </a>
          {view.mayChange && (
            <>
              {' · '}
              <a href={`${paths.supplier.familyMember(view.familyId, view.declarationId, { part: key })}#except`}>
                {t('differsWhy')}
                <span className="sr-only"> {text(question)}</span>
              </a>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function ExceptForm({ view, chosen, refused }: MemberProps) {
  const t = useTexts(familyTexts);
  const words = useWords();
  const sentence = useRefusal();
  const errorAt = (field: string) => (refused?.field === field ? { error: sentence(refused.refusal) } : {});
  return (
    <section aria-labelledby="except">
      <h2 id="except">{t('exceptHeading')}</h2>
      <form method="post" noValidate>
        <Select
          name="part"
          label={t('part', { name: view.productName })}
          options={view.parts.map((part) => ({ value: part.part, label: words(part) }))}
          defaultValue={refused?.typed.part ?? chosen ?? ''}
          {...errorAt('part')}
        />
        <TextArea
          name="reason"
          label={t('reason')}
          hint={t('reasonHint')}
          defaultValue={refused?.typed.reason}
          rows={3}
          {...errorAt('reason')}
        />
        <ButtonGroup>
          <Button name="act" value="except">
            {t('except')}
          </Button>
        </ButtonGroup>
      </form>
    </section>
  );
}

function LeaveForm({ view }: { view: FamilyMemberView }) {
  const t = useTexts(familyTexts);
  return (
    <Details summary={t('leaveHeading', { name: view.productName })}>
      <form method="post">
        <p>{t('leaveText')}</p>
        <Button kind="warning" name="act" value="leave">
          {t('leave')}
        </Button>
      </form>
    </Details>
  );
}
