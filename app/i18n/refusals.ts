import type { Refusal } from '~/workflows/refusal';
import type { Language } from '~/workflows/words';
import { useLanguage } from './language';
import { defineTexts, type Texts, translator } from './texts';

/**
 * One sentence for every refusal code: what is not possible, and what the person can do about it. A code's
 * placeholders are the params of its refusal.
 */
export const refusalTexts = defineTexts({
  unknown: { da: 'Det kan ikke lade sig gøre lige nu.', en: 'That is not possible right now.' },

  // Texts of mails and letters (db/portal-texts.ts).
  'text-not-valid': {
    da: 'Teksten må ikke være tom eller længere end {limit} tegn. Emner og tekster i breve skal stå på én linje.',
    en: 'The text must not be empty or longer than {limit} characters. Subjects and texts of letters must be one line.',
  },
  'text-placeholder-unknown': {
    da: 'Portalen kender ikke {names} i denne tekst. Brug kun de pladsholdere, der står under feltet.',
    en: 'The portal does not know {names} in this text. Use only the placeholders listed under the field.',
  },
  'text-placeholder-missing': {
    da: 'Teksten mangler {names}. Sæt pladsholderen ind, så modtageren får oplysningen.',
    en: 'The text lacks {names}. Insert the placeholder, so that the receiver gets the information.',
  },
  'text-has-moved': {
    da: 'En anden har ændret teksten imens. Se den igennem, og prøv igen.',
    en: 'Somebody else has changed the text meanwhile. Look through it and try again.',
  },

  // Merging and splitting suppliers and products (db/registry).
  'registry-same': {
    da: 'Vælg to forskellige: noget kan ikke lægges sammen med sig selv.',
    en: 'Choose two different ones: nothing can be merged into itself.',
  },
  'registry-ended': {
    da: 'En af de to er ophørt. Se i historikken, om den allerede er lagt sammen.',
    en: 'One of the two has ended. See in the history whether it has been merged already.',
  },
  'registry-other-supplier': {
    da: 'De to it-systemer hører til hver sin leverandør. Læg leverandørerne sammen først, eller lad leverandøren overdrage systemet.',
    en: 'The two products belong to different suppliers. Merge the suppliers first, or let the supplier transfer the product.',
  },
  'registry-case-open': {
    da: 'En kommune behandler en erklæring i øjeblikket. Vent på afgørelsen, eller lad leverandøren trække erklæringen tilbage.',
    en: 'A municipality is working on a declaration at the moment. Wait for the decision, or let the supplier withdraw it.',
  },
  'registry-dispute-open': {
    da: 'Der er en åben indsigelse mod et offentliggjort svar. Afgør den først.',
    en: 'There is an open objection to a published answer. Settle it first.',
  },
  'registry-transfer-open': {
    da: 'Et af it-systemerne er tilbudt en anden leverandør. Vent på svaret, eller lad leverandøren trække tilbuddet.',
    en: 'One of the products has been offered to another supplier. Wait for the answer, or let the supplier take the offer back.',
  },
  'registry-family-source': {
    da: 'Andre it-systemer arver fra det, der skulle ophøre ({names}). Lad leverandøren opløse familien, eller lad det bestå.',
    en: 'Other products inherit from the one that would end ({names}). Let the supplier dissolve the family, or let this one survive.',
  },
  'registry-family-mixed': {
    da: 'Systemfamilien {names} ville blive delt. Flyt hele familien, eller lad leverandøren opløse den først.',
    en: 'The product family {names} would be torn apart. Move all of it, or let the supplier dissolve it first.',
  },
  'registry-survivor-undeclared': {
    da: 'Det it-system, der skulle bestå, har ingen erklæring, og det andet har. Byt om: navnet kan ændres bagefter.',
    en: 'The product that would survive has no declaration, and the other has. Swap them: the name can be changed afterwards.',
  },
  'registry-survivor-not-public': {
    da: 'Det it-system, der skulle bestå, har aldrig været offentligt, og det andet har. Byt om, så adressen bliver ved med at virke.',
    en: 'The product that would survive has never been public, and the other has. Swap them, so that the address goes on working.',
  },
  'registry-name-in-use': {
    da: 'Navnet {names} er i brug hos begge. Omdøb et af it-systemerne først.',
    en: 'The name {names} is in use on both sides. Rename one of the products first.',
  },
  'registry-demo': {
    da: 'Eksempeldata og virkelige leverandører lægges ikke sammen.',
    en: 'Example data and real suppliers are not mixed.',
  },
  'registry-nothing-left': {
    da: 'Alle it-systemer ville flytte. Læg leverandørerne sammen i stedet.',
    en: 'Every product would move. Merge the suppliers instead.',
  },
  'registry-nothing-chosen': {
    da: 'Vælg mindst ét it-system, der flytter.',
    en: 'Choose at least one product to move.',
  },
  'registry-product-invalid': {
    da: 'Skriv et navn til det nye it-system, højst 200 tegn på én linje.',
    en: 'Write a name for the new product, at most 200 characters on one line.',
  },
  'registry-supplier-invalid': {
    da: 'Skriv cvr-nummeret med 8 cifre og virksomhedens navn.',
    en: 'Write the CVR number with 8 digits and the company’s name.',
  },
  'registry-has-moved': {
    da: 'Noget af det, der skulle flytte, er ændret imens. Se det igennem igen, og bekræft.',
    en: 'Some of what would move has changed meanwhile. Look through it again and confirm.',
  },
  'registry-reason-needed': {
    da: 'Skriv en begrundelse på {least} til {most} tegn.',
    en: 'Write a reason of {least} to {most} characters.',
  },
  'registry-not-confirmed': {
    da: 'Sæt kryds ved, at du har læst, hvad der sker.',
    en: 'Tick that you have read what happens.',
  },
  'registry-undone': { da: 'Det er allerede fortrudt.', en: 'It has been undone already.' },
  'registry-undo-order': {
    da: 'En af de to er lagt sammen eller delt op igen siden. Fortryd det nyeste først.',
    en: 'One of the two has been merged or split again since. Undo the newest first.',
  },
  'registry-undo-used': {
    da: 'Det nye er taget i brug: der er sendt en erklæring, eller der er kommet it-systemer eller kolleger til. Det kan ikke fortrydes mere.',
    en: 'The new one is in use: a declaration has been sent, or products or colleagues have been added. It cannot be undone any more.',
  },
  'registry-undo-moved': {
    da: 'Noget af det, der flyttede, er ændret siden ({table}). Ret det tilbage først; intet er fortrudt.',
    en: 'Some of what moved has changed since ({table}). Change it back first; nothing has been undone.',
  },
  'settings-have-moved': {
    da: 'En anden har ændret indstillingerne imens. Se dem igennem, og prøv igen.',
    en: 'Somebody else has changed the settings meanwhile. Look through them and try again.',
  },
  'settings-out-of-bounds': {
    da: 'Skriv et helt tal fra {least} til {most}.',
    en: 'Write a whole number from {least} to {most}.',
  },

  'sunset-no-version': {
    da: 'Vælg en snitflade og en version fra listen.',
    en: 'Choose an interface and a version from the list.',
  },
  'sunset-no-day': {
    da: 'Skriv dagen som ÅÅÅÅ-MM-DD, for eksempel 2027-03-31.',
    en: 'Write the day as YYYY-MM-DD, for example 2027-03-31.',
  },
  'sunset-in-the-past': {
    da: 'Vælg en dag, der ikke er kommet endnu, så leverandørerne har tid.',
    en: 'Choose a day that has not come yet, so that suppliers have time.',
  },
  'sunset-no-successor': {
    da: 'Versionen at gå over til skal være en nyere version af samme snitflade.',
    en: 'The version to move to must be a newer version of the same interface.',
  },
  'sunset-unchanged': {
    da: 'Det er allerede sat sådan. Ingen har fået en ny mail.',
    en: 'It is set like that already. Nobody has been mailed again.',
  },

  'calibration-taken': {
    da: 'En anden har allerede taget afsnittet, eller du har afsluttet det.',
    en: 'Somebody else has taken the section already, or you have finished it.',
  },
  'calibration-own-verdicts': {
    da: 'Du har selv vurderet svar i sagen og kan derfor ikke være anden bedømmer.',
    en: 'You have given verdicts in the case yourself and so cannot be its second reviewer.',
  },
  'calibration-not-whole': {
    da: 'Giv hvert svar en vurdering, før du afslutter.',
    en: 'Give each answer a verdict before you finish.',
  },
  'calibration-outcome-needed': {
    da: 'Vælg, om spørgsmålet bliver, som det er, eller omformuleres i næste version.',
    en: 'Choose whether the question is kept as it is or reworded in the next version.',
  },
  'calibration-task-moved': {
    da: 'Opgaven er lukket eller åbnet igen imens. Se den igennem, og prøv igen.',
    en: 'The task has been closed or opened again meanwhile. Look through it and try again.',
  },
  'calibration-settings-wrong': {
    da: 'Skriv hele procenttal: andelen fra 0 til 100 og grænsen fra 1 til 100.',
    en: 'Write whole percentages: the share from 0 to 100 and the limit from 1 to 100.',
  },
  'contradiction-not-in-production': {
    da: 'Leverandøren har ikke oplyst, at snitfladen er i drift. Vælg en anden.',
    en: 'The supplier has not stated that the interface is in production. Choose another.',
  },
  'contradiction-of-attestation': {
    da: 'Jeres kommune har selv bekræftet driften. Træk bekræftelsen tilbage først.',
    en: 'Your municipality has attested the use itself. Withdraw the attestation first.',
  },
  'contradiction-stated-already': {
    da: 'Jeres kommune har allerede skrevet, at I ikke har det i drift. Se sagen nedenfor.',
    en: 'Your municipality has already stated that you do not run it. See it below.',
  },
  'attestation-not-public': {
    da: 'Det kan ikke bekræftes. Kun snitflader, der er godkendt som klar eller i drift, kan bekræftes.',
    en: 'It cannot be attested. Only interfaces that are approved as ready or in production can be.',
  },
  'attestation-date-wrong': {
    da: 'Skriv den dag, hvor systemet gik i drift hos jer. Det kan være i dag eller tidligere.',
    en: 'Write the day on which the system went into production with you: today or earlier.',
  },
  'attestation-given-already': {
    da: 'Jeres kommune har allerede bekræftet det. Du kan forny bekræftelsen i listen.',
    en: 'Your municipality has attested it already. You can renew the attestation in the list.',
  },
  'attestation-has-moved': {
    da: 'Bekræftelsen er ændret af en kollega, siden du åbnede siden. Se, hvordan den er nu, og prøv igen.',
    en: 'A colleague has changed the attestation since you opened the page. See how it is now and try again.',
  },
  'absence-dates-wrong': {
    da: 'Skriv en første og en sidste dag. Den sidste må hverken ligge før den første eller være forbi.',
    en: 'Write a first and a last day. The last must neither come before the first nor be over.',
  },
  'absence-overlaps': {
    da: 'Du har allerede meldt fravær på nogle af dagene. Fjern det først, eller vælg andre dage.',
    en: 'You have already registered absence on some of the days. Remove it first or choose other days.',
  },
  'substitute-unknown': {
    da: 'Vælg en stedfortræder blandt bedømmerne i jeres kommune.',
    en: 'Choose a substitute among the reviewers of your municipality.',
  },
  'rule-name-needed': {
    da: 'Giv reglen et navn på højst 120 tegn.',
    en: 'Give the rule a name of at most 120 characters.',
  },
  'rule-position-wrong': {
    da: 'Skriv rækkefølgen som et helt tal, for eksempel 1.',
    en: 'Write the order as a whole number, for example 1.',
  },
  'rule-limit-wrong': {
    da: 'Skriv højst åbne sager som et helt tal over 0, eller lad feltet stå tomt.',
    en: 'Write the most open cases as a whole number above 0, or leave the field empty.',
  },
  'rule-has-moved': {
    da: 'En anden har ændret reglen imens. Se den igennem, og prøv igen.',
    en: 'Somebody else has changed the rule meanwhile. Look through it and try again.',
  },
  'rule-no-longer-fits': {
    da: 'Sagen ville efter reglerne gå et andet sted hen nu.',
    en: 'By the rules the case would go elsewhere now.',
  },
  'municipality-needed': { da: 'Vælg en kommune.', en: 'Choose a municipality.' },
  'no-cases-chosen': { da: 'Sæt flueben ved mindst én sag.', en: 'Tick at least one case.' },

  'bookmark-not-whole': {
    da: 'Giv visningen et navn på højst 80 tegn.',
    en: 'Give the view a name of at most 80 characters.',
  },

  'lease-runs': {
    da: 'Bedømmeren er stadig i gang med afsnittet. Det kan overtages fra {date}.',
    en: 'The reviewer is still at work on the section. It can be taken over from {date}.',
  },

  'confirmation-waits-already': {
    da: 'Forslaget er allerede bekræftet og bliver sendt om lidt.',
    en: 'The proposal is confirmed already and will be sent shortly.',
  },
  'confirmation-has-left': {
    da: 'Bekræftelsen er sendt og kan ikke længere fortrydes.',
    en: 'The confirmation has been sent and can no longer be undone.',
  },
  'thread-closed': {
    da: 'Sagen er afgjort eller trukket tilbage, så der kan ikke skrives mere i tråden.',
    en: 'The case is decided or withdrawn, so nothing more can be written in the thread.',
  },
  'message-empty': { da: 'Skriv en besked.', en: 'Write a message.' },
  'reason-title-needed': { da: 'Skriv en titel.', en: 'Write a title.' },
  'reason-text-needed': { da: 'Skriv begrundelsen.', en: 'Write the reasons.' },
  'reason-has-moved': {
    da: 'Begrundelsen er ændret eller fjernet, siden du åbnede siden. Genindlæs siden, og ret den igen.',
    en: 'The reason has been changed or removed since you opened the page. Reload the page and edit it again.',
  },

  // Tokens of the supplier API (db/api-tokens.ts) and files on the supplier's own site (db/well-known-sources.ts).
  'token-name-needed': {
    da: 'Giv nøglen et navn på én linje og højst {most} synlige tegn, så I kan kende den.',
    en: 'Give the token a name of one line and at most {most} visible characters, so that you know it again.',
  },
  'token-scope-needed': {
    da: 'Vælg mindst én ting, som nøglen giver adgang til.',
    en: 'Choose at least one thing that the token gives access to.',
  },
  'token-lifetime-unknown': {
    da: 'Vælg, hvor længe nøglen skal gælde.',
    en: 'Choose how long the token is to be good for.',
  },
  'token-not-in-use': {
    da: 'Nøglen er allerede spærret.',
    en: 'The token has already been revoked.',
  },
  'too-many-tokens': {
    da: 'I har {most} nøgler i brug. Spær en, I ikke bruger, før I laver en ny.',
    en: 'You have {most} tokens in use. Revoke one that you do not use before you make another.',
  },
  'site-address-wrong': {
    da: 'Skriv adressen på jeres websted, for eksempel https://www.firma.dk.',
    en: 'Write the address of your site, for example https://www.company.com.',
  },

  'draft-not-found': {
    da: 'Udkastet findes ikke længere. Måske er det allerede offentliggjort.',
    en: 'The draft is no longer there. It may have been published already.',
  },
  'hearing-runs': {
    da: 'En version af spørgeskemaet er allerede i høring. Afslut den høring først.',
    en: 'A version of the questionnaire is in hearing already. End that hearing first.',
  },
  'hearing-day': {
    da: 'Vælg en dag, der ligger {least} til {most} dage fra i dag.',
    en: 'Choose a day that is {least} to {most} days from today.',
  },
  'hearing-introduction': {
    da: 'Skriv, hvad I vil høre om, højst {limit} tegn.',
    en: 'Write what you want to hear about, at most {limit} characters.',
  },
  'hearing-ended': { da: 'Høringen er allerede afsluttet.', en: 'The hearing has ended already.' },
  'hearing-not-over': {
    da: 'Versionen er i høring. Vent, til dagen er gået, eller afslut høringen.',
    en: 'The version is in hearing. Wait until the day has passed, or end the hearing.',
  },
  'hearing-comments-open': {
    da: '{count} høringssvar venter. Besvar eller luk dem, før du offentliggør.',
    en: '{count} comments wait. Answer or close them before you publish.',
  },
  'comment-has-moved': {
    da: 'En anden har behandlet høringssvaret imens.',
    en: 'Somebody else has handled the comment meanwhile.',
  },
  'comment-answer': {
    da: 'Skriv et svar på højst {limit} tegn, eller luk høringssvaret uden svar.',
    en: 'Write a reply of at most {limit} characters, or close the comment without one.',
  },
  'draft-has-changed': {
    da: 'Udkastet er ændret, siden du åbnede siden. Se det igennem igen, før du offentliggør det.',
    en: 'The draft has changed since you opened the page. Go through it again before you publish it.',
  },
  'draft-not-next': {
    da: 'Version {version} skal offentliggøres først.',
    en: 'Version {version} has to be published first.',
  },
  'no-newer-version': {
    da: 'Erklæringen står allerede på den nyeste version af spørgeskemaet.',
    en: 'The declaration already stands on the newest version of the questionnaire.',
  },
  'renewal-has-moved': {
    da: 'Erklæringen er allerede flyttet, eller der er kommet endnu en version. Genindlæs siden for at se, hvad der mangler.',
    en: 'The declaration has been moved already, or yet another version has come. Reload the page to see what is left.',
  },
  'renewal-not-finished': {
    da: '{count} svar fra den tidligere version mangler at blive bekræftet eller afvist. Det gør I på siden om fornyelse.',
    en: '{count} answers from the earlier version still have to be confirmed or declined. You do that on the renewal page.',
  },

  // Correcting what is public (db/corrections.ts).
  'correction-nothing-public': {
    da: 'Der er ikke noget offentligt at rette. Indsend hele erklæringen.',
    en: 'There is nothing public to correct. Submit the whole declaration.',
  },
  'correction-other-version': {
    da: 'Erklæringen er flyttet til en nyere version af spørgeskemaet. Indsend hele erklæringen.',
    en: 'The declaration has been moved to a newer version of the questionnaire. Submit the whole declaration.',
  },
  'correction-not-complete': {
    da: 'Rettelsen hænger sammen med {count} andre svar, som mangler. Besvar dem, eller tag de rettelser med, der hører til.',
    en: 'The correction belongs together with {count} other answers that are missing. Answer them, or include the corrections that belong to it.',
  },
  'correction-empty': {
    da: 'Det valgte er allerede godkendt, som det står. Der er ikke noget nyt at sende.',
    en: 'What you chose is approved already as it stands. There is nothing new to send.',
  },

  // The case: who may do what, and when (workflows/case/rules.ts).
  'role-required': {
    da: 'Din rolle giver dig ikke lov til det.',
    en: 'Your role does not allow you to do that.',
  },
  'not-found': {
    da: 'Det findes ikke, eller du har ikke adgang til det.',
    en: 'It does not exist, or you have no access to it.',
  },
  'event-not-possible': {
    da: 'Det kan ikke lade sig gøre, hvor sagen er nu. Genindlæs siden for at se, hvad der er sket i sagen.',
    en: 'That cannot be done at the point where the case is now. Reload the page to see what has happened in the case.',
  },
  'request-not-understood': {
    da: 'Det, du sendte, kunne ikke læses. Genindlæs siden, og prøv igen.',
    en: 'What you sent could not be read. Reload the page and try again.',
  },
  'case-has-moved': {
    da: 'Der er sket noget i sagen, siden du åbnede siden. Se ændringerne, og prøv igen.',
    en: 'Something has happened in the case since you opened the page. Look at the changes and try again.',
  },
  'case-not-in-review': {
    da: 'Sagen er ikke under gennemgang nu, så svarene kan ikke vurderes.',
    en: 'The case is not under review now, so its answers cannot be judged.',
  },
  'not-your-organisation': {
    da: 'Kun leverandøren selv kan gøre det i sagen.',
    en: 'Only the supplier itself can do that in the case.',
  },
  'planned-date-past': {
    da: {
      one: 'Erklæringen kan ikke indsendes: Den dato, I har planlagt understøttelse til, er passeret for {interfaces}. Skriv en ny dato, eller ret svaret om understøttelse.',
      other:
        'Erklæringen kan ikke indsendes: De datoer, I har planlagt understøttelse til, er passeret for {interfaces}. Skriv nye datoer, eller ret svarene om understøttelse.',
    },
    en: {
      one: 'The declaration cannot be submitted: the date you planned support for has passed for {interfaces}. Write a new date, or change the answer about support.',
      other:
        'The declaration cannot be submitted: the dates you planned support for have passed for {interfaces}. Write new dates, or change the answers about support.',
    },
  },
  'declaration-not-complete': {
    da: {
      one: 'Erklæringen kan ikke sendes endnu: {count} spørgsmål mangler svar eller dokumentation.',
      other: 'Erklæringen kan ikke sendes endnu: {count} spørgsmål mangler svar eller dokumentation.',
    },
    en: {
      one: 'The declaration cannot be sent yet: {count} question lacks an answer or evidence.',
      other: 'The declaration cannot be sent yet: {count} questions lack an answer or evidence.',
    },
  },
  'own-organisation': {
    da: 'Du kan ikke behandle sagen, fordi du eller din kommune er knyttet til leverandøren.',
    en: 'You cannot work on the case, because you or your municipality belong to the supplier.',
  },
  'conflict-of-interest': {
    da: 'Du kan ikke behandle sagen, fordi du har oplyst, at du er inhabil i forhold til leverandøren.',
    en: 'You cannot work on the case, because you have declared a conflict of interest with the supplier.',
  },
  'conflict-already-declared': {
    da: 'Du har allerede oplyst, at du er inhabil i forhold til leverandøren.',
    en: 'You have already declared a conflict of interest with the supplier.',
  },
  'municipality-unknown': {
    da: 'Kommunen findes ikke. Vælg en kommune fra listen.',
    en: 'There is no such municipality. Choose one from the list.',
  },
  'municipality-without-lead': {
    da: 'Kommunen har ingen ledende bedømmer, der kan afgøre sagen. Vælg en anden kommune.',
    en: 'The municipality has no lead reviewer who can decide the case. Choose another one.',
  },
  'assignee-needed': { da: 'Vælg, hvem der skal have sagerne.', en: 'Choose who is to get the cases.' },
  'assignee-other-municipality': {
    da: 'Den valgte person bedømmer for en anden kommune end den valgte. Vælg en anden, eller fjern valget af kommune.',
    en: 'The chosen person reviews for another municipality than the chosen one. Choose another, or clear the municipality.',
  },
  'assignee-not-there': {
    da: 'Den valgte person bedømmer ikke for kommunen. Vælg en anden.',
    en: 'The chosen person does not review for the municipality. Choose another.',
  },
  'assignee-away': {
    da: 'Den valgte person er fraværende til og med {date}. Vælg en anden.',
    en: 'The chosen person is away until the end of {date}. Choose another.',
  },
  'assignee-conflict': {
    da: 'Den valgte person er inhabil i forhold til leverandøren. Vælg en anden.',
    en: 'The chosen person has a conflict of interest with the supplier. Choose another.',
  },
  'assignee-own-organisation': {
    da: 'Den valgte person eller kommunen hører selv til leverandøren. Vælg en anden.',
    en: 'The chosen person or the municipality belongs to the supplier. Choose another.',
  },
  'assignee-unfit': {
    da: 'Den valgte sagsbehandler bedømmer ikke for kommunen eller er inhabil i sagen. Vælg en anden.',
    en: 'The chosen case handler does not review for the municipality or has a conflict of interest in the case. Choose another.',
  },
  'review-has-begun': {
    da: 'Sagen kan ikke flyttes til en anden kommune, når nogen har taget et afsnit.',
    en: 'The case cannot be moved to another municipality once somebody has claimed a section.',
  },
  'route-to-own-municipality-only': {
    da: 'Som ledende bedømmer kan du kun tage sager til din egen kommune. Koordinatoren kan fordele til andre.',
    en: 'As a lead reviewer you can only take cases to your own municipality. The coordinator can route them to others.',
  },
  'note-needed': {
    da: 'Skriv en begrundelse eller besked.',
    en: 'Write a reason or a message.',
  },
  'note-too-long': {
    da: 'Teksten er for lang. Den må højst fylde {most} tegn.',
    en: 'The text is too long. It can be {most} characters at most.',
  },
  'note-control-characters': {
    da: 'Teksten indeholder et tegn, der ikke kan ses og ikke kan gemmes. Det følger ofte med tekst, der er kopieret fra et andet program. Skriv stedet om.',
    en: 'The text holds a character that cannot be seen or stored. It often comes along with text copied from another program. Rewrite that place.',
  },
  'deadline-out-of-bounds': {
    da: 'Fristen skal være mellem {least} og {most} arbejdsdage.',
    en: 'The deadline must be between {least} and {most} working days.',
  },
  'deadline-still-runs': {
    da: 'Fristen er ikke udløbet endnu. Leverandøren har stadig mulighed for at svare.',
    en: 'The deadline has not passed yet. The supplier can still respond.',
  },
  'section-not-in-case': {
    da: 'Afsnittet er ikke en del af sagen.',
    en: 'The section is not part of the case.',
  },
  'section-already-claimed': {
    da: 'En anden er allerede i gang med afsnittet.',
    en: 'Somebody else is already working on the section.',
  },
  'section-not-claimed': {
    da: 'Tag afsnittet, før du vurderer svarene i det.',
    en: 'Claim the section before you judge the answers in it.',
  },
  'section-claimed-by-other': {
    da: 'Afsnittet er taget af en anden. Kun den, der har taget det, kan vurdere og afslutte det.',
    en: 'The section is claimed by somebody else. Only they can judge and finish it.',
  },
  'section-already-assessed': {
    da: 'Afsnittet er allerede vurderet. Åbn det igen, hvis noget skal ændres.',
    en: 'The section has already been assessed. Reopen it if something has to be changed.',
  },
  'section-not-assessed': {
    da: 'Afsnittet er ikke vurderet endnu, så der er ikke noget at åbne igen.',
    en: 'The section has not been assessed yet, so there is nothing to reopen.',
  },
  'verdicts-missing': {
    da: { one: '{count} svar mangler en vurdering.', other: '{count} svar mangler en vurdering.' },
    en: { one: '{count} answer lacks a verdict.', other: '{count} answers lack a verdict.' },
  },
  'verdict-reason-needed': {
    da: 'Skriv en begrundelse for vurderingen. Kun »Godkendt« kan stå uden.',
    en: 'Give a reason for the verdict. Only “Accepted” can stand without one.',
  },
  'answer-not-in-case': {
    da: 'Svaret er ikke en del af den indsendte erklæring.',
    en: 'The answer is not part of the declaration that was sent.',
  },
  'answer-has-moved': {
    da: 'Leverandøren har sendt et nyt svar, siden du åbnede siden. Læs det, før du vurderer.',
    en: 'The supplier has sent a new answer since you opened the page. Read it before you judge it.',
  },
  'not-responsible-municipality': {
    da: 'Kun en ledende bedømmer i den kommune, der har sagen, kan gøre det.',
    en: 'Only a lead reviewer of the municipality that has the case can do that.',
  },
  'not-responsible-nor-claimer': {
    da: 'Kun en ledende bedømmer i den kommune, der har sagen, eller en, der har taget et afsnit i den, kan gøre det.',
    en: 'Only a lead reviewer of the municipality that has the case, or somebody who has claimed a section in it, can do that.',
  },
  'nothing-to-change': {
    da: 'Der er ikke noget at bede om: Ingen svar mangler uddybning eller er afvist, og ingen snitflader er krævet.',
    en: 'There is nothing to ask for: no answer needs elaboration or is rejected, and no interface has been demanded.',
  },
  'interface-declared-already': {
    da: 'Snitfladen er allerede med i erklæringen.',
    en: 'The interface is already part of the declaration.',
  },
  'outcome-needed': { da: 'Vælg en afgørelse.', en: 'Choose a decision.' },
  'outcome-does-not-fit': {
    da: 'Afgørelsen passer ikke til vurderingerne: {approved} af {total} svar er godkendt.',
    en: 'The decision does not fit the verdicts: {approved} of {total} answers are approved.',
  },
  'reasons-needed': {
    da: 'Skriv en begrundelse. Den er nødvendig, når ikke alle svar godkendes.',
    en: 'Give the reasons. They are needed when not every answer is approved.',
  },
  'answer-reasons-missing': {
    da: {
      one: '{count} svar er ikke godkendt og mangler en begrundelse.',
      other: '{count} svar er ikke godkendt og mangler en begrundelse.',
    },
    en: {
      one: '{count} answer is not approved and lacks a reason.',
      other: '{count} answers are not approved and lack a reason.',
    },
  },
  'proposer-cannot-confirm': {
    da: 'Du kan ikke bekræfte afgørelsen, fordi du selv har foreslået den. En anden ledende bedømmer skal se på den.',
    en: 'You cannot confirm the decision, because you proposed it yourself. Another lead reviewer has to look at it.',
  },
  'assessor-cannot-confirm': {
    da: 'Du kan ikke bekræfte afgørelsen, fordi du selv har vurderet svar i sagen. En ledende bedømmer, der ikke har, skal se på den.',
    en: 'You cannot confirm the decision, because you have judged answers in the case yourself. A lead reviewer who has not must look at it.',
  },
  'proposer-cannot-return': {
    da: 'Du kan ikke sende afgørelsen tilbage, fordi du selv har foreslået den. En anden ledende bedømmer skal se på den.',
    en: 'You cannot return the decision, because you proposed it yourself. Another lead reviewer has to look at it.',
  },
  'took-part-earlier': {
    da: 'Du kan ikke afgøre klagen, fordi du har medvirket i sagen. En, der ikke har, skal afgøre den.',
    en: 'You cannot rule on the appeal, because you took part in the case. Somebody who did not must rule on it.',
  },
  'nothing-published': {
    da: 'Sagen har ikke ført til noget, der er offentliggjort.',
    en: 'Nothing was published from the case.',
  },

  // Declarations, products and evidence (db/declarations.ts, db/products.ts, db/scope.ts, db/evidence.ts).
  'declaration-not-editable': {
    da: 'Erklæringen kan ikke ændres, mens den behandles. Træk den tilbage, eller vent på afgørelsen.',
    en: 'The declaration cannot be changed while it is being handled. Withdraw it, or wait for the decision.',
  },
  'proposal-not-accepted': {
    da: 'Forslaget blev ikke brugt: Svaret er ændret imens, eller forslaget passer ikke længere. Dit eget svar er gemt.',
    en: 'The proposal was not used: the answer has changed meanwhile, or the proposal no longer fits. Your own answer is saved.',
  },
  'import-decided': {
    da: 'Filen er der allerede taget stilling til. Upload den igen, hvis den skal bruges.',
    en: 'The file has been decided on already. Upload it again to use it.',
  },
  'import-has-moved': {
    da: 'Svar er ændret, mens du så på filen. Intet er gemt. Gennemgå ændringerne igen.',
    en: 'Answers have changed while you looked at the file. Nothing has been saved. Go through the changes again.',
  },
  'import-not-possible': {
    da: 'Et af svarene kan ikke gemmes længere, så intet er gemt. Hent en ny fil, og prøv igen.',
    en: 'One of the answers cannot be saved any more, so nothing has been saved. Download a new file and try again.',
  },
  'declaration-exists': {
    da: 'It-systemet har allerede en erklæring til dette spørgeskema. Fortsæt i den.',
    en: 'The product already has a declaration for this questionnaire. Continue in that one.',
  },
  'case-already-open': {
    da: 'Der er allerede en åben sag for erklæringen. Vent, til den er afgjort eller trukket tilbage.',
    en: 'There is already an open case for the declaration. Wait until it is decided or withdrawn.',
  },
  'product-has-changed': {
    da: 'En kollega har ændret it-systemets oplysninger imens. Se de nye oplysninger, og prøv igen.',
    en: 'A colleague has changed the product’s information in the meantime. Look at the new information and try again.',
  },
  'scope-not-confirmed': {
    da: 'Gå valget af snitflader igennem, før I indsender erklæringen.',
    en: 'Go through the choice of interfaces before you submit the declaration.',
  },
  'scope-has-changed': {
    da: 'En kollega har ændret omfanget imens. Se det nye omfang, og prøv igen.',
    en: 'A colleague has changed the scope in the meantime. Look at the new scope and try again.',
  },
  'interface-unknown': {
    da: 'Snitfladen findes ikke i kataloget. Vælg en fra listen.',
    en: 'The interface is not in the catalogue. Choose one from the list.',
  },
  'evidence-too-many': {
    da: 'Et svar kan højst have {most} stykker dokumentation. Fjern et, før I tilføjer et nyt.',
    en: 'An answer can have {most} pieces of evidence at most. Remove one before you add another.',
  },
  'evidence-quota': {
    da: 'I har brugt den plads, der er til filer. Indsæt et link i stedet, eller kontakt dem, der driver portalen.',
    en: 'You have used the space there is for files. Paste a link instead, or contact those who run the portal.',
  },

  // People, roles and suppliers (db/people.ts, db/suppliers.ts, app/auth).
  'sign-in-person-unknown': {
    da: 'Personen findes ikke. Vælg en af personerne på listen.',
    en: 'There is no such person. Choose one of the people on the list.',
  },
  'sign-in-not-proven': {
    da: 'Loginnet kunne ikke bekræftes, så du er ikke logget ind. Prøv igen.',
    en: 'The sign-in could not be confirmed, so you are not signed in. Try again.',
  },
  'sign-in-cancelled': {
    da: 'Du afbrød loginnet, så du er ikke logget ind.',
    en: 'You broke the sign-in off, so you are not signed in.',
  },
  'sign-in-begun-elsewhere': {
    da: 'Loginnet er for gammelt, eller det er begyndt i en anden browser eller et andet vindue. Begynd igen her.',
    en: 'The sign-in is too old, or it was begun in another browser or window. Begin again here.',
  },
  'sign-in-too-weak': {
    da: 'Dit login er ikke stærkt nok til portalen. Log ind på den måde, som jeres organisation bruger til fortrolige oplysninger.',
    en: 'Your sign-in is not strong enough for the portal. Sign in in the way that your organisation uses for confidential information.',
  },
  'sign-in-unreachable': {
    da: 'Loginnet kan ikke nås lige nu. Intet er gået tabt; prøv igen om lidt.',
    en: 'The sign-in cannot be reached right now. Nothing is lost; try again in a moment.',
  },
  'sign-in-no-access': {
    da: 'Vi ved, hvem du er, men du har ikke adgang til portalen endnu. Bed en administrator i jeres organisation om at invitere dig til den e-mailadresse, du logger ind med, eller søg om adgang nedenfor.',
    en: 'We know who you are, but you do not have access to the portal yet. Ask an administrator of your organisation to invite you at the e-mail address you sign in with, or ask for access below.',
  },
  'sign-out-unreachable': {
    da: 'Du er logget ud her, men du kan ikke logges ud dér herfra lige nu. Luk browseren for at afslutte dit login.',
    en: 'You are signed out here, but cannot be signed out there from here right now. Close the browser to end your sign-in.',
  },
  'person-unknown': { da: 'Personen findes ikke.', en: 'There is no such person.' },
  'person-email-taken': {
    da: 'Der findes allerede en person med den e-mailadresse.',
    en: 'There is already a person with that e-mail address.',
  },
  'person-identity-taken': {
    da: 'Det login hører allerede til en anden person.',
    en: 'That sign-in already belongs to another person.',
  },
  'membership-exists': {
    da: 'Personen har allerede rollen.',
    en: 'The person has the role already.',
  },
  'membership-unknown': {
    da: 'Personen har ikke rollen.',
    en: 'The person does not have the role.',
  },
  'sections-unknown': {
    da: 'Et af områderne findes ikke i det gældende spørgeskema. Se valgene igennem, og gem igen.',
    en: 'One of the areas is not in the questionnaire in force. Look through the choices and save again.',
  },
  'membership-wrong-organisation': {
    da: 'Rollen hører ikke til den slags organisation. Leverandører, kommuner og portalen har hver deres roller.',
    en: 'The role does not belong to that kind of organisation. Suppliers, municipalities and the portal each have their own roles.',
  },
  // Colleagues, handed-over sections, transfers, disputes and requests for access.
  'too-many-attempts': {
    da: 'Der er sendt for mange herfra. Vent en time, og prøv igen.',
    en: 'Too many were sent from here. Wait an hour and try again.',
  },
  'link-not-valid': {
    da: 'Linket virker ikke længere. Det er brugt, eller tiden er gået.',
    en: 'The link does not work any more. It has been used, or its time has passed.',
  },
  'request-decided': {
    da: 'En anden har allerede behandlet henvendelsen.',
    en: 'Somebody else has dealt with the request already.',
  },
  'name-not-valid': {
    da: 'Skriv navnet på én linje, højst 200 tegn.',
    en: 'Write the name on one line, 200 characters at most.',
  },
  'roles-needed': {
    da: 'Vælg mindst én rolle. Skal personen ikke længere have adgang, så fjern personen.',
    en: 'Choose at least one role. If the person shall have no access any more, remove the person.',
  },
  'last-admin': {
    da: 'Leverandøren skal have mindst én administrator. Giv først en anden rollen.',
    en: 'The supplier must have at least one administrator. Give the role to somebody else first.',
  },
  'dispute-has-moved': {
    da: 'En anden har ændret uenigheden imens. Se den igen, før du går videre.',
    en: 'Somebody else changed the dispute meanwhile. Look at it again before you go on.',
  },
  'dispute-sender-needed': {
    da: 'Skriv, hvilken organisation udsagnet kommer fra, på én linje og højst 200 tegn.',
    en: 'Write which organisation states it, on one line and in 200 characters at most.',
  },
  'dispute-not-public': {
    da: 'Svaret er ikke længere offentligt, så uenigheden kan ikke vises.',
    en: 'The answer is not public any more, so the dispute cannot be shown.',
  },
  'handover-section-needed': { da: 'Vælg det afsnit, der skal gives videre.', en: 'Choose the section to hand over.' },
  'handover-assignee-needed': { da: 'Vælg den kollega, der skal svare.', en: 'Choose the colleague who is to answer.' },
  'handover-ended': {
    da: 'Afsnittet er allerede givet tilbage eller videre. Listen herunder viser, hvem der har det nu.',
    en: 'The section has been handed back or on already. The list below shows who has it now.',
  },
  'assignee-cannot-edit': {
    da: 'Personen kan ikke besvare dette it-system. Giv først personen en rolle.',
    en: 'The person cannot answer for this product. Give the person a role first.',
  },
  'message-not-valid': {
    da: 'Beskeden må højst være {limit} tegn og ikke indeholde usynlige tegn.',
    en: 'The message may be {limit} characters at most, without invisible characters.',
  },
  'already-colleague': {
    da: 'Personen har allerede rollen hos jer.',
    en: 'The person has the role with you already.',
  },
  'already-invited': {
    da: 'Der er allerede sendt en invitation til adressen. Send den igen, eller træk den tilbage.',
    en: 'An invitation has been sent to the address already. Send it again, or withdraw it.',
  },
  'invitation-not-valid': {
    da: 'Invitationen gælder ikke længere. Bed om en ny.',
    en: 'The invitation is not valid any more. Ask for a new one.',
  },
  'two-stewards': {
    da: 'Et it-system kan højst have to ansvarlige.',
    en: 'A product can have two stewards at most.',
  },
  'transfer-to-whom': {
    da: 'Der er ingen leverandør med det CVR-nummer i portalen.',
    en: 'There is no supplier with that CVR number in the portal.',
  },
  'transfer-to-self': {
    da: 'It-systemet er allerede jeres.',
    en: 'The product is yours already.',
  },
  'transfer-open': {
    da: 'It-systemet er allerede tilbudt en anden leverandør. Træk først tilbuddet tilbage.',
    en: 'The product is offered to another supplier already. Withdraw that offer first.',
  },
  'transfer-decided': {
    da: 'Der er allerede svaret på overdragelsen, eller tilbuddet er trukket tilbage. Se den under »Tidligere overdragelser«.',
    en: 'The transfer has been answered already, or the offer was withdrawn. See it under “Earlier transfers”.',
  },
  'transfer-product-needed': { da: 'Vælg det it-system, der skal overdrages.', en: 'Choose the product to transfer.' },
  'transfer-case-open': {
    da: 'It-systemet kan ikke overdrages, mens en erklæring er til gennemgang. Vent på afgørelsen, eller træk den tilbage.',
    en: 'The product cannot be transferred while a declaration is under review. Wait for the decision, or withdraw it.',
  },
  'transfer-name-in-use': {
    da: 'Den anden leverandør har allerede et it-system med samme navn. Skift navn på det ene først.',
    en: 'The other supplier has a product of the same name already. Rename one of them first.',
  },
  'dispute-step-not-possible': {
    da: 'Det kan ikke gøres med uenigheden, som den er nu.',
    en: 'That cannot be done with the dispute as it is now.',
  },
  'dispute-reply-not-due': {
    da: 'Leverandørens frist til at svare løber endnu.',
    en: 'The supplier’s time to reply still runs.',
  },
  'last-coordinator': {
    da: 'Portalen skal have en koordinator. Giv først en anden rollen.',
    en: 'The portal must have a coordinator. Give the role to somebody else first.',
  },
  'organisation-unknown': {
    da: 'Der er ingen organisation med det nummer. Vælg en kommune, eller skriv leverandørens CVR-nummer.',
    en: 'There is no organisation with that number. Choose a municipality, or write the supplier’s CVR number.',
  },
  'email-not-valid': {
    da: 'Skriv e-mailadressen, som den står i et mailprogram: navn@eksempel.dk.',
    en: 'Write the e-mail address as in a mail program: name@example.dk.',
  },
  'family-name-missing': {
    da: 'Giv familien et navn på højst {most} tegn.',
    en: 'Give the family a name of at most {most} characters.',
  },
  'family-name-in-use': {
    da: 'I har allerede en familie, der hedder »{name}«.',
    en: 'You already have a family called “{name}”.',
  },
  'family-choose-product': { da: 'Vælg et it-system.', en: 'Choose a product.' },
  'family-already-in-one': {
    da: 'It-systemet er allerede med i en familie. Det kan kun være med i én.',
    en: 'The product is in a family already. It can only be in one.',
  },
  'family-other-questionnaire': {
    da: 'De to erklæringer bruger ikke samme spørgeskema.',
    en: 'The two declarations do not use the same questionnaire.',
  },
  'family-part-unknown': {
    da: 'Vælg et spørgsmål, en snitflade eller et afsnit.',
    en: 'Choose a question, an interface or a section.',
  },
  'family-reason-missing': {
    da: 'Skriv, hvorfor it-systemet svarer for sig selv. Højst {most} tegn.',
    en: 'Write why the product answers for itself. {most} characters at most.',
  },
  'library-title-missing': {
    da: 'Giv teksten et navn på højst {most} tegn.',
    en: 'Give the text a name of at most {most} characters.',
  },
  'library-body-missing': {
    da: 'Skriv teksten. Højst {most} tegn, og kun almindelige tegn.',
    en: 'Write the text. {most} characters at most, and ordinary characters only.',
  },
  'library-about-unknown': {
    da: 'Vælg et afsnit eller et spørgsmål fra listen.',
    en: 'Choose a section or a question from the list.',
  },
  'library-text-has-moved': {
    da: 'Teksten er ændret eller fjernet, siden du åbnede siden. Se den nye tekst nedenfor, og prøv igen.',
    en: 'The text has been changed or removed since you opened the page. See the new text below and try again.',
  },
  'library-not-here': {
    da: 'Teksten kan ikke indsættes ved det spørgsmål. Vælg en tekst fra listen.',
    en: 'The text cannot be inserted at that question. Choose a text from the list.',
  },
  'cvr-in-use': {
    da: 'Der findes allerede en leverandør med CVR-nummer {cvr}.',
    en: 'There is already a supplier with CVR number {cvr}.',
  },
  'cvr-not-valid': { da: 'Et cvr-nummer har 8 cifre.', en: 'A CVR number has 8 digits.' },
  'name-required': { da: 'Skriv navnet.', en: 'Write the name.' },
  'name-too-long': { da: 'Navnet er for langt. Højst 200 tegn.', en: 'The name is too long. 200 characters at most.' },
  'website-not-valid': {
    da: 'Skriv en fuld webadresse, der begynder med https://.',
    en: 'Write a full web address that begins with https://.',
  },
});

/** @returns the sentence of a refusal; one without a sentence of its own gets a general one */
export function refusalSentence(refusal: Refusal, language: Language): string {
  const texts: Texts = refusalTexts;
  const own = Object.hasOwn(texts, refusal.code) ? texts[refusal.code] : undefined;
  const entry = own ?? refusalTexts.unknown;
  return translator<Texts>({ refusal: entry }, language)('refusal', refusal.params ?? {});
}

/** `const sentence = useRefusal()`, then `sentence(actionData.refusal)`. */
export function useRefusal(): (refusal: Refusal) => string {
  const language = useLanguage();
  return (refusal) => refusalSentence(refusal, language);
}
