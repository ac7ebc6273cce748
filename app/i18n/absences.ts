import { defineTexts } from './texts';

/** A reviewer's own absence, and sections that go from one reviewer to another. */
export const absencesTexts = defineTexts({
  title: { da: 'Fravær', en: 'Absence' },
  lead: {
    da: 'Fortæl, hvornår du er væk, så nye sager går til andre, og dine afsnit ikke ligger stille.',
    en: 'Tell when you are away, so that new cases go to others and your sections do not lie still.',
  },
  done: { da: 'Dit fravær er opdateret.', en: 'Your absence is updated.' },
  current: { da: 'Meldt fravær', en: 'Registered absence' },
  none: { da: 'Du har ikke meldt fravær', en: 'You have registered no absence' },
  period: { da: '{from} til {to}', en: '{from} to {to}' },
  substituteIs: { da: 'Stedfortræder: {name}', en: 'Substitute: {name}' },
  redistribute: { da: 'Dine afsnit kan overtages af alle bedømmere', en: 'Any reviewer can take your sections over' },
  end: { da: 'Fjern fraværet', en: 'Remove the absence' },
  add: { da: 'Meld fravær', en: 'Register absence' },
  startsOn: { da: 'Første dag', en: 'First day' },
  endsOn: { da: 'Sidste dag', en: 'Last day' },
  substitute: { da: 'Hvem tager dine afsnit imens?', en: 'Who takes your sections meanwhile?' },
  anybody: { da: 'Fordel på ny, så alle kan', en: 'Redistribute to anybody' },
  link: { da: 'Meld fravær', en: 'Register absence' },
  takeOver: { da: 'Overtag afsnittet', en: 'Take the section over' },
  awayToday: { da: 'Bedømmeren er fraværende i dag.', en: 'The reviewer is away today.' },
  leaseEnds: {
    da: 'Kan overtages af andre fra {date}, hvis der ikke arbejdes i det.',
    en: 'Can be taken over by others from {date} if no work is done in it.',
  },
  handOver: { da: 'Giv afsnittet videre', en: 'Hand the section over' },
  handOverLead: {
    da: 'Vælg en anden bedømmer i jeres kommune, og skriv, hvor langt du er kommet. Dine vurderinger bliver stående.',
    en: 'Choose another reviewer of your municipality, and write how far you have come. Your verdicts remain.',
  },
  handOverTo: { da: 'Ny bedømmer', en: 'New reviewer' },
  handOverNote: { da: 'Besked til den nye bedømmer', en: 'Note to the new reviewer' },
  handOverToMissing: { da: 'Vælg den nye bedømmer.', en: 'Choose the new reviewer.' },
  handOverNoteMissing: {
    da: 'Skriv en besked til den nye bedømmer.',
    en: 'Write a note to the new reviewer.',
  },
  handOverNoteHint: { da: 'Leverandøren ser den ikke.', en: 'The supplier does not see it.' },
  handOverNobody: {
    da: 'Der er ikke andre bedømmere i jeres kommune. Frigiv afsnittet i stedet.',
    en: 'Your municipality has no other reviewers. Release the section instead.',
  },
});
