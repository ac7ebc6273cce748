import { Diff, InsetText } from '~/app/components';
import { useText } from '~/app/i18n/language';
import { questionnaireVersionTexts } from '~/app/i18n/questionnaire-versions';
import { useTexts } from '~/app/i18n/use-texts';
import { type ChangedQuestion, type ChangeKind, changeKinds, type QuestionChange } from '~/app/questionnaire-changes';
import { diffWords } from '~/workflows/diff';

const leads = {
  reworded: 'rewordedLead',
  stricter: 'stricterLead',
  split: 'splitLead',
  merged: 'mergedLead',
  new: 'newLead',
  retired: 'retiredLead',
} as const satisfies Record<ChangeKind, string>;

type Changes = Record<ChangeKind, QuestionChange[]>;

/** What changed between two versions, kind by kind. */
export function Changes({ changes }: { changes: Changes }) {
  const t = useTexts(questionnaireVersionTexts);
  return changeKinds
    .filter((kind) => changes[kind].length > 0)
    .map((kind) => (
      <section key={kind} aria-labelledby={`changes-${kind}`}>
        <h2 id={`changes-${kind}`}>{t(kind)}</h2>
        <p>{t(leads[kind])}</p>
        {changes[kind].map((change) => (
          <Change key={change.id} change={change} isCompared={kind === 'reworded' || kind === 'stricter'} />
        ))}
      </section>
    ));
}

/** @param isCompared one question with other words: the words are compared; else old and new stand below each other */
function Change({ change, isCompared }: { change: QuestionChange; isCompared: boolean }) {
  const t = useTexts(questionnaireVersionTexts);
  const text = useText();
  const [old] = change.before;
  const [fresh] = change.after;
  return (
    <article className="sd-question" aria-labelledby={change.id}>
      <h3 id={change.id}>
        {[...change.after, ...(fresh ? [] : change.before)].map((each) => text(each.text)).join(' · ')}
      </h3>
      {isCompared && old && fresh ? (
        <Diff parts={diffWords(text(old.text), text(fresh.text))} />
      ) : (
        change.before.length > 0 &&
        fresh && (
          <InsetText>
            <p className="sd-small sd-muted">{t('before')}</p>
            {change.before.map((each) => (
              <Words key={each.id} question={each} />
            ))}
          </InsetText>
        )
      )}
      {!isCompared && change.after.map((each) => <Options key={each.id} question={each} />)}
      <p>
        <strong>{t('why')}:</strong> {text(change.why)}
      </p>
    </article>
  );
}

function Words({ question }: { question: ChangedQuestion }) {
  const text = useText();
  return (
    <>
      <p>{text(question.text)}</p>
      <Options question={question} />
    </>
  );
}

function Options({ question }: { question: ChangedQuestion }) {
  const text = useText();
  if (question.options.length === 0) return null;
  return (
    <ul>
      {question.options.map((option) => (
        <li key={option.da}>{text(option)}</li>
      ))}
    </ul>
  );
}
