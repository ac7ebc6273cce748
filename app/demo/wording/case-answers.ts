import type { Given } from '../profile';
import type { Book } from '.';
import { chosen, said, supportOf, supports, type Writing } from './writing';

const yes: Given = { value: 'yes' };

/** Answers on events, cases, benefits, handovers and post. */
export const caseAnswers: Book = {
  'bes-mode': (writing) => ({ value: eventModesOf(writing) }),
  'bes-types': (writing) => ({
    value: said(writing, 'event types', [
      'CPR-hændelser om flytning, død, navneændring og ændret civilstand for de borgere, der har en sag i produktet.',
      'Beskeder om ændrede sager og dokumenter i indekset samt CPR-hændelser om flytning og død.',
      'Hændelser om adresse, dødsfald og forældremyndighed. Abonnementet oprettes sammen med sagen og afmeldes, når den er lukket og slettet.',
    ]),
  }),
  'bes-v2': (writing) => ({ value: supportOf(writing, 'SF1461').version === '1.0' ? 'planned' : 'yes' }),
  'bes-push-tls': () => yes,
  'bes-pull-rate': (writing) => ({ value: chosen(writing, 'pull', [5, 10, 15]) }),
  'bes-envelope': () => yes,
  'bes-idempotent': () => yes,

  'sag-objects': (writing) => ({
    value:
      writing.product.type === 'esdh'
        ? ['case_out', 'doc_out', 'read']
        : chosen(writing, 'sag', [['case_out'], ['case_out', 'doc_out']]),
  }),
  'sag-minutes': (writing) => ({ value: chosen(writing, 'sag minutes', ['minutes', 'minutes', 'hour', 'daily']) }),
  'sag-relations': (writing) => ({
    value: 'yes',
    justification: said(writing, 'relations', [
      'Ejer og ansvarlig enhed tages fra Organisation, og sagen kan ikke oprettes uden KLE-emne og handlingsfacet.',
      'Ældre sager uden handlingsklasse fik den tilføjet ud fra sagstypen ved den første indlæsning.',
    ]),
  }),
  'sag-kle': () => yes,
  'sag-uuid': () => yes,
  'sag-delete': () => yes,
  'sag-complete': (writing) => ({
    value: 'yes',
    justification: said(writing, 'complete', [
      'Alle sagstyper, som kommunen har åbnet for, afleveres, også lukkede sager, der endnu ikke er kasseret.',
      'Det gælder sager oprettet efter 2015. Ældre sager ligger i arkivet og indgår ikke i produktet.',
    ]),
  }),
  'sag-initial': () => yes,
  'sag-sensitivity': () => yes,
  'sag-reconcile': (writing) => ({
    value: said(writing, 'reconcile', [
      'Hver nat sammenlignes antal sager og seneste ændring pr. sagstype. Forskelle genafleveres automatisk og vises for kommunens administrator.',
      'En gang om ugen. Administratoren får en liste over de sager, der ikke kunne afleveres, med årsagen.',
    ]),
  }),
  'sag-read-filter': () => yes,

  'yde-mode': (writing) => ({
    value: supports(writing, 'SF1491') ? ['grants', 'payments', 'read'] : ['grants'],
  }),
  'yde-types': (writing) => ({
    value: said(writing, 'benefits', [
      'Praktisk hjælp, personlig pleje, træning og hjælpemidler. Merudgifter og tabt arbejdsfortjeneste mangler endnu; de følger i forårets udgave.',
      'Alle bevillinger efter serviceloven, som produktet træffer afgørelse om. Engangsydelser afleveres dagen efter udbetalingen.',
      'Kontanthjælp, uddannelseshjælp, enkeltydelser og boligindskudslån. Ingen mangler.',
    ]),
  }),
  'yde-basis': () => ({
    value:
      'Ydelser fra egen sektor læses, når der beregnes eller modregnes, med hjemmel i retssikkerhedslovens § 11 a. Ydelser fra andre sektorer læses ikke.',
  }),

  'for-role': (writing) => ({
    value: chosen(writing, 'role', [['sender', 'receiver'], ['sender', 'receiver'], ['receiver']]),
  }),
  'for-objects': (writing) => ({ value: chosen(writing, 'objects', [['note', 'document'], ['document'], ['note']]) }),
  'for-receipts': () => ({ value: ['technical', 'business'] }),
  'for-sftp': () => yes,
  'for-rules': () => yes,
  'for-unrouted': (writing) => ({
    value: said(writing, 'unrouted', [
      'Det lægges i en fælles indbakke, som administratoren får besked om samme dag. Er det ikke placeret efter fem arbejdsdage, får afsenderen en afvisende forretningskvittering.',
      'Produktet foreslår den sag, der passer bedst på borger og KLE-emne. Er der ingen, vises dokumentet på afdelingens opgaveliste, indtil en medarbejder har taget stilling.',
    ]),
  }),

  'pos-channels': (writing) => ({
    value: chosen(writing, 'channels', [
      ['digital_post', 'print'],
      ['digital_post', 'nemsms', 'print'],
      ['digital_post'],
    ]),
  }),
  'pos-memo': (writing) => ({ value: chosen(writing, 'memo', ['1.2', '1.2', '1.1', 'both']) }),
  'pos-status': (writing) => ({ value: chosen(writing, 'status', ['yes', 'yes', 'yes', 'no']) }),
  'pos-lookup': () => yes,
  'pos-print': () => null,
  'pos-receive': (writing) => ({
    value: 'yes',
    justification: said(writing, 'receive', [
      'Post med en kendt tråd lægges direkte på sagen; resten fordeles fra en fælles postliste. Produktet svarer med accept eller afvisning.',
      'Modtaget post kvitteres straks, og afvisning sker med en årsag, som afsenderen kan læse.',
    ]),
  }),
};

function eventModesOf(writing: Writing): string[] {
  const receives = supports(writing, 'SF1462');
  return [chosen(writing, 'events', ['push', 'pull', 'push']), ...(receives ? ['send'] : [])];
}
