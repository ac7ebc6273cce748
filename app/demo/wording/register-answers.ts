import type { Given } from '../profile';
import type { Book } from '.';
import { chosen, said, supports, type Writing } from './writing';

const yes: Given = { value: 'yes' };

/** Answers on persons, companies, income, finance, the specialist areas and national sign-in. */
export const registerAnswers: Book = {
  'per-pattern': (writing) => ({ value: patternOf(writing) }),
  'per-copy': (writing) => ({
    value: chosen(writing, 'copy', ['yes', 'no', 'yes']),
    justification: chosen(writing, 'copy', [
      'Navn, adresse og civilstand holdes for borgere med en åben sag. Abonnementet afmeldes, når den sidste sag lukkes, og kopien slettes sammen med sagen.',
      'Oplysningerne slås op, når de skal bruges, og gemmes kun i de dokumenter, de indgår i.',
      'Kopien gælder borgere, der modtager en indsats. Den opdateres med hændelser og slettes efter kommunens egen frist.',
    ]),
  }),
  'per-protection': () => yes,
  'per-log': () => yes,
  'per-volume': (writing) => ({ value: chosen(writing, 'volume', [8_000, 15_000, 25_000, 40_000]) }),
  'vir-operations': (writing) => ({
    value: chosen(writing, 'cvr', [
      ['unit', 'search'],
      ['unit', 'search', 'punit'],
      ['unit', 'punit'],
    ]),
  }),
  'psk-agreement': () => yes,
  'psk-delimitation': () => yes,
  'psk-basis': (writing) => ({
    value: said(writing, 'tax', [
      'A-indkomst, B-indkomst og ydelser for den måned, der beregnes for, med hjemmel i retssikkerhedslovens § 11 a.',
      'Indkomst for ansøger og samlever til beregning af betaling og fripladser, med hjemmel i dagtilbudsloven og skatteforvaltningsloven.',
    ]),
  }),
  'psk-log': () => yes,
  'psk-receipts': () => yes,
  'oek-side': ({ product }) => ({ value: product.type === 'oekonomi' ? 'receiver' : 'sender' }),
  'oek-tested': (writing) => ({
    value:
      writing.product.type === 'oekonomi'
        ? said(writing, 'counterpart', [
            'Tre fagsystemer på social- og beskæftigelsesområdet samt to lønsystemer',
            'Hedebo Omsorg, SkovYdelse og TangBørn (fiktive fagsystemer i demoen)',
          ])
        : said(writing, 'counterpart', [
            'KystØkonomi fra Nordkyst IT A/S, version 5',
            'KystØkonomi samt et ældre økonomisystem hos én kommune',
          ]),
  }),
  'oek-transport': (writing) => ({ value: chosen(writing, 'transport', [['soap', 'sftp'], ['sftp'], ['soap']]) }),
  'oek-receipts': () => yes,
  'oek-debtor': () => ({ value: ['register', 'query', 'payment'] }),
  'oek-invoice': () => yes,
  'kon-bilateral': () => ({
    value: 'yes',
    justification: 'Produktet er kommunens ydelsessystem; den anden part er Udbetaling Danmark.',
  }),
  'bsk-agreement': () => yes,
  'bsk-test': () => yes,
  'bsk-sickness': () => ({ value: ['case', 'extension', 'jobcentre', 'lookup'] }),
  'bsk-refusion': () => yes,
  'sun-format': (writing) => ({ value: chosen(writing, 'medcom', ['fhir', 'both', 'fhir']) }),
  'sun-cert': () => yes,
  'sun-receipt': () => ({ value: 'with' }),
  'sun-basis': () => ({
    value:
      'Hjemmepleje og hjemmesygepleje: opgaver efter sundhedsloven og serviceloven. Visitation: afgørelser efter serviceloven. Øvrige forvaltninger får ikke advis.',
  }),
  'bor-stil': () => yes,
  'bib-events': () => yes,
  'sft-route': (writing) => ({ value: chosen(writing, 'route', [['simple'], ['managed'], ['simple', 'managed']]) }),
  'sft-cleanup': () => yes,
  'gru-registers': () => ({ value: ['cpr', 'cvr'] }),
  'gru-approval': () => yes,
  'gru-oces3': () => yes,
  'bgo-shown': (writing) => ({ value: chosen(writing, 'overblik', [['cases'], ['cases', 'benefits'], ['none']]) }),
  'bgo-wording': () => yes,
  'nat-users': ({ product }) => ({
    value: product.type === 'selvbetjening' ? ['citizen', 'business', 'proxy'] : ['business'],
  }),
  'nat-profile': (writing) => ({ value: chosen(writing, 'nemlogin', ['direct', 'broker']) }),
  'nat-attributes': (writing) => ({
    value: chosen(writing, 'attributes', [
      ['name', 'cpr'],
      ['name', 'cpr', 'cvr'],
      ['name', 'cpr_uuid', 'cvr', 'privileges'],
    ]),
  }),
  'nat-company-rights': () => yes,
};

/** Events beat a subscription, and who has neither only looks up. */
function patternOf(writing: Writing): string {
  if (supports(writing, 'SF1320_A')) return 'recommended';
  return supports(writing, 'SF6002') ? 'subscription' : 'lookup';
}
