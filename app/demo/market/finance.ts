import { approved, approvedAfterChanges, renewed, sent } from '../course';
import {
  type DemoSupplier,
  inProduction,
  irrelevant,
  olderVersion,
  partly,
  planned,
  ready,
  unsupported,
} from '../profile';

export const nordkyst: DemoSupplier = {
  name: 'Nordkyst IT A/S',
  domain: 'nordkyst-it',
  editor: 'Anders Bro',
  signatory: 'Hanne Vinter',
  products: [
    {
      name: 'KystØkonomi',
      type: 'oekonomi',
      kle: ['00', '88'],
      description:
        'Økonomiafdelingen og decentrale ledere bruger KystØkonomi til budget, bogføring, regnskab og ledelsesinformation. Produktet modtager posteringer og krav fra kommunens fagsystemer.',
      version: '5.6',
      areas: ['Y67'],
      delivery: 'both',
      municipalities: ['0370', '0350', '0787', '0573'],
      since: 2016,
      support: {
        SF1590_B_01: olderVersion('3.x'),
        SF1590_D: partly(
          'Fakturaer kan godkendes og afvises, men ikke deles på flere konti. Det gøres bagefter i økonomisystemet.',
        ),
        SF0770_B: irrelevant(
          'Løn og ydelser indberettes af lønsystemet og fagsystemerne. Økonomisystemet udbetaler ikke selv.',
        ),
      },
      course: [
        ...approved(318, 'b', [
          {
            at: 'oek-tested',
            kind: 'accepted-with-remark',
            reason: 'Vi har talt med to af modparterne, som bekræfter testen.',
          },
        ]),
        ...renewed(83, 'b', {
          support: { SF1590_B_01: inProduction, SF1590_D: inProduction },
          evidence: ['if-evidence@SF1590_D'],
        }),
      ],
    },
    {
      name: 'KystLøn',
      type: 'oekonomi',
      kle: ['81'],
      description:
        'Lønkonsulenter bruger KystLøn til at beregne, udbetale og indberette løn for kommunens medarbejdere og til at søge refusion for sygdom og barsel.',
      version: '11.0',
      areas: ['Y60', 'Y67'],
      municipalities: ['0370', '0540'],
      since: 2015,
      support: {
        SF1590_B_01: irrelevant('Lønsystemet danner ikke debitorkrav. For meget udbetalt løn modregnes i næste måned.'),
        SF1590_B_02: irrelevant('Produktet spørger ikke til debitorer, jf. svaret om registrering.'),
        SF1590_B_03: irrelevant('Produktet modtager ikke indbetalinger.'),
        SF1590_D: irrelevant('Lønsystemet behandler ingen fakturaer.'),
        SF1530: irrelevant(
          'Refusion søges gennem NemRefusion med kommunens eget CVR-nummer; andre virksomheder indgår ikke.',
        ),
        SF1500: partly(
          'Ansættelser læses, men ændringer af stillingsbetegnelser skrives ikke tilbage. Kommunen retter dem i Organisation.',
        ),
      },
      course: [...approved(340, 'a'), { do: 'expire-soon', daysAgo: 5 }],
    },
    {
      name: 'KystIndkøb',
      type: 'oekonomi',
      kle: ['88'],
      description:
        'Decentrale indkøbere bestiller varer efter kommunens aftaler i KystIndkøb. Fakturaer matches med ordren og går videre til økonomisystemet.',
      version: '4.0',
      areas: ['Y67'],
      municipalities: ['0350'],
      since: 2023,
      support: {
        SF0770_B: irrelevant('Produktet udbetaler hverken løn eller ydelser.'),
        SF1590_B_01: irrelevant('Indkøb danner ikke debitorkrav.'),
        SF1590_B_02: irrelevant('Indkøb danner ikke debitorkrav, og der spørges derfor ikke til dem.'),
        SF1590_B_03: irrelevant('Produktet modtager ikke indbetalinger.'),
        SF1510: planned(6),
        SF1590_D: ready,
      },
      course: [
        ...sent(38, 'a'),
        {
          do: 'review',
          daysAgo: 11,
          findings: [
            {
              at: 'if-planned-date@SF1510',
              kind: 'accepted-with-remark',
              reason: 'Datoen er udskudt en gang. Leverandøren har vist os planen.',
            },
          ],
        },
      ],
    },
    {
      name: 'KystDebitor',
      type: 'oekonomi',
      kle: ['25'],
      description:
        'Opkrævningsmedarbejdere bruger KystDebitor til at opkræve ejendomsbidrag, forældrebetaling og andre krav og til at sende rykkere og overdrage til inddrivelse.',
      version: '6.2',
      areas: ['Y67'],
      municipalities: ['0370', '0787'],
      since: 2019,
      support: {
        SF0788: unsupported(
          'Logbogspligt pålægges uhyre sjældent i de kommuner, der bruger produktet, og sager føres manuelt.',
        ),
        SF0787: ready,
        SF0770_B: irrelevant('Produktet indberetter ikke løn eller ydelser.'),
        SF1590_D: irrelevant('Debitorsystemet behandler ikke leverandørfakturaer.'),
      },
      course: [
        ...approvedAfterChanges(240, 'c', {
          findings: [
            {
              at: 'psk-basis',
              kind: 'needs-elaboration',
              reason: 'Hjemlen til at hente indkomst ved opkrævning fremgår ikke.',
            },
          ],
          note: 'Hjemlen til indkomstopslag skal være klar, før vi kan godkende.',
          revision: {
            answers: {
              'psk-basis': {
                value:
                  'Indkomst hentes kun, når der beregnes betalingsevne ved henstand, med hjemmel i lov om inddrivelse af gæld til det offentlige. Der hentes den seneste måneds A-indkomst og intet andet.',
              },
            },
          },
        }),
        {
          do: 'suspend',
          daysAgo: 14,
          note: 'En kommune har oplyst, at indkomst vises for andre end de medarbejdere, der beregner betalingsevne. Offentliggørelsen er sat i bero, mens vi undersøger det sammen med leverandøren.',
        },
      ],
    },
  ],
};
