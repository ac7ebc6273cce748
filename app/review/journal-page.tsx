import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { answerInWords } from '~/app/answer-words';
import { formatDateTime } from '~/app/i18n/format';
import { journalTexts } from '~/app/i18n/journal';
import { translator } from '~/app/i18n/texts';
import { caseStateTexts, outcomeTexts, verdictTexts } from '~/app/i18n/words';
import type { Journal } from '~/db/cases/journal';
import { caseStates } from '~/workflows/words';

const t = translator(journalTexts, 'da');
const at = (date: Date) => formatDateTime(date, 'da');

/**
 * A case as one page that can be read in many years without this portal: no script, nothing from elsewhere, nothing
 * but what was said and decided. In Danish, as the municipality's records are.
 */
export function journalPage(journal: Journal): string {
  return `<!DOCTYPE html>\n${renderToStaticMarkup(<Page journal={journal} />)}\n`;
}

function Page({ journal }: { journal: Journal }) {
  const { number, product, supplier, municipality, state } = journal.case;
  const title = t('title', { number, product: product.name });
  const known = caseStates.find((each) => each === state);
  return (
    <html lang="da">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{title}</title>
        <style>{'body{max-width:80ch;margin:1em auto;padding:0 1em;overflow-wrap:anywhere}'}</style>
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          <dl>
            <Fact term={t('supplier')}>{t('supplierWithCvr', supplier)}</Fact>
            <Fact term={t('municipality')}>{municipality?.name ?? t('notRouted')}</Fact>
            <Fact term={t('state')}>{known ? caseStateTexts[known].da : state}</Fact>
            <Fact term={t('opened')}>{at(journal.case.openedAt)}</Fact>
          </dl>
          <Decision journal={journal} />
          {journal.submissions.map((sent) => (
            <Submission key={sent.id} sent={sent} journal={journal} />
          ))}
          <Remarks heading={t('notes')} remarks={journal.notes.map((note) => ({ ...note, about: null }))} />
          <Remarks
            heading={t('messages')}
            remarks={journal.messages.map((message) => ({ ...message, about: message.questionKey }))}
          />
        </main>
      </body>
    </html>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Decision({ journal: { decision } }: { journal: Journal }) {
  if (!decision) return <p>{t('undecided')}</p>;
  return (
    <>
      <h2>{t('decision')}</h2>
      <dl>
        <Fact term={t('outcome')}>{outcomeTexts[decision.outcome].da}</Fact>
        <Fact term={t('decidedAt')}>{at(decision.decidedAt)}</Fact>
        <Fact term={t('proposedBy')}>{decision.proposedBy}</Fact>
        <Fact term={t('confirmedBy')}>{decision.confirmedBy}</Fact>
        {decision.reasons && <Fact term={t('reasons')}>{decision.reasons}</Fact>}
      </dl>
    </>
  );
}

function Submission({ sent, journal }: { sent: Journal['submissions'][number]; journal: Journal }) {
  const { document } = sent;
  return (
    <>
      <h2>{t('submission', { number: String(sent.number) })}</h2>
      <p>
        {t('sentBy', { date: at(sent.submittedAt), person: sent.submittedBy })} SHA-256: <code>{sent.hash}</code>
      </p>
      {document.sections.map(({ id, title }) => {
        const answers = document.answers.filter(({ sectionId }) => sectionId === id);
        if (answers.length === 0) return null;
        return (
          <section key={id}>
            <h3>{title.da}</h3>
            {answers.map((answer) => (
              <Answer key={answer.key} answer={answer} submissionId={sent.id} verdicts={journal.verdicts} />
            ))}
          </section>
        );
      })}
    </>
  );
}

const noNames = { municipalities: {}, kle: {} };

function Answer({
  answer,
  submissionId,
  verdicts,
}: {
  answer: Journal['submissions'][number]['document']['answers'][number];
  submissionId: string;
  verdicts: Journal['verdicts'];
}) {
  const given = verdicts.filter((each) => each.submissionId === submissionId && each.questionKey === answer.key);
  return (
    <>
      <h4>
        {answer.question.text.da} {answer.interfaceId && `(${answer.interfaceId})`}
      </h4>
      {answerInWords(answer.question, answer.value, 'da', noNames).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {answer.justification && <p>{answer.justification}</p>}
      {(answer.evidence.length > 0 || given.length > 0) && (
        <ul>
          {answer.evidence.map(({ id, title, url, fileName }) => (
            <li key={id}>
              {t('evidence')}: {title} {url ?? fileName}
            </li>
          ))}
          {given.map(({ id, kind, reason, reviewer, givenAt, replacedAt }) => (
            <li key={id}>
              {t(replacedAt ? 'replacedVerdict' : 'verdict')}: {verdictTexts[kind].da}. {reason} ({reviewer},{' '}
              {at(givenAt)})
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface Remark {
  text: string;
  by: string;
  writtenAt: Date;
  audience: 'shared' | 'internal';
  about: string | null;
}

function Remarks({ heading, remarks }: { heading: string; remarks: readonly Remark[] }) {
  if (remarks.length === 0) return null;
  return (
    <>
      <h2>{heading}</h2>
      <ul>
        {remarks.map(({ text, by, writtenAt, audience, about }) => (
          <li key={`${writtenAt.toISOString()} ${by}`}>
            {about && `${about}: `}
            {text} ({by}, {at(writtenAt)}, {t(audience)})
          </li>
        ))}
      </ul>
    </>
  );
}
