import { approvedAfterChanges, decided, sent } from '../course';
import {
  type DemoSupplier,
  developing,
  inProduction,
  irrelevant,
  partly,
  planned,
  ready,
  unsupported,
} from '../profile';

export const skovager: DemoSupplier = {
  name: 'Skovager Kommunedata P/S',
  domain: 'skovager',
  editor: 'Maja Storm',
  signatory: 'Erik Skovgaard',
  products: [
    {
      name: 'SkovJob',
      type: 'fagsystem',
      kle: ['15'],
      description:
        'Jobkonsulenter bruger SkovJob til samtaler, planer, tilbud og virksomhedskontakt. Ledige ser deres plan og aftaler gennem Jobnet.',
      version: '14.1',
      areas: ['Y14'],
      municipalities: ['0615', '0813', '0350', '0540'],
      since: 2014,
      without: {
        SF2093: 'Forlængelse behandles i SkovSygedagpenge, som erklæres særskilt.',
      },
      support: {
        SF2090: irrelevant('Sygedagpengesager oprettes i kommunens sygedagpengesystem. SkovJob læser dem kun.'),
        SF1491: ready,
        nemrefusion: irrelevant('Refusion til arbejdsgivere behandles i sygedagpengesystemet.'),
        SF2096: inProduction,
      },
      course: approvedAfterChanges(160, 'a', {
        findings: [
          {
            at: 'bsk-test',
            kind: 'accepted-with-remark',
            reason: 'STARs kvittering er fra den foregående version. Den nye test er anmeldt.',
          },
          {
            at: 'yde-basis',
            kind: 'needs-elaboration',
            reason: 'Svaret er skrevet for ydelsessystemer. Hvilken hjemmel har jobcentret?',
          },
        ],
        note: 'Et enkelt svar mangler: hjemlen til at læse ydelser i jobcentret.',
        revision: {
          answers: {
            'yde-basis': {
              value:
                'Jobcentret læser borgerens ydelser i egen kommune for at give det rette tilbud og beregne varighed, med hjemmel i lov om organisering og understøttelse af beskæftigelsesindsatsen m.v. Ydelser fra andre sektorer læses ikke.',
            },
          },
        },
      }),
    },
    {
      name: 'SkovYdelse',
      type: 'fagsystem',
      kle: ['32'],
      description:
        'Ydelsesmedarbejdere bruger SkovYdelse til at behandle, beregne og udbetale enkeltydelser, boligindskudslån og hjælp til flygtninge.',
      version: '8.0',
      areas: ['Y26'],
      municipalities: ['0615', '0350'],
      since: 2018,
      support: {
        SF2530: unsupported('Forespørgsler til Betalingsadministration foretages i kommunens kontanthjælpssystem.'),
        SF2520: inProduction,
        SF1472: planned(6),
        SF0787: ready,
        ydelsesindeks: partly(
          'Boligindskudslån afleveres ikke, fordi de registreres som lån og ikke som ydelse. De ses i produktet.',
        ),
      },
      answers: {
        'yde-types': { value: 'Enkeltydelser og hjælp i særlige tilfælde. Boligindskudslån afleveres ikke.' },
      },
      course: [
        ...sent(246, 'a'),
        {
          do: 'review',
          daysAgo: 222,
          findings: [
            {
              at: 'if-support@SF2530',
              kind: 'rejected',
              reason: 'Produktet udbetaler til borgere med sager hos Udbetaling Danmark og skal kunne spørge til dem.',
            },
            {
              at: 'if-reason@SF2530',
              kind: 'rejected',
              reason:
                'At en anden medarbejder slår op i et andet system, er ikke en begrundelse ud fra produktets data.',
            },
          ],
        },
        ...decided(
          212,
          'partially-approved',
          'Svaret om SF2530 godkendes ikke. Produktet udbetaler ydelser, som kan være betalt af en anden myndighed, og kommunen har brug for at kunne spørge. De øvrige svar godkendes.',
        ),
        {
          do: 'appeal',
          daysAgo: 195,
          note: 'Vi mener, at produktet ikke har brug for snitfladen: Enkeltydelser betales aldrig af Udbetaling Danmark, og kontrollen sker i kontanthjælpssystemet, før sagen når os.',
        },
        {
          do: 'uphold',
          by: 'c',
          daysAgo: 167,
          note: 'Afgørelsen fastholdes. Hjælp til flygtninge kan overlappe med ydelser fra Udbetaling Danmark, og svaret tager ikke stilling til det.',
        },
      ],
    },
    {
      name: 'SkovSygedagpenge',
      type: 'fagsystem',
      kle: ['15'],
      description:
        'Sagsbehandlere bruger SkovSygedagpenge til opfølgning, forlængelse og udbetaling af sygedagpenge og til refusion til arbejdsgivere.',
      version: '5.3',
      areas: ['Y14'],
      municipalities: ['0813'],
      since: 2022,
      support: { 'star-dfdg-webservices': inProduction, SF1491: developing(3), SF1470: ready },
      added: { SF1470: 'Sygedagpengesager skal kunne ses af andre dele af kommunen.' },
      course: [
        ...sent(41, 'a'),
        {
          do: 'review',
          daysAgo: 13,
          findings: [
            {
              at: 'if-support@SF1470',
              kind: 'accepted-with-remark',
              reason: 'Testet i det eksterne testmiljø. Ingen kommune har sat det i drift endnu.',
            },
          ],
        },
        { do: 'propose', outcome: 'approved', by: 1, daysAgo: 2 },
      ],
    },
  ],
};
