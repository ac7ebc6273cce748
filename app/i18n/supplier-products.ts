import type { ProductProblem } from '~/workflows/product';
import { defineTexts, type TextsOf } from './texts';

/** The form for a product. */
export const productTexts = defineTexts({
  newTitle: { da: 'Opret it-system', en: 'Add a product' },
  newLead: {
    da: 'Fortæl, hvad it-systemet hedder og bruges til. Oplysningerne sættes ind i erklæringen, så I ikke skal skrive dem igen.',
    en: 'State what the product is called and used for. The facts are put into the declaration so that you need not write them again.',
  },
  editTitle: { da: 'Ret it-systemets oplysninger', en: 'Correct the product’s facts' },
  editLead: {
    da: 'Svar, som I allerede har givet i erklæringen, ændres ikke. Nye KLE-områder eller en ny type kan betyde, at vi foreslår flere snitflader.',
    en: 'Answers that you have already given in the declaration stay as they are. New KLE areas or another type may lead us to propose more interfaces.',
  },
  nameLabel: { da: 'It-systemets navn', en: 'Name of the product' },
  nameHint: { da: 'Navnet, som kommunerne kender det under.', en: 'The name by which municipalities know it.' },
  descriptionLabel: {
    da: 'Hvad bruger kommunerne it-systemet til?',
    en: 'What do municipalities use the product for?',
  },
  descriptionHint: {
    da: 'To-tre sætninger uden salgssprog. Beskrivelsen vises offentligt, når erklæringen er godkendt.',
    en: 'Two or three sentences without sales language. The description is public once the declaration is approved.',
  },
  typeLabel: { da: 'Hvilken type it-system er det?', en: 'What type of product is it?' },
  typeHint: {
    da: 'Vælg den type, der passer bedst. Den er med til at afgøre, hvilke snitflader vi foreslår.',
    en: 'Choose the type that fits best. It helps decide which interfaces we propose.',
  },
  kleLabel: {
    da: 'KLE-numre for de opgaver, it-systemet understøtter',
    en: 'KLE numbers of the tasks that the product supports',
  },
  kleHint: {
    da: 'Skriv numrene med komma imellem, for eksempel 27.36, 27.12. Hovedgruppen alene, for eksempel 27, er nok.',
    en: 'Write the numbers with commas between them, for example 27.36, 27.12. The main group alone, for example 27, is enough.',
  },
  kleList: { da: 'Se KLE’s hovedgrupper', en: 'See the main groups of KLE' },
  kitosLabel: { da: 'Uuid i KITOS', en: 'Uuid in KITOS' },
  kitosHint: {
    da: 'Så kan kommunerne genkende it-systemet fra deres egen liste. I finder det på it-systemets side i KITOS.',
    en: 'It lets municipalities recognise the product from their own list. You find it on the product’s page in KITOS.',
  },
  create: { da: 'Opret it-system', en: 'Add product' },
  saveChanges: { da: 'Gem ændringer', en: 'Save changes' },
  changedTitle: {
    da: 'En kollega har rettet oplysningerne imens',
    en: 'A colleague has corrected the facts in the meantime',
  },
  changedText: {
    da: 'Felterne viser det, du skrev. Nedenfor står det, der er gemt nu. Ret til, og gem igen.',
    en: 'The fields show what you wrote. Below is what is saved now. Adjust and save again.',
  },
  fieldName: { da: 'Navn', en: 'Name' },
  fieldDescription: { da: 'Beskrivelse', en: 'Description' },
  fieldType: { da: 'Type', en: 'Type' },
  fieldKle: { da: 'KLE-numre', en: 'KLE numbers' },
});

export const productProblemTexts = defineTexts({
  'name-required': { da: 'Skriv it-systemets navn.', en: 'Write the name of the product.' },
  'name-too-long': { da: 'Navnet er for langt. Højst 200 tegn.', en: 'The name is too long. 200 characters at most.' },
  'name-in-use': {
    da: 'I har allerede et it-system med det navn.',
    en: 'You already have a product of that name.',
  },
  'description-required': {
    da: 'Skriv, hvad kommunerne bruger it-systemet til.',
    en: 'Write what municipalities use the product for.',
  },
  'description-too-long': {
    da: 'Beskrivelsen er for lang. Højst 2.000 tegn.',
    en: 'The description is too long. 2,000 characters at most.',
  },
  'type-required': { da: 'Vælg it-systemets type.', en: 'Choose the type of product.' },
  'kle-not-valid': {
    da: 'Skriv KLE-numre som 27, 27.12 eller 27.12.16 med komma imellem.',
    en: 'Write KLE numbers as 27, 27.12 or 27.12.16 with commas between them.',
  },
  'kle-unknown': {
    da: 'Et af KLE-numrene hører ikke til en hovedgruppe, der findes.',
    en: 'One of the KLE numbers does not belong to a main group that exists.',
  },
  'kle-too-many': { da: 'Skriv højst 100 KLE-numre.', en: 'Write 100 KLE numbers at most.' },
  'kitos-not-valid': {
    da: 'Skriv et uuid på 36 tegn, for eksempel 3f2504e0-4f89-41d3-9a0c-0305e82c3301.',
    en: 'Write a uuid of 36 characters, for example 3f2504e0-4f89-41d3-9a0c-0305e82c3301.',
  },
  'kitos-in-use': {
    da: 'Et andet it-system er allerede knyttet til det uuid i KITOS.',
    en: 'Another product is already linked to that uuid in KITOS.',
  },
  'control-characters': {
    da: 'Teksten indeholder tegn, der ikke kan gemmes.',
    en: 'The text holds characters that cannot be saved.',
  },
} satisfies TextsOf<ProductProblem>);
