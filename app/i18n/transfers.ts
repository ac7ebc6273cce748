import { defineTexts } from './texts';

/** On a product's public page. */
export const supplierChangeTexts = defineTexts({
  heading: { da: 'Tidligere leverandører', en: 'Earlier suppliers' },
  change: { da: '{date}: Overtaget af {to} fra {from}', en: '{date}: Taken over by {to} from {from}' },
  explanation: {
    da: 'Tidligere offentliggørelser og afgørelsesbreve bærer navnet på den leverandør, der havde it-systemet dengang.',
    en: 'Earlier publications and letters of decision bear the name of the supplier that had the product at the time.',
  },
});

/** The supplier's page of products that are given away and taken over. */
export const transferTexts = defineTexts({
  title: { da: 'Overdragelser', en: 'Transfers' },
  lead: {
    da: 'Giv et it-system videre til en anden leverandør, eller overtag et. Erklæring, svar, dokumentation og offentliggørelse følger med.',
    en: 'Hand a product to another supplier, or take one over. Declaration, answers, evidence and publication go along.',
  },
  done: { da: 'Gemt', en: 'Saved' },
  waiting: { da: 'Venter på svar', en: 'Waiting for an answer' },
  none: { da: 'Ingen overdragelser venter.', en: 'No transfer is waiting.' },
  history: { da: 'Tidligere overdragelser', en: 'Earlier transfers' },
  offered: { da: '{from} vil overdrage {product} til {to}', en: '{from} wants to hand {product} to {to}' },
  offeredAt: { da: 'Tilbudt', en: 'Offered' },
  message: { da: 'Besked', en: 'Message' },
  accept: { da: 'Overtag it-systemet', en: 'Take the product over' },
  acceptText: {
    da: 'Når I overtager, bliver erklæringen jeres, og it-systemets offentlige side viser jeres navn. De tidligere leverandørers navne står i historikken.',
    en: 'When you take it over, the declaration becomes yours and the product’s public page shows your name. The names of earlier suppliers stand in its history.',
  },
  decline: { da: 'Sig nej', en: 'Decline' },
  takeBack: { da: 'Træk tilbuddet tilbage', en: 'Take the offer back' },
  adminsOnly: {
    da: 'Kun en administrator kan overdrage og overtage.',
    en: 'Only an administrator can hand over and take over.',
  },
  offerHeading: { da: 'Overdrag et it-system', en: 'Hand over a product' },
  offerText: {
    da: 'Intet ændrer sig, før modtageren siger ja. Jeres kollegers roller for it-systemet slutter med overdragelsen.',
    en: 'Nothing changes before the receiver accepts. Your colleagues’ roles for the product end with the transfer.',
  },
  offerNone: { da: 'I har ingen it-systemer at overdrage.', en: 'You have no products to hand over.' },
  fieldProduct: { da: 'It-system', en: 'Product' },
  fieldCvr: { da: 'Modtagerens CVR-nummer', en: 'The receiver’s CVR number' },
  fieldMessage: { da: 'Besked til modtageren', en: 'Message to the receiver' },
  offer: { da: 'Tilbyd it-systemet', en: 'Offer the product' },
  accepted: { da: 'Overtaget {date}', en: 'Taken over {date}' },
  declined: { da: 'Afslået {date}', en: 'Declined {date}' },
  'taken-back': { da: 'Trukket tilbage {date}', en: 'Taken back {date}' },
});
