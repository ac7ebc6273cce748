import { formatDate, formatDateTime } from '~/app/i18n/format';
import { type MailedEvent, mailBodies, mailSubjects, mailTexts } from '~/app/i18n/mail';
import { noticeBodyTexts, noticeFooterTexts, noticeLinkTexts, noticeSubjectTexts } from '~/app/i18n/notices';
import { translator } from '~/app/i18n/texts';
import { paths } from '~/app/paths';
import { noRewordings, reworded } from '~/app/portal-texts/reworded';
import type { CaseNotice } from '~/db/mail/notice';
import type { NoticeLink, NoticeSubject, PlainNotice } from '~/db/mail/plain-notice';
import type { Compose, Letter } from '~/db/mail/prepare';
import type { Rewordings } from '~/db/portal-texts';
import type { Language, Text } from '~/workflows/words';
import { htmlBlocksOf, htmlPage, textBlocksOf } from './html';
import { tokenMark } from './token';

/** The longest subject, in characters: what mail programs show. */
const subjectLimit = 150;

/**
 * Writes the mails of a portal.
 * @param publicUrl where links lead: the setting, never a request's Host
 * @param own the coordinator's own words
 */
export function composer(publicUrl: string, own: Rewordings = noRewordings): Compose {
  const words = mailWords(own);
  return (notice, language) => letterOf(partsOf(notice, language, { publicUrl, words }), { language, words });
}

/** The words that mails are written with. */
export function mailWords(own: Rewordings) {
  const { signature, footer, ...rest } = mailTexts;
  return {
    frame: { ...rest, ...reworded('mail-frame', { signature, footer }, own) },
    subjects: reworded('mail-subject', mailSubjects, own),
    bodies: reworded('mail-body', mailBodies, own),
    noticeSubjects: reworded('notice-subject', noticeSubjectTexts, own),
    noticeBodies: reworded('notice-body', noticeBodyTexts, own),
  };
}
export type MailWords = ReturnType<typeof mailWords>;

/** What a mail is made of, before it is text or HTML. */
export interface MailParts {
  /** Also the subject. */
  heading: string;
  body: string;
  facts: readonly (readonly [name: string, value: string])[];
  link: string;
  linkText: string;
  footer: string;
}

interface Writing {
  /** Where links lead. */
  publicUrl: string;
  words: MailWords;
}

export function partsOf(notice: CaseNotice | PlainNotice, language: Language, writing: Writing): MailParts {
  return 'caseId' in notice ? caseParts(notice, language, writing) : plainParts(notice, language, writing);
}

/** A subject line that mail programs show whole. */
export function subjectOf(heading: string): string {
  return heading.length > subjectLimit ? `${heading.slice(0, subjectLimit - 1)}…` : heading;
}

function letterOf(parts: MailParts, { language, words }: { language: Language; words: MailWords }): Letter {
  const signature = translator(words.frame, language)('signature');
  return {
    subject: subjectOf(parts.heading),
    text: [...textBlocksOf(parts), signature, parts.footer].join('\n\n'),
    html: htmlPage({ language, title: parts.heading, blocks: htmlBlocksOf(parts), signature, footer: parts.footer }),
  };
}

function caseParts(notice: CaseNotice, language: Language, { publicUrl, words }: Writing): MailParts {
  const t = translator(words.frame, language);
  const about = requireMailed(notice.about);
  const to = paths(language);
  const link = `${publicUrl}${notice.to === 'supplier' ? to.supplier.declaration(notice.declarationId) : to.review.case(notice.caseId)}`;
  const what = translator(words.subjects, language)(about);
  return {
    heading: `${t('subject', { number: notice.caseNumber, what })} – ${oneLine(notice.product)}`,
    body: translator(words.bodies, language)(about),
    facts: factsOf(notice, language),
    link,
    linkText: t('open'),
    footer: t('footer'),
  };
}

/** A mail that is about no case: one paragraph, and a link that stands as it is in the text too. */
function plainParts(notice: PlainNotice, language: Language, { publicUrl, words }: Writing): MailParts {
  const fill = (texts: Readonly<Record<NoticeSubject, Text>>): string =>
    texts[notice.about][language].replace(/\{(\w+)\}/g, (_, name: string) => paramOf(notice, name, language));
  return {
    heading: fill(words.noticeSubjects),
    body: fill(words.noticeBodies),
    facts: [],
    link: `${publicUrl}${linkOf(notice.link, language)}`,
    linkText: noticeLinkTexts[notice.link.page][language],
    footer: noticeFooterTexts[notice.secretOf === null ? 'member' : 'stranger'][language],
  };
}

/** A param can have an English form beside it (`sectionEn`); `date` is a day as yyyy-mm-dd. */
function paramOf({ params }: PlainNotice, name: string, language: Language): string {
  const text = (language === 'en' ? params[`${name}En`] : undefined) ?? params[name] ?? '';
  return name === 'date' ? formatDate(text, language) : oneLine(text);
}

function linkOf(link: NoticeLink, language: Language): string {
  const to = paths(language);
  switch (link.page) {
    case 'section':
      return to.supplier.section(link.declarationId, link.sectionId);
    case 'declaration':
      return to.supplier.declaration(link.declarationId);
    case 'product':
      return to.product(link.slug);
    case 'thread':
      return to.supplier.thread(link.declarationId, link.questionKey);
    case 'calibration-task':
      return to.admin.calibrationTask(link.taskId);
    case 'review-case':
      return to.review.case(link.caseId);
    case 'review-thread':
      return to.review.thread(link.caseId, link.questionKey);
    case 'invitation':
      return to.invitation(tokenMark);
    case 'hearing-confirmation':
      return to.confirmHearing(tokenMark);
    case 'admin-questionnaires':
      return to.admin.questionnaires();
    case 'questionnaire':
      return to.questionnaire(link.slug, { version: link.version });
    case 'dispute-confirmation':
      return to.confirmDispute(tokenMark);
    case 'access-confirmation':
      return to.confirmAccess(tokenMark);
    case 'people':
      return to.supplier.people();
    case 'transfers':
      return to.supplier.transfers();
    case 'attestations':
      return to.review.attestations();
    case 'contradictions':
      return to.review.contradictions();
    case 'disputes':
      return to.supplier.disputes();
    case 'admin':
      return to.admin.suppliers();
    case 'access-requests':
      return to.supplier.accessRequests();
    case 'admin-disputes':
      return to.admin.disputes();
    case 'home':
      return to.supplier.home();
  }
}

function factsOf(notice: CaseNotice, language: Language): [name: string, value: string][] {
  const t = translator(mailTexts, language);
  const isAboutAge = notice.about === 'expire-soon' || notice.about === 'expire';
  const facts: [string, string][] = [
    [t('product'), oneLine(notice.product)],
    [t('supplier'), oneLine(notice.supplier)],
  ];
  if (notice.municipality) facts.push([t('municipality'), oneLine(notice.municipality)]);
  if (notice.dueAt && isAboutAge) facts.push([t('validUntil'), formatDate(notice.dueAt, language)]);
  if (notice.dueAt && !isAboutAge) facts.push([t('deadline'), formatDateTime(notice.dueAt, language)]);
  return facts;
}

/** Names come from people: no line break may begin a header or a line of its own. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

function requireMailed(about: CaseNotice['about']): MailedEvent {
  if (about in mailSubjects) return about as MailedEvent;
  throw new Error(`There is no mail about ${about}.`);
}
