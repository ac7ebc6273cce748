import { defineTexts } from './texts';

/** Versions of questionnaires that everybody may comment on. */
export const hearingTexts = defineTexts({
  newsHeading: { da: 'Version {version} er i høring', en: 'Version {version} is in hearing' },
  newsText: {
    da: 'Læs den, og skriv, hvad du mener, til og med {date}.',
    en: 'Read it and write what you think, up to and including {date}.',
  },
  newsLink: { da: 'Læs version {version}', en: 'Read version {version}' },
  bannerHeading: { da: 'Udkast i høring til og med {date}', en: 'Draft in hearing up to and including {date}' },
  bannerOver: {
    da: 'Høringen sluttede {date}. Svarene behandles.',
    en: 'The hearing ended on {date}. The comments are being handled.',
  },
  bannerText: {
    da: 'Denne version er ikke i brug. Spørgsmålene kan ændre sig efter høringen.',
    en: 'This version is not in use. The questions can change after the hearing.',
  },
  inUse: { da: 'Se den version, der er i brug', en: 'See the version that is in use' },
  comment: { da: 'Skriv et høringssvar', en: 'Write a comment' },
  commentQuestion: { da: 'Kommentér spørgsmålet', en: 'Comment on the question' },
  changes: { da: 'Hvad er nyt?', en: 'What is new?' },
  versionInHearing: { da: '{version}, i høring siden {date}', en: '{version}, in hearing since {date}' },

  formTitle: { da: 'Skriv et høringssvar', en: 'Write a comment' },
  formLead: {
    da: 'Om {title}. Koordinatoren læser svaret og svarer dig på mail. Det bliver ikke offentliggjort.',
    en: 'On {title}. The coordinator reads it and replies by mail. It is not published.',
  },
  about: { da: 'Hvad handler det om?', en: 'What is it about?' },
  whole: { da: 'Versionen som helhed', en: 'The version as a whole' },
  body: { da: 'Dit høringssvar', en: 'Your comment' },
  name: { da: 'Navn', en: 'Name' },
  email: { da: 'E-mail', en: 'E-mail' },
  emailHint: {
    da: 'Du får en mail med et link, som du bekræfter svaret med.',
    en: 'You get a mail with a link to confirm your comment with.',
  },
  organisation: { da: 'Virksomhed, kommune eller andet', en: 'Company, municipality or other' },
  send: { da: 'Send høringssvar', en: 'Send comment' },
  sentHeading: { da: 'Bekræft dit høringssvar', en: 'Confirm your comment' },
  sentText: {
    da: 'Vi har sendt en mail med et link. Svaret læses først, når du har brugt det.',
    en: 'We have sent a mail with a link. The comment is read when you have used it.',
  },
  receivedHeading: { da: 'Tak for dit høringssvar', en: 'Thank you for your comment' },
  receivedText: {
    da: 'Koordinatoren læser det og svarer på mail.',
    en: 'The coordinator reads it and replies by mail.',
  },
  back: { da: 'Tilbage til spørgeskemaet', en: 'Back to the questionnaire' },
  over: { da: 'Der er ingen åben høring om dette spørgeskema.', en: 'There is no open hearing on this questionnaire.' },
  errorBody: { da: 'Skriv dit høringssvar, højst 4.000 tegn', en: 'Write your comment, at most 4,000 characters' },
  errorName: { da: 'Skriv dit navn', en: 'Write your name' },
  errorEmail: {
    da: 'Skriv en e-mailadresse, f.eks. navn@firma.dk',
    en: 'Write an e-mail address, e.g. name@company.com',
  },
  errorOrganisation: { da: 'Skriv, hvem du svarer for', en: 'Write whom you answer for' },

  confirmTitle: { da: 'Bekræft dit høringssvar', en: 'Confirm your comment' },
  confirmText: { da: 'Du har skrevet dette om version {version}:', en: 'You have written this on version {version}:' },
  confirmButton: { da: 'Bekræft', en: 'Confirm' },
  invalidHeading: { da: 'Linket virker ikke', en: 'The link does not work' },
  invalidText: {
    da: 'Det er brugt, udløbet eller ikke helt. Skriv høringssvaret igen, hvis det ikke er modtaget.',
    en: 'It has been used, has expired or is not whole. Write the comment again if it has not arrived.',
  },
});

/** The coordinator's side. */
export const hearingWorkTexts = defineTexts({
  open: { da: 'Send i høring', en: 'Open a hearing' },
  openText: {
    da: 'Alle kan læse udkastet og skrive høringssvar til hvert spørgsmål, til dagen er gået.',
    en: 'Everybody can read the draft and comment on each question until the day has passed.',
  },
  closesOn: { da: 'Sidste dag for høringssvar', en: 'Last day for comments' },
  closesOnHint: { da: 'Mindst 7 dage fra i dag', en: 'At least 7 days from today' },
  introduction: { da: 'Hvad I især vil høre om', en: 'What you want to hear about most' },
  running: { da: 'I høring til og med {date}', en: 'In hearing up to and including {date}' },
  over: { da: 'Høringen sluttede {date}', en: 'The hearing ended on {date}' },
  otherText: {
    da: 'Udkastet er ændret, siden høringen begyndte. Høringen viser det, som det var.',
    en: 'The draft has changed since the hearing began. The hearing shows it as it was.',
  },
  comments: {
    da: { one: '{count} høringssvar', other: '{count} høringssvar' },
    en: { one: '{count} comment', other: '{count} comments' },
  },
  waiting: {
    da: { one: '{count} venter på svar', other: '{count} venter på svar' },
    en: { one: '{count} waits for a reply', other: '{count} wait for a reply' },
  },
  commentsHeading: { da: 'Høringssvar', en: 'Comments' },
  readComments: { da: 'Læs høringssvarene', en: 'Read the comments' },
  earlier: { da: 'Høringer', en: 'Hearings' },
  title: { da: 'Høringssvar til version {version}', en: 'Comments on version {version}' },
  none: { da: 'Der er ingen høringssvar endnu', en: 'There are no comments yet' },
  impact: { da: 'Hvad versionen koster', en: 'What the version costs' },
  answersNow: {
    da: { one: '{count} svar i dag', other: '{count} svar i dag' },
    en: { one: '{count} answer today', other: '{count} answers today' },
  },
  from: { da: '{organisation}, {date}', en: '{organisation}, {date}' },
  answer: { da: 'Svar', en: 'Reply' },
  answerHint: {
    da: 'Sendes på mail på det sprog, høringssvaret er skrevet på',
    en: 'Sent by mail, in the language of the comment',
  },
  send: { da: 'Send svar', en: 'Send reply' },
  close: { da: 'Luk uden svar', en: 'Close without a reply' },
  answered: { da: 'Besvaret {date}', en: 'Replied on {date}' },
  closed: { da: 'Lukket uden svar', en: 'Closed without a reply' },
  waits: { da: 'Venter', en: 'Waits' },
  done: { da: 'Gemt', en: 'Saved' },
  doneOpened: { da: 'Versionen er sendt i høring.', en: 'The version is in hearing now.' },
  doneAnswered: { da: 'Svaret er sendt på mail.', en: 'The reply is sent by mail.' },
  doneClosed: { da: 'Høringssvaret er lukket uden svar.', en: 'The comment is closed without a reply.' },
  doneEnded: { da: 'Høringen er afsluttet.', en: 'The hearing has ended.' },
  whatYouWrote: { da: 'Det, du skrev', en: 'What you wrote' },
  end: { da: 'Afslut høringen', en: 'End the hearing' },
  endText: {
    da: 'Så kan der ikke skrives flere høringssvar. Når alle er besvaret eller lukket, kan versionen offentliggøres.',
    en: 'Then no more comments can be written. When all are answered or closed, the version can be published.',
  },
});
