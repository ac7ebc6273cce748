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
  done_offered: { da: '{product} er tilbudt til {to}', en: '{product} is offered to {to}' },
  done_accepted: { da: '{product} er nu jeres', en: '{product} is yours now' },
  done_declined: { da: 'I har sagt nej til {product}', en: 'You have declined {product}' },
  'done_taken-back': { da: 'Tilbuddet til {to} er trukket tilbage', en: 'The offer to {to} is taken back' },
  doneNext: { da: 'Se det blandt jeres it-systemer', en: 'See it among your products' },
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
  accepted: {
    da: '{date}: {to} overtog {product} fra {from}',
    en: '{date}: {to} took {product} over from {from}',
  },
  declined: {
    da: '{date}: {to} sagde nej til at overtage {product} fra {from}',
    en: '{date}: {to} declined to take {product} over from {from}',
  },
  'taken-back': {
    da: '{date}: {from} trak tilbuddet om {product} til {to} tilbage',
    en: '{date}: {from} took the offer of {product} to {to} back',
  },
});
