import type { Turn } from '~/workflows/case/turn';
import type { EvidenceWarning } from '~/workflows/review/dates';
import type { CaseEventType, Outcome, SectionState } from '~/workflows/words';
import { defineTexts, type TextsOf } from './texts';

/** The reviewer's workspace. */
export const reviewTexts = defineTexts({
  inboxTitle: { da: 'Sager til gennemgang', en: 'Cases for review' },

  // The inbox.
  inboxLead: {
    da: 'Leverandørernes erklæringer, som kommunerne gennemgår. Vælg, hvad du vil se.',
    en: 'The suppliers’ declarations, which the municipalities review. Choose what you want to see.',
  },
  inboxViews: { da: 'Udvalg af sager', en: 'Selections of cases' },
  view_mine: { da: 'Mine afsnit', en: 'My sections' },
  view_available: { da: 'Klar til at tage', en: 'Ready to claim' },
  view_routing: { da: 'Til fordeling', en: 'To be routed' },
  view_decision: { da: 'Til afgørelse', en: 'Awaiting decision' },
  view_waiting: { da: 'Venter på andre', en: 'Waiting for others' },
  view_closed: { da: 'Afsluttede', en: 'Closed' },
  viewCountWord: {
    da: { one: 'sag', other: 'sager' },
    en: { one: 'case', other: 'cases' },
  },
  searchLabel: { da: 'Sagsnummer, it-system eller leverandør', en: 'Case number, product or supplier' },
  searchHits: {
    da: {
      one: '{count} sag i udvalget passer til »{search}«',
      other: '{count} sager i udvalget passer til »{search}«',
    },
    en: {
      one: '{count} case in the selection matches “{search}”',
      other: '{count} cases in the selection match “{search}”',
    },
  },
  clearSearch: { da: 'Vis alle i udvalget', en: 'Show all in the selection' },
  columnCase: { da: 'Sag', en: 'Case' },
  columnProduct: { da: 'It-system', en: 'Product' },
  columnSupplier: { da: 'Leverandør', en: 'Supplier' },
  columnState: { da: 'Status', en: 'State' },
  columnSince: { da: 'Ventet', en: 'Waited' },
  columnDue: { da: 'Frist', en: 'Deadline' },
  columnTurn: { da: 'Hvis tur', en: 'Whose turn' },
  columnSections: { da: 'Afsnit', en: 'Sections' },
  columnChanged: { da: 'Ændret', en: 'Changed' },
  days: {
    da: { one: '{count} dag', other: '{count} dage' },
    en: { one: '{count} day', other: '{count} days' },
  },
  today: { da: 'I dag', en: 'Today' },
  overdue: { da: 'overskredet', en: 'overdue' },
  dueSoon: { da: 'snart', en: 'soon' },
  noDeadline: { da: 'Ingen frist', en: 'No deadline' },
  sectionsAssessed: { da: '{assessed} af {total} vurderet', en: '{assessed} of {total} assessed' },
  sectionsFree: { da: '{count} kan tages', en: '{count} can be claimed' },
  firstSubmission: { da: 'Alt er nyt', en: 'All is new' },
  changedCount: { da: '{moved} af {total} svar', en: '{moved} of {total} answers' },
  barred: { da: 'Inhabil', en: 'Conflict' },
  barredExplanation: {
    da: 'Du har erklæret dig inhabil, eller det er din egen organisation. Du kan læse sagen, men ikke behandle den.',
    en: 'You have declared a conflict of interest, or it is your own organisation. You can read the case but not act in it.',
  },
  empty_mine: { da: 'Du har ingen afsnit i gang', en: 'You have no sections in progress' },
  empty_mine_text: {
    da: 'Find en sag, der er klar, og tag et afsnit, som du kan vurdere fagligt.',
    en: 'Find a case that is ready, and claim a section within your field.',
  },
  empty_available: { da: 'Der er ingen afsnit at tage', en: 'There are no sections to claim' },
  empty_available_text: {
    da: 'Alle afsnit i de sager, der er under gennemgang, er taget eller vurderet.',
    en: 'Every section of the cases under review is claimed or assessed.',
  },
  empty_routing: { da: 'Ingen sager venter på fordeling', en: 'No cases are waiting to be routed' },
  empty_routing_text: {
    da: 'Nye erklæringer dukker op her, når leverandøren indsender dem.',
    en: 'New declarations appear here when the supplier submits them.',
  },
  empty_decision: { da: 'Ingen sager venter på afgørelse', en: 'No cases are awaiting a decision' },
  empty_decision_text: {
    da: 'En sag kommer hertil, når alle dens afsnit er vurderet.',
    en: 'A case comes here when all its sections are assessed.',
  },
  empty_waiting: { da: 'Ingen sager venter på andre', en: 'No cases are waiting for others' },
  empty_waiting_text: {
    da: 'Her står sager, hvor leverandøren er bedt om noget, eller hvor andre er i gang med alle afsnit.',
    en: 'Cases stand here when the supplier has been asked for something, or others are at work on every section.',
  },
  empty_closed: { da: 'Ingen sager er afsluttet', en: 'No cases are closed' },
  empty_closed_text: {
    da: 'Afgjorte og tilbagetrukne sager bliver stående her, så de kan læses igen.',
    en: 'Decided and withdrawn cases stay here so that they can be read again.',
  },
  emptySearch: { da: 'Ingen sager passer til søgningen', en: 'No cases match the search' },
  seeAvailable: { da: 'Se sager, der er klar', en: 'See cases that are ready' },

  // The case.
  caseCaption: { da: 'Sag {number} · {supplier}', en: 'Case {number} · {supplier}' },
  factSubmission: { da: 'Indsendelse', en: 'Submission' },
  submissionNumbered: { da: 'Nr. {number}, sendt {date}', en: 'No. {number}, sent {date}' },
  factMunicipality: { da: 'Ansvarlig kommune', en: 'Responsible municipality' },
  notRouted: { da: 'Ikke fordelt endnu', en: 'Not routed yet' },
  factDue: { da: 'Frist', en: 'Deadline' },
  factSince: { da: 'I denne status siden', en: 'In this state since' },
  factQuestionnaire: { da: 'Spørgeskema', en: 'Questionnaire' },
  factTurn: { da: 'Hvis tur', en: 'Whose turn' },
  turnAppeal: { da: 'Ledende bedømmer uden for sagen', en: 'Lead reviewer outside the case' },
  factCvr: { da: 'Leverandør', en: 'Supplier' },
  supplierWithCvr: { da: '{supplier}, cvr {cvr}', en: '{supplier}, CVR {cvr}' },
  noteHandOver: { da: 'Et afsnit blev givet videre', en: 'A section was handed over' },
  nowHeading: { da: 'Hvad sker der nu', en: 'What happens now' },
  nowScreening: {
    da: 'Se efter, om erklæringen kan gennemgås, og fordel sagen til den kommune, der skal afgøre den. Mangler der noget væsentligt, så send den tilbage.',
    en: 'See whether the declaration can be reviewed, and route the case to the municipality that will decide it. If something essential is missing, send it back.',
  },
  nowReview: {
    da: 'Hvert afsnit tages og vurderes for sig, også af forskellige kommuner. Når alle afsnit er vurderet, går sagen videre til afgørelse.',
    en: 'Each section is claimed and assessed by itself, also by different municipalities. When all are assessed, the case goes on to the decision.',
  },
  nowChanges: {
    da: 'Leverandøren retter eller uddyber. Når erklæringen kommer igen, skal kun det ændrede vurderes.',
    en: 'The supplier corrects or elaborates. When the declaration comes back, only what changed has to be judged.',
  },
  nowHearing: {
    da: 'Leverandøren kan udtale sig. Der træffes ikke afgørelse, før svaret er kommet, eller fristen er udløbet.',
    en: 'The supplier can comment. No decision is made before the answer has come or the deadline has passed.',
  },
  nowLead: {
    da: 'Alle afsnit er vurderet. En ledende bedømmer i den ansvarlige kommune foreslår en afgørelse.',
    en: 'Every section is assessed. A lead reviewer of the responsible municipality proposes a decision.',
  },
  nowSecond: {
    da: 'Der er foreslået en afgørelse. En anden ledende bedømmer, som ikke har vurderet svar i sagen, bekræfter den eller sender den tilbage.',
    en: 'A decision has been proposed. Another lead reviewer, who has judged no answers in the case, confirms it or sends it back.',
  },
  nowAppealed: {
    da: 'Leverandøren har klaget. Klagen afgøres af en ledende bedømmer, som ikke har deltaget i sagen.',
    en: 'The supplier has appealed. The appeal is decided by a lead reviewer who took no part in the case.',
  },
  nowUpheld: {
    da: 'Klagen er afgjort, og afgørelsen står ved magt.',
    en: 'The appeal is decided, and the decision stands.',
  },
  nowOverturned: {
    da: 'Leverandøren har fået medhold i klagen, og afgørelsen er omgjort. Hvad der så skal gælde, afgøres i en ny sag, når leverandøren har sendt erklæringen igen. Kendelsen ændrer ikke i sig selv, hvad der er offentligt.',
    en: 'The supplier’s appeal was granted, and the decision is overturned. What holds instead is decided in a new case, once the supplier has sent the declaration again. The ruling does not by itself change what is public.',
  },
  ruledUpheld: { da: 'Stadfæstet efter klage {date}.', en: 'Upheld on appeal {date}.' },
  ruledOverturned: {
    da: 'Omgjort efter klage {date}.',
    en: 'Overturned on appeal {date}.',
  },
  nowClosed: {
    da: 'Sagen er afsluttet, og der skal ikke gøres mere.',
    en: 'The case is closed, and nothing more is to be done.',
  },
  nowPublished: {
    da: 'De godkendte svar er offentlige. Koordinatoren kan suspendere eller tilbagekalde godkendelsen, hvis den viser sig at være forkert.',
    en: 'The approved answers are public. The coordinator can suspend or revoke the approval if it turns out to be wrong.',
  },
  nowExpired: {
    da: 'Godkendelsen er udløbet, og svarene tæller ikke længere med. Så længe de endnu kan læses, er de mærket som udløbet på it-systemets side. Koordinatoren kan tilbagekalde godkendelsen, hvis svarene viser sig at være forkerte.',
    en: 'The approval has expired, and the answers no longer count. While they can still be read, the product’s page marks them as expired. The coordinator can revoke the approval if the answers turn out to be wrong.',
  },
  nowSuspended: {
    da: 'De godkendte svar er ikke offentlige, mens sagen undersøges. Koordinatoren ophæver suspensionen eller tilbagekalder godkendelsen.',
    en: 'The approved answers are not public while the matter is looked into. The coordinator lifts the suspension or revokes the approval.',
  },
  onlyReading: {
    da: 'Du kan læse sagen, men din rolle behandler den ikke.',
    en: 'You can read the case, but your role does not act in it.',
  },
  goToDecision: { da: 'Gå til afgørelsen', en: 'Go to the decision' },
  goToMySection: { da: 'Fortsæt med {section}', en: 'Continue with {section}' },
  readDecision: { da: 'Læs afgørelsen', en: 'Read the decision' },

  sectionsHeading: { da: 'Afsnit', en: 'Sections' },
  sectionsIntro: {
    da: { one: '{count} svar skal vurderes.', other: '{count} svar skal vurderes.' },
    en: { one: '{count} answer has to be judged.', other: '{count} answers have to be judged.' },
  },
  sectionsJudged: {
    da: { one: '{judged} af {count} svar er vurderet.', other: '{judged} af {count} svar er vurderet.' },
    en: { one: '{judged} of {count} answer is judged.', other: '{judged} of {count} answers are judged.' },
  },
  sectionsUnchanged: {
    da: {
      one: '{count} svar er uændret siden godkendelsen og skal ikke vurderes igen.',
      other: '{count} svar er uændrede siden godkendelsen og skal ikke vurderes igen.',
    },
    en: {
      one: '{count} answer is unchanged since it was approved and need not be judged again.',
      other: '{count} answers are unchanged since they were approved and need not be judged again.',
    },
  },
  answersToJudge: {
    da: { one: '{count} svar skal vurderes', other: '{count} svar skal vurderes' },
    en: { one: '{count} answer to judge', other: '{count} answers to judge' },
  },
  answersJudged: { da: '{judged} af {count} svar vurderet', en: '{judged} of {count} answers judged' },
  answersUnchanged: {
    da: { one: '{count} uændret', other: '{count} uændrede' },
    en: { one: '{count} unchanged', other: '{count} unchanged' },
  },
  answersUnchangedSince: {
    da: {
      one: '{count} er uændret siden godkendelsen {date}',
      other: '{count} er uændrede siden godkendelsen {date}',
    },
    en: {
      one: '{count} is unchanged since the approval of {date}',
      other: '{count} are unchanged since the approval of {date}',
    },
  },
  answersNotApproved: {
    da: { one: '{count} ikke godkendt', other: '{count} ikke godkendt' },
    en: { one: '{count} not approved', other: '{count} not approved' },
  },
  sectionCarried: { da: 'Uændret', en: 'Unchanged' },
  sectionReviewer: { da: 'Bedømmer: {name}', en: 'Reviewer: {name}' },
  sectionYours: { da: 'Du har afsnittet', en: 'You have this section' },
  actionsFor: { da: 'for {section}', en: 'for {section}' },

  eventsHeading: { da: 'Handlinger', en: 'Actions' },
  eventsBlocked: { da: 'Det kan du ikke lige nu', en: 'What you cannot do right now' },
  noEvents: {
    da: 'Du skal ikke gøre noget i sagen lige nu.',
    en: 'There is nothing for you to do in the case right now.',
  },
  fieldMunicipality: { da: 'Kommune, der skal afgøre sagen', en: 'Municipality that will decide the case' },
  factAssignee: { da: 'Sagsbehandler', en: 'Case handler' },
  fieldAssignee: { da: 'Sagsbehandler', en: 'Case handler' },
  fieldAssigneeHint: {
    da: 'Vælg ingen, hvis alle i kommunen kan tage sagen.',
    en: 'Choose none if anybody in the municipality can take the case.',
  },
  nobodyInParticular: { da: 'Ingen bestemt', en: 'Nobody in particular' },
  routeToOwn: { da: 'Sagen fordeles til {municipality}.', en: 'The case is routed to {municipality}.' },
  fieldRouteNote: { da: 'Besked til kommunen', en: 'Message to the municipality' },
  fieldNote: { da: 'Besked til leverandøren', en: 'Message to the supplier' },
  fieldNoteHint: {
    da: 'Leverandøren læser beskeden. Skriv, hvad der skal til, og hvorfor. Vurderingernes begrundelser følger med af sig selv.',
    en: 'The supplier reads the message. Write what is needed and why. The reasons of the verdicts go along by themselves.',
  },
  fieldInternalNote: { da: 'Intern note', en: 'Internal note' },
  fieldInternalHint: { da: 'Leverandøren ser den ikke.', en: 'The supplier does not see it.' },
  fieldReason: { da: 'Begrundelse', en: 'Reasons' },
  fieldHearing: { da: 'Hvad leverandøren kan udtale sig om', en: 'What the supplier can comment on' },
  fieldHearingHint: {
    da: 'Skriv oplysningerne, hvor de kommer fra, og hvilken afgørelse I overvejer. Leverandøren læser det, og det står i brevet.',
    en: 'Write the facts, where they come from, and which decision you are considering. The supplier reads it, and it is in the letter.',
  },
  hearingHeading: { da: 'Partshøring', en: 'Hearing' },
  hearingUnanswered: {
    da: 'Leverandøren har ikke svaret på den seneste høring.',
    en: 'The supplier has not answered the latest hearing.',
  },
  fieldReasonShared: { da: 'Leverandøren læser begrundelsen.', en: 'The supplier reads the reasons.' },
  fieldWorkingDays: { da: 'Frist i arbejdsdage', en: 'Deadline in working days' },
  fieldWorkingDaysHint: {
    da: 'Mellem {least} og {most}. Lørdage, søndage og helligdage tæller ikke med.',
    en: 'Between {least} and {most}. Weekends and public holidays do not count.',
  },
  noteMissing: { da: 'Skriv en besked eller begrundelse.', en: 'Write a message or reasons.' },
  municipalityMissing: { da: 'Vælg en kommune.', en: 'Choose a municipality.' },
  workingDaysWrong: { da: 'Skriv et helt tal, for eksempel 20.', en: 'Write a whole number, for example 20.' },
  requestUnreadable: {
    da: 'Felterne kunne ikke læses. Se dem igennem, og prøv igen.',
    en: 'The fields could not be read. Look them over and try again.',
  },

  doneSaved: { da: 'Vurderingerne er gemt.', en: 'The verdicts are saved.' },
  doneClaimed: { da: 'Du har taget afsnittet.', en: 'The section is yours.' },
  doneConfirming: { da: 'Du har bekræftet forslaget.', en: 'You have confirmed the proposal.' },
  doneDemand: {
    da: 'Kravet er noteret. Leverandøren får det at se, når I beder om ændringer.',
    en: 'The demand is noted. The supplier sees it when you request changes.',
  },
  doneDropped: { da: 'Kravet er taget tilbage.', en: 'The demand is taken back.' },
  doneConflict: { da: 'Din inhabilitet er registreret.', en: 'Your conflict of interest is recorded.' },
  doneHandedOver: {
    da: 'Afsnittet er givet videre. Den nye bedømmer får besked.',
    en: 'The section is handed over. The new reviewer is told.',
  },
  doneTakenOver: {
    da: 'Du har overtaget afsnittet. Den tidligere bedømmer får besked.',
    en: 'You have taken the section over. The former reviewer is told.',
  },
  doneViewSaved: {
    da: 'Visningen er gemt. Du finder den under »Filtre, kolonner og gemte visninger«.',
    en: 'The view is saved. You find it under “Filters, columns and saved views”.',
  },
  doneViewRemoved: { da: 'Visningen er fjernet.', en: 'The view is removed.' },
  doneConflictEnded: { da: 'Inhabiliteten er ophævet.', en: 'The conflict of interest is ended.' },

  pathHeading: { da: 'Sagens forløb', en: 'The case so far' },
  pathEarlier: {
    da: { one: 'Vis {count} tidligere hændelse', other: 'Vis {count} tidligere hændelser' },
    en: { one: 'Show {count} earlier event', other: 'Show {count} earlier events' },
  },
  pathBy: { da: '{name}, {organisation}', en: '{name}, {organisation}' },
  byPortal: { da: 'Portalen', en: 'The portal' },
  notesHeading: { da: 'Beskeder og noter', en: 'Messages and notes' },
  notesNone: { da: 'Der er ingen beskeder i sagen endnu.', en: 'There are no messages in the case yet.' },
  noteInternal: { da: 'Intern note – leverandøren ser den ikke', en: 'Internal note – the supplier does not see it' },
  noteShared: { da: 'Besked, som leverandøren også læser', en: 'Message that the supplier reads too' },

  scopeHeading: { da: 'Snitflader i erklæringen', en: 'Interfaces in the declaration' },
  scopeIntro: {
    da: 'Portalen foreslår snitflader ud fra it-systemets KLE-områder og type. Leverandøren kan tilføje og fjerne med en begrundelse.',
    en: 'The portal proposes interfaces from the product’s KLE areas and type. The supplier can add and remove with a reason.',
  },
  scopeDeclared: {
    da: { one: '{count} snitflade er erklæret', other: '{count} snitflader er erklæret' },
    en: { one: '{count} interface is declared', other: '{count} interfaces are declared' },
  },
  scopeRemoved: {
    da: { one: '{count} foreslået snitflade er fjernet', other: '{count} foreslåede snitflader er fjernet' },
    en: { one: '{count} proposed interface is removed', other: '{count} proposed interfaces are removed' },
  },
  scopeNoReason: { da: 'Ingen begrundelse', en: 'No reason given' },
  scopeAdded: { da: 'tilføjet af leverandøren', en: 'added by the supplier' },
  scopeDemands: { da: 'Krævede snitflader', en: 'Demanded interfaces' },
  demandPending: { da: 'Sendes med, når I beder om ændringer', en: 'Goes along when you request changes' },
  demandInEffect: { da: 'Leverandøren skal svare på den', en: 'The supplier has to answer for it' },
  demandDrop: { da: 'Tag kravet tilbage', en: 'Take the demand back' },
  demandHeading: { da: 'Kræv en snitflade', en: 'Demand an interface' },
  demandIntro: {
    da: 'Mangler der en snitflade, som it-systemet efter din faglige vurdering skal forholde sig til, så kræv den her.',
    en: 'If an interface is missing that the product, in your professional judgement, has to relate to, demand it here.',
  },
  demandInterface: { da: 'Snitflade', en: 'Interface' },
  demandReason: { da: 'Hvorfor er den relevant?', en: 'Why is it relevant?' },
  demandButton: { da: 'Kræv snitfladen', en: 'Demand the interface' },
  demandInterfaceMissing: { da: 'Vælg en snitflade.', en: 'Choose an interface.' },

  conflictHeading: { da: 'Er du inhabil?', en: 'Do you have a conflict of interest?' },
  conflictText: {
    da: 'Har du en personlig eller økonomisk interesse i leverandøren, eller har du arbejdet for den, må du ikke deltage i dens sager.',
    en: 'If you have a personal or financial interest in the supplier, or have worked for it, you must not take part in its cases.',
  },
  conflictLink: { da: 'Erklær dig inhabil over for {supplier}', en: 'Declare a conflict with {supplier}' },

  // Conflict: the case moved while the page was open.
  movedHeading: { da: 'Sagen er ændret, siden du åbnede siden', en: 'The case has changed since you opened the page' },
  movedText: {
    da: 'Intet er gemt. Se, hvad der er sket, og gør færdig, hvis det stadig er rigtigt. Det, du skrev, er ikke gået tabt.',
    en: 'Nothing has been saved. See what has happened, and finish if it is still right. What you wrote is not lost.',
  },
  movedFrom: { da: 'Da du åbnede siden: {state}. Nu: {now}.', en: 'When you opened the page: {state}. Now: {now}.' },
  movedNow: { da: 'Status nu: {now}.', en: 'State now: {now}.' },
  whatYouWrote: { da: 'Det, du skrev', en: 'What you wrote' },
  refusedHeading: { da: 'Det kunne ikke lade sig gøre', en: 'That could not be done' },

  // A section.
  sectionCaption: { da: '{product} · sag {number}', en: '{product} · case {number}' },
  backToCase: { da: 'Tilbage til sagen', en: 'Back to the case' },
  previousSection: { da: 'Forrige afsnit', en: 'Previous section' },
  nextSection: { da: 'Næste afsnit', en: 'Next section' },
  claimFirst: {
    da: 'Tag afsnittet for at vurdere svarene. Så ved kolleger i alle kommuner, at du er i gang.',
    en: 'Claim the section to judge the answers. Colleagues in all municipalities then know that you are at it.',
  },
  claimedBy: {
    da: '{name} har taget afsnittet og vurderer det.',
    en: '{name} has claimed the section and is judging it.',
  },
  assessedBy: { da: 'Afsnittet er vurderet af {name}.', en: 'The section was assessed by {name}.' },
  sectionAssessed: { da: 'Afsnittet er vurderet.', en: 'The section is assessed.' },
  checksHeading: { da: 'Det skal du se efter', en: 'What to look for' },
  movedHeadingAnswers: { da: 'Svar, der skal vurderes', en: 'Answers to judge' },
  carriedHeading: {
    da: { one: '{count} uændret svar', other: '{count} uændrede svar' },
    en: { one: '{count} unchanged answer', other: '{count} unchanged answers' },
  },
  carriedIntro: {
    da: 'Svarene er godkendt før og er ikke ændret siden. Godkendelsen gælder stadig, men du kan vurdere dem på ny, hvis du er i tvivl.',
    en: 'The answers were approved before and have not changed since. The approval still holds, but you can judge them anew if in doubt.',
  },
  generalAnswers: { da: 'Om hele afsnittet', en: 'About the whole section' },
  answerLabel: { da: 'Svar', en: 'Answer' },
  justificationLabel: { da: 'Leverandørens begrundelse', en: 'The supplier’s reasons' },
  evidenceLabel: { da: 'Dokumentation', en: 'Evidence' },
  noEvidence: { da: 'Ingen dokumentation vedlagt', en: 'No evidence attached' },
  evidenceMunicipality: { da: 'Bekræftes af {municipality}', en: 'Confirmed by {municipality}' },
  evidenceShow: { da: 'Se billedet her', en: 'Look at the picture here' },
  evidenceDated: { da: 'Dateret {date}', en: 'Dated {date}' },
  evidenceValid: { da: 'gælder til {date}', en: 'valid until {date}' },
  openLink: { da: 'Åbn adressen', en: 'Open the address' },
  openFile: { da: 'Åbn filen {file}', en: 'Open the file {file}' },
  helpSummary: { da: 'Sådan er der spurgt', en: 'How it was asked' },
  evidenceExample: { da: 'Eksempel på god dokumentation', en: 'Example of good evidence' },
  weight3: { da: 'Afgørende', en: 'Decisive' },
  privateAnswer: { da: 'Offentliggøres ikke', en: 'Not published' },
  previousHeading: { da: 'Sidst (indsendelse {number})', en: 'Last time (submission {number})' },
  previousNew: {
    da: 'Nyt svar: spørgsmålet er ikke besvaret før.',
    en: 'New answer: the question was not answered before.',
  },
  previousSame: {
    da: 'Svaret er det samme som sidst.',
    en: 'The answer is the same as last time.',
  },
  diffAnswer: { da: 'Svaret', en: 'The answer' },
  diffJustification: { da: 'Begrundelsen', en: 'The reasons' },
  diffEvidence: { da: 'Dokumentationen', en: 'The evidence' },
  verdictBy: { da: '{name}, {municipality}, {date}', en: '{name}, {municipality}, {date}' },
  verdictLegend: { da: 'Din vurdering', en: 'Your verdict' },
  verdictReason: { da: 'Begrundelse', en: 'Reasons' },
  verdictCurrent: { da: 'Vurderet', en: 'Judged' },
  verdictNone: { da: 'Ikke vurderet endnu', en: 'Not judged yet' },
  verdictMeanings: { da: 'Hvad vurderingerne betyder', en: 'What the verdicts mean' },
  judgeAnew: { da: 'Vurdér på ny', en: 'Judge anew' },
  saveVerdicts: { da: 'Gem vurderinger', en: 'Save verdicts' },
  saveAndAssess: { da: 'Gem og afslut afsnit', en: 'Save and finish section' },
  saveBarText: {
    da: 'Dine vurderinger gemmes samlet for hele siden. Leverandøren ser dem først, når I beder om ændringer eller træffer afgørelse. En bemærkning bliver offentlig sammen med svaret.',
    en: 'Your verdicts are saved together for the whole page. The supplier sees them only when you request changes or decide. A remark becomes public with its answer.',
  },
  nothingSaved: {
    da: 'Intet er gemt endnu. Det, du har valgt og skrevet, står stadig på siden.',
    en: 'Nothing is saved yet. What you have chosen and written still stands on the page.',
  },
  kindMissing: { da: 'Vælg en vurdering: {question}', en: 'Choose a verdict: {question}' },
  reasonMissing: { da: 'Skriv en begrundelse: {question}', en: 'Give reasons: {question}' },
  reasonTooLong: {
    da: 'Begrundelsen må højst være på {most} tegn: {question}',
    en: 'The reasons may have {most} characters at most: {question}',
  },
  reasonControlCharacters: {
    da: 'Begrundelsen indeholder et tegn, der ikke kan ses og ikke kan gemmes: {question}',
    en: 'The reasons hold a character that cannot be seen or stored: {question}',
  },
  answerMoved: {
    da: 'Svaret er ændret, siden du vurderede det: {question}',
    en: 'The answer has changed since you judged it: {question}',
  },

  // The decision.
  decisionTitle: { da: 'Afgørelse', en: 'Decision' },
  decisionNotYet: {
    da: 'Sagen er ikke klar til afgørelse. Det bliver den, når alle afsnit er vurderet.',
    en: 'The case is not ready to be decided. It will be when every section is assessed.',
  },
  summaryHeading: { da: 'Vurderingerne', en: 'The verdicts' },
  summaryTotal: {
    da: { one: '{count} svar: {verdicts}.', other: '{count} svar: {verdicts}.' },
    en: { one: '{count} answer: {verdicts}.', other: '{count} answers: {verdicts}.' },
  },
  columnSection: { da: 'Afsnit', en: 'Section' },
  columnAnswers: { da: 'Svar', en: 'Answers' },
  columnReviewer: { da: 'Vurderet af', en: 'Assessed by' },
  columnUnjudged: { da: 'Ikke vurderet', en: 'Not judged' },
  notApprovedHeading: {
    da: { one: '{count} svar er ikke godkendt', other: '{count} svar er ikke godkendt' },
    en: { one: '{count} answer is not approved', other: '{count} answers are not approved' },
  },
  notApprovedText: {
    da: 'Begrundelserne følger med afgørelsen til leverandøren. Svarene offentliggøres ikke.',
    en: 'The reasons go to the supplier with the decision. The answers are not published.',
  },
  remarksHeading: {
    da: { one: '{count} svar er godkendt med bemærkning', other: '{count} svar er godkendt med bemærkning' },
    en: { one: '{count} answer is accepted with a remark', other: '{count} answers are accepted with a remark' },
  },
  remarksText: { da: 'Bemærkningerne bliver offentlige.', en: 'The remarks become public.' },
  proposeHeading: { da: 'Foreslå afgørelse', en: 'Propose a decision' },
  fieldOutcome: { da: 'Afgørelse', en: 'Decision' },
  outcomeNotPossible: { da: 'Passer ikke med vurderingerne', en: 'Does not fit the verdicts' },
  fieldReasons: { da: 'Samlet begrundelse', en: 'Overall reasons' },
  fieldReasonsHint: {
    da: 'Skal skrives, når ikke alt godkendes. Begrundelsen skal kunne læses alene og tåle at blive lagt frem.',
    en: 'Needed when not everything is approved. It must be readable on its own and bear being made public.',
  },
  proposeNext: {
    da: 'En anden ledende bedømmer skal bekræfte, før afgørelsen gælder og noget bliver offentligt.',
    en: 'Another lead reviewer has to confirm before the decision is valid and anything becomes public.',
  },
  proposalHeading: { da: 'Forslaget', en: 'The proposal' },
  proposedBy: { da: 'Foreslået af {name}', en: 'Proposed by {name}' },
  reasonsNone: { da: 'Ingen samlet begrundelse; alt er godkendt.', en: 'No overall reasons; everything is approved.' },
  confirmHeading: { da: 'Det andet par øjne', en: 'The second pair of eyes' },
  confirmText: {
    da: 'Når du bekræfter, gælder afgørelsen, leverandøren får besked, og godkendte svar bliver offentlige med det samme. Det kan ikke fortrydes.',
    en: 'When you confirm, the decision is valid, the supplier is told, and approved answers become public at once. It cannot be undone.',
  },
  fieldReturnNote: { da: 'Hvorfor sender du den tilbage?', en: 'Why do you send it back?' },
  decidedHeading: { da: 'Afgørelsen', en: 'The decision' },
  decidedBy: {
    da: 'Foreslået af {proposer}, bekræftet af {confirmer}',
    en: 'Proposed by {proposer}, confirmed by {confirmer}',
  },
  appealHeading: { da: 'Klagevejledning', en: 'How to appeal' },
  appealIntro: {
    da: 'Følger med afgørelsen, når ikke alt godkendes:',
    en: 'Goes with the decision when not everything is approved:',
  },
  appealGuidance: {
    da: 'I kan klage over afgørelsen. Klagen sendes her i portalen fra sagens side og skal begrundes. Den behandles af en ledende bedømmer, som ikke har deltaget i sagen. Klagen ændrer ikke, hvad der er offentligt, før den er afgjort.',
    en: 'You can appeal the decision. The appeal is sent here in the portal from the page of the case, with reasons. It is handled by a lead reviewer who took no part in the case. The appeal does not change what is public until it is decided.',
  },

  // Conflicts of interest.
  conflictsTitle: { da: 'Inhabilitet', en: 'Conflicts of interest' },
  conflictsLead: {
    da: 'Er du inhabil over for en leverandør, lukker portalen for, at du behandler dens sager. Du kan stadig læse dem.',
    en: 'If you have a conflict of interest with a supplier, the portal keeps you from acting in its cases. You can still read them.',
  },
  conflictsNone: { da: 'Du har ikke erklæret dig inhabil', en: 'You have declared no conflicts' },
  conflictsCurrent: { da: 'Gældende', en: 'In force' },
  conflictsEnded: { da: 'Ophævede', en: 'Ended' },
  conflictDeclared: { da: 'Erklæret {date}', en: 'Declared {date}' },
  conflictEndedOn: { da: 'Ophævet {date}', en: 'Ended {date}' },
  conflictEnd: { da: 'Ophæv', en: 'End' },
  conflictEndFor: { da: 'inhabiliteten over for {supplier}', en: 'the conflict with {supplier}' },
  conflictDeclare: { da: 'Erklær dig inhabil', en: 'Declare a conflict of interest' },
  conflictSupplier: { da: 'Leverandør', en: 'Supplier' },
  conflictReason: { da: 'Hvorfor er du inhabil?', en: 'What is the conflict?' },
  conflictReasonHint: {
    da: 'En sætning er nok. Den bliver stående i portalens log.',
    en: 'One sentence is enough. It stays in the portal’s log.',
  },
  conflictSupplierMissing: { da: 'Vælg en leverandør.', en: 'Choose a supplier.' },
  conflictReasonMissing: { da: 'Skriv, hvorfor du er inhabil.', en: 'Write what the conflict is.' },
});

/** Whose turn it is. */
export const turnTexts = defineTexts({
  supplier: { da: 'Leverandøren', en: 'The supplier' },
  coordinator: { da: 'Koordinatoren', en: 'The coordinator' },
  reviewers: { da: 'Bedømmere', en: 'Reviewers' },
  'lead-reviewer': { da: 'Ledende bedømmer', en: 'Lead reviewer' },
  'second-reviewer': { da: 'Det andet par øjne', en: 'Second pair of eyes' },
  nobody: { da: 'Ingen', en: 'Nobody' },
} satisfies TextsOf<Turn>);

export const sectionStateTexts = defineTexts({
  waiting: { da: 'Ikke taget', en: 'Not claimed' },
  claimed: { da: 'I gang', en: 'In progress' },
  assessed: { da: 'Vurderet', en: 'Assessed' },
} satisfies TextsOf<SectionState>);

export const evidenceWarningTexts = defineTexts({
  expired: { da: 'Udløbet', en: 'Expired' },
  old: { da: 'Over 12 måneder gammel', en: 'More than 12 months old' },
  'from-the-future': { da: 'Dateret efter i dag', en: 'Dated after today' },
} satisfies TextsOf<EvidenceWarning>);

/** What a decision will do, beside the choice of it. */
export const outcomeHints = defineTexts({
  approved: { da: 'Alle svar offentliggøres.', en: 'All answers are published.' },
  'partially-approved': {
    da: 'De godkendte svar offentliggøres. De øvrige begrundes enkeltvis over for leverandøren.',
    en: 'The approved answers are published. The supplier is given the reasons for each of the others.',
  },
  rejected: {
    da: 'Ingen svar offentliggøres. Leverandøren får begrundelsen og en klagevejledning.',
    en: 'No answers are published. The supplier is given the reasons and told how to appeal.',
  },
} satisfies TextsOf<Outcome>);

/** The buttons that send an event. */
export const eventTexts = defineTexts({
  submit: { da: 'Indsend', en: 'Submit' },
  resubmit: { da: 'Indsend igen', en: 'Submit again' },
  withdraw: { da: 'Træk tilbage', en: 'Withdraw' },
  route: { da: 'Fordel sagen', en: 'Route the case' },
  'return-incomplete': { da: 'Send tilbage som mangelfuld', en: 'Return as incomplete' },
  claim: { da: 'Tag afsnittet', en: 'Claim section' },
  release: { da: 'Giv slip på afsnittet', en: 'Release section' },
  assess: { da: 'Afslut afsnittet', en: 'Finish section' },
  reopen: { da: 'Åbn afsnittet igen', en: 'Reopen section' },
  'request-changes': { da: 'Bed om ændringer', en: 'Request changes' },
  lapse: { da: 'Fortsæt uden svar', en: 'Go on without an answer' },
  'open-hearing': { da: 'Start partshøring', en: 'Open a hearing' },
  'answer-hearing': { da: 'Svar på partshøring', en: 'Answer the hearing' },
  'close-hearing': { da: 'Afslut partshøring', en: 'Close the hearing' },
  propose: { da: 'Foreslå afgørelse', en: 'Propose decision' },
  return: { da: 'Send tilbage', en: 'Send back' },
  confirm: { da: 'Bekræft afgørelsen', en: 'Confirm the decision' },
  'expire-soon': { da: 'Varsl udløb', en: 'Give notice of expiry' },
  expire: { da: 'Lad udløbe', en: 'Let expire' },
  suspend: { da: 'Suspendér godkendelsen', en: 'Suspend the approval' },
  reinstate: { da: 'Ophæv suspensionen', en: 'Lift the suspension' },
  revoke: { da: 'Tilbagekald godkendelsen', en: 'Revoke the approval' },
  supersede: { da: 'Afløs', en: 'Supersede' },
  appeal: { da: 'Klag', en: 'Appeal' },
  uphold: { da: 'Stadfæst afgørelsen', en: 'Uphold the decision' },
  overturn: { da: 'Omgør afgørelsen', en: 'Overturn the decision' },
} satisfies TextsOf<CaseEventType>);

/** What an event does, beside its form. */
export const eventExplanations = defineTexts({
  route: {
    da: 'Kommunen bliver ansvarlig for afgørelsen. Bedømmere i alle kommuner kan derefter tage afsnit.',
    en: 'The municipality becomes responsible for the decision. Reviewers in all municipalities can then claim sections.',
  },
  'return-incomplete': {
    da: 'Brug det, når erklæringen ikke kan gennemgås, som den er. Leverandøren får en frist til at rette den.',
    en: 'Use this when the declaration cannot be reviewed as it is. The supplier gets a deadline to correct it.',
  },
  'request-changes': {
    da: 'Leverandøren ser alle vurderinger, der ikke er »Godkendt«, og får en frist. Når erklæringen kommer igen, skal kun det ændrede vurderes.',
    en: 'The supplier sees every verdict that is not “Accepted” and gets a deadline. When the declaration comes back, only what changed has to be judged.',
  },
  lapse: {
    da: 'Fristen er udløbet uden svar. Sagen går tilbage til gennemgang, som den er.',
    en: 'The deadline has passed without an answer. The case goes back to review as it is.',
  },
  'open-hearing': {
    da: 'Skal afgørelsen bygge på noget, som leverandøren ikke kender, skal leverandøren høres først (forvaltningslovens § 19).',
    en: 'If the decision rests on something the supplier does not know, the supplier has to be heard first (section 19 of the Danish Public Administration Act).',
  },
  'close-hearing': {
    da: 'Fristen er udløbet. Sagen går tilbage til afgørelse.',
    en: 'The deadline has passed. The case goes back to the decision.',
  },
  suspend: {
    da: 'De godkendte svar tages af den offentlige liste, mens forholdene undersøges.',
    en: 'The approved answers are taken off the public list while matters are looked into.',
  },
  reinstate: { da: 'De godkendte svar bliver offentlige igen.', en: 'The approved answers become public again.' },
  revoke: {
    da: 'De godkendte svar tages af den offentlige liste for bestandig. Det kan ikke fortrydes.',
    en: 'The approved answers are taken off the public list for good. It cannot be undone.',
  },
  uphold: { da: 'Afgørelsen bliver stående.', en: 'The decision stands.' },
  overturn: {
    da: 'Leverandøren får medhold. Hvad der så skal gælde, afgøres i en ny sag.',
    en: 'The supplier is right. What then holds is decided in a new case.',
  },
} satisfies Partial<TextsOf<CaseEventType>>);

/** What happened, in the case's path and after a button was pressed. */
export const happenedTexts = defineTexts({
  open: { da: 'Sagen blev oprettet', en: 'The case was opened' },
  submit: { da: 'Erklæringen blev indsendt', en: 'The declaration was submitted' },
  resubmit: { da: 'Erklæringen blev indsendt igen', en: 'The declaration was submitted again' },
  withdraw: { da: 'Leverandøren trak erklæringen tilbage', en: 'The supplier withdrew the declaration' },
  route: { da: 'Sagen blev fordelt', en: 'The case was routed' },
  'return-incomplete': {
    da: 'Erklæringen blev sendt tilbage som mangelfuld',
    en: 'The declaration was returned as incomplete',
  },
  claim: { da: 'Et afsnit blev taget', en: 'A section was claimed' },
  release: { da: 'Et afsnit blev givet fri', en: 'A section was released' },
  assess: { da: 'Et afsnit blev vurderet', en: 'A section was assessed' },
  reopen: { da: 'Et afsnit blev åbnet igen', en: 'A section was reopened' },
  'request-changes': { da: 'Leverandøren blev bedt om ændringer', en: 'The supplier was asked for changes' },
  lapse: { da: 'Fristen udløb, og gennemgangen gik videre', en: 'The deadline passed, and the review went on' },
  'open-hearing': { da: 'Partshøringen begyndte', en: 'The hearing began' },
  'answer-hearing': { da: 'Leverandøren svarede på partshøringen', en: 'The supplier answered the hearing' },
  'close-hearing': { da: 'Partshøringen sluttede', en: 'The hearing ended' },
  propose: { da: 'Der blev foreslået en afgørelse', en: 'A decision was proposed' },
  return: { da: 'Forslaget blev sendt tilbage', en: 'The proposal was sent back' },
  confirm: { da: 'Afgørelsen blev bekræftet', en: 'The decision was confirmed' },
  'expire-soon': { da: 'Udløbet blev varslet', en: 'Notice of expiry was given' },
  expire: { da: 'Godkendelsen udløb', en: 'The approval expired' },
  suspend: { da: 'Godkendelsen blev suspenderet', en: 'The approval was suspended' },
  reinstate: { da: 'Suspensionen blev ophævet', en: 'The suspension was lifted' },
  revoke: { da: 'Godkendelsen blev tilbagekaldt', en: 'The approval was revoked' },
  supersede: { da: 'En nyere afgørelse trådte i stedet', en: 'A newer decision took its place' },
  appeal: { da: 'Leverandøren klagede', en: 'The supplier appealed' },
  uphold: { da: 'Afgørelsen blev stadfæstet', en: 'The decision was upheld' },
  overturn: { da: 'Afgørelsen blev omgjort', en: 'The decision was overturned' },
} satisfies TextsOf<CaseEventType | 'open'>);
