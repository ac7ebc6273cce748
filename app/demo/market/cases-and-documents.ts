import { approved, approvedAfterChanges, renewed, sent } from '../course';
import {
  type DemoSupplier,
  developing,
  inProduction,
  irrelevant,
  olderVersion,
  partly,
  planned,
  ready,
  unsupported,
  via,
} from '../profile';

const noPersons =
  'Produktet slår ikke personer op. Deltagerne er politikere og medarbejdere, som kommer fra Organisation.';

export const fjordlys: DemoSupplier = {
  name: 'Fjordlys Data A/S',
  domain: 'fjordlys',
  editor: 'Mikkel Dahl',
  signatory: 'Birgitte Holm',
  subjects: { editor: 'supplier-editor', signatory: 'supplier-signatory' },
  products: [
    {
      name: 'Fjordlys Sag',
      type: 'esdh',
      kle: ['00', '85'],
      description:
        'Sagsbehandlere i alle forvaltninger bruger Fjordlys Sag til at oprette, behandle og afslutte sager og til at journalisere dokumenter, mails og post. Produktet dækker også postliste, frister og aflevering til arkiv.',
      version: '8.3',
      areas: ['Y65'],
      municipalities: ['0615', '0240', '0430', '0573'],
      since: 2019,
      support: {
        SF1606: ready,
        SF2900: partly(
          'Journalnotater og dokumenter udveksles, men formularer modtages kun som PDF. Medarbejderen taster selv felterne over på sagen.',
        ),
        SF7002: planned(-2),
        SF1510: olderVersion('Klassifikation 5.0'),
        SF1461: olderVersion('1.0'),
        'kle-online-rest': via(
          'Fjordlys Sag henter KLE gennem Klassifikation (SF1510). Kommunen skal ikke anskaffe noget.',
        ),
      },
      course: [
        ...approvedAfterChanges(330, 'a', {
          findings: [
            {
              at: 'sag-minutes',
              kind: 'accepted-with-remark',
              reason: 'Målt i én kommune. Ved store fletninger kan der gå op til en time.',
            },
            {
              at: 'if-coverage-gap@SF2900',
              kind: 'needs-elaboration',
              reason:
                'Beskriv, hvor ofte formularer forekommer, og hvad det betyder for den medarbejder, der modtager dem.',
            },
            {
              at: 'acc-delimitation-enforced',
              kind: 'needs-elaboration',
              reason: 'Gælder det også fritekstsøgning og de udtræk, der sendes til kommunens datavarehus?',
            },
          ],
          note: 'Godt og grundigt besvaret. Vi mangler to præciseringer, før vi kan indstille til godkendelse: konsekvensen af de manglende formularer og rækkevidden af dataafgrænsningen.',
          revision: {
            answers: {
              'if-coverage-gap@SF2900': {
                value:
                  'Journalnotater og dokumenter udveksles, men formularer modtages kun som PDF. I en kommune med 60.000 borgere drejer det sig om 10-15 formularer om ugen, som medarbejderen selv taster over på sagen.',
              },
              'acc-delimitation-enforced': {
                value: 'yes',
                justification:
                  'Afgrænsningen ligger i datalaget og gælder skærmbilleder, fritekstsøgning, rapporter og API. Udtræk til datavarehuset sker med en særskilt rolle, som kommunen selv afgrænser.',
              },
            },
          },
        }),
        ...renewed(
          58,
          'a',
          {
            // What was planned is there in time, as far as a review lets it be.
            support: { SF1461: inProduction, SF1606: inProduction, SF7002: ready },
            evidence: ['if-evidence@SF1606'],
          },
          [
            {
              at: 'if-municipalities@SF1606',
              kind: 'accepted-with-remark',
              reason: 'Én af kommunerne er begyndt i september og modtager foreløbig kun post fra virksomheder.',
            },
          ],
        ),
        { do: 'keep-text', daysAgo: 20, title: 'Udtræk af data og ophør', about: 'gen-ar-change', from: 'gen-ar23' },
        { do: 'keep-text', daysAgo: 20, title: 'Fælles byggeblokke', about: 'gen-ar21', from: 'gen-ar21' },
      ],
    },
    {
      name: 'Fjordlys Dagsorden',
      type: 'andet',
      kle: ['00'],
      description:
        'Sekretariater bruger Fjordlys Dagsorden til at samle punkter, bilag og beslutninger til møder i byråd og udvalg. Politikerne læser dagsordenen på tablet, og den åbne del offentliggøres på kommunens hjemmeside.',
      version: '4.1',
      areas: ['Y65'],
      municipalities: ['0615', '0573'],
      since: 2021,
      added: {
        SF1470: 'Beslutninger skal kunne følges fra den sag, de hører til.',
        SF1520: 'Foreslået af en kunde, som ville slå borgere op fra en dagsorden.',
      },
      support: {
        SF1470: via('Dagsordenspunkter afleveres gennem Fjordlys Sag, som kommunen anskaffer særskilt.'),
        SF1520: irrelevant(noPersons),
      },
      course: approved(205, 'b', [
        {
          at: 'if-reason@SF1520',
          kind: 'accepted-with-remark',
          reason: 'Vi er enige i, at opslag i CPR ikke hører hjemme i en dagsorden.',
        },
      ]),
    },
    {
      name: 'Fjordlys Arkiv',
      type: 'esdh',
      kle: ['85'],
      description:
        'Arkivarer og superbrugere bruger Fjordlys Arkiv til at opbevare afsluttede sager fra udfasede systemer, fremsøge dem ved aktindsigt og danne arkiveringsversioner.',
      version: '3.0',
      municipalities: ['0430'],
      since: 2022,
      without: {
        SF2900: 'Arkivet modtager kun sager ved migrering og sender ikke noget videre.',
        SF1606: 'Der kommer ingen post til afsluttede sager i arkivet.',
      },
      support: {
        SF1601: unsupported(
          'Svar på aktindsigt sendes fra kommunens ESDH-system. Vi har ikke besluttet at bygge afsendelse ind i arkivet.',
        ),
        SF1461: irrelevant('Sagerne er afsluttede og ændrer sig ikke. Arkivet abonnerer derfor ikke på beskeder.'),
        SF7002: irrelevant('Arkivet bruger de klasser, sagerne blev oprettet med, og vedligeholder ikke sortimenter.'),
        SF1470: partly('Sager læses ikke fra indekset. Arkivet afleverer kun de sager, det selv rummer.'),
      },
      course: [
        ...sent(44, 'b'),
        {
          do: 'review',
          daysAgo: 26,
          findings: [
            {
              at: 'if-reason@SF1461',
              kind: 'needs-elaboration',
              reason: 'Adressebeskyttelse kan ændre sig, også på en afsluttet sag. Hvordan får arkivet det at vide?',
            },
            {
              at: 'if-coverage-gap@SF1470',
              kind: 'needs-elaboration',
              reason: 'Skriv, hvad manglen betyder for den medarbejder, der skal finde en sag.',
            },
            {
              at: 'gen-ar23',
              kind: 'accepted-with-remark',
              reason: 'Exitplanen bør nævne formatet for dokumenternes metadata.',
            },
          ],
        },
        {
          do: 'request-changes',
          daysAgo: 21,
          workingDays: 16,
          note: 'To svar skal uddybes. Resten er godkendt og bliver ikke vurderet igen, medmindre I ændrer det.',
        },
      ],
    },
    {
      name: 'Fjordlys Selvbetjening',
      type: 'selvbetjening',
      kle: ['23', '85'],
      description:
        'Borgere og virksomheder søger og anmelder gennem Fjordlys Selvbetjening, som kommunen selv bygger formularer i. Ansøgningen lander på en sag, og borgeren får kvittering med Digital Post.',
      version: '2026.3',
      areas: ['Y65'],
      municipalities: ['0615', '0240', '0350'],
      since: 2020,
      support: {
        SF1520: irrelevant('Borgerens egne oplysninger hentes samlet gennem Persondata (SF1525).'),
        SF6002: irrelevant('Produktet holder ingen kopi af CPR-data, når ansøgningen er sendt.'),
        SF1320_A: irrelevant('En ansøgning behandles i fagsystemet, som selv følger ændringer for borgeren.'),
        SF1461: irrelevant('Produktet reagerer ikke på hændelser; det gør det fagsystem, som modtager ansøgningen.'),
        SF1525: partly('Oplysninger om samlever hentes ikke. Borgeren skriver dem selv.'),
        borgerblikket: developing(4),
        orkestreringskomponenten: planned(11, 'intention'),
      },
      course: [
        ...approved(133, 'a', [
          {
            at: 'if-planned-date@orkestreringskomponenten',
            kind: 'accepted-with-remark',
            reason: 'Datoen er en hensigt. Vi anbefaler kommunerne at spørge til den ved kontraktindgåelse.',
          },
        ]),
        { do: 'renew', daysAgo: 6 },
      ],
    },
    {
      name: 'Fjordlys Aktindsigt',
      type: 'andet',
      kle: ['00', '85'],
      description:
        'Jurister og sagsbehandlere bruger Fjordlys Aktindsigt til at samle materiale på tværs af systemer, overstrege oplysninger og sende svaret til den, der har søgt om aktindsigt.',
      version: '1.4',
      areas: ['Y65'],
      municipalities: ['0240'],
      since: 2024,
      added: { SF1601: 'Svaret på en anmodning om aktindsigt sendes som Digital Post.' },
      support: { SF1601: developing(3, 'contract'), SF1514: ready },
      course: [
        { do: 'create', daysAgo: 31 },
        { do: 'begin', daysAgo: 30 },
        { do: 'scope', daysAgo: 28 },
        { do: 'answer', daysAgo: 3 },
        {
          do: 'inherit',
          daysAgo: 2,
          family: 'Sag og aktindsigt',
          source: 'Fjordlys Sag',
          accepted: 1,
          except: {
            part: 'interface:SF1601',
            reason:
              'Fjordlys Sag har sendt Digital Post i flere år. I Fjordlys Aktindsigt er afsendelsen først ved at blive bygget.',
          },
        },
        { do: 'put-text', daysAgo: 2, title: 'Udtræk af data og ophør', into: 'gen-ar-change' },
        {
          do: 'hand-over',
          daysAgo: 1,
          section: 'rammearkitektur',
          by: 'Nanna Bruun',
          message:
            'Jeg har skrevet svarene om udtræk og versionsskift. Læser du afsnittet igennem, før Birgitte sender erklæringen ind?',
        },
      ],
    },
    {
      name: 'Fjordlys Møde',
      type: 'andet',
      kle: ['00'],
      description:
        'Medarbejdere booker lokaler og skriver referat i Fjordlys Møde, der er en let udgave af Fjordlys Dagsorden til interne møder.',
      version: '1.0',
      municipalities: [],
      since: 2026,
      course: [{ do: 'create', daysAgo: 5 }],
    },
  ],
};
