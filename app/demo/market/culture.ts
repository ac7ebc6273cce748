import { approved, decided, moved } from '../course';
import { type DemoSupplier, inProduction, irrelevant, planned, ready } from '../profile';

export const sandvang: DemoSupplier = {
  name: 'Sandvang Kultur ApS',
  domain: 'sandvang-kultur',
  editor: 'Julie Sand',
  signatory: 'Bent Vang',
  conflicts: [{ place: 'b', reason: 'Min søster er ansat som udviklingschef hos Sandvang Kultur.' }],
  products: [
    {
      name: 'SandBib',
      type: 'fagsystem',
      kle: ['21'],
      description:
        'Bibliotekets personale bruger SandBib til arrangementer, selvbetjente åbningstider og sortering af materialer, der afleveres.',
      version: '3.9',
      municipalities: ['0540', '0787'],
      since: 2020,
      support: {
        SF1510: irrelevant(
          'Materialer og arrangementer opmærkes med bibliotekernes egne emner. Der oprettes ikke sager.',
        ),
        SF1601: irrelevant('Lånere får besked gennem det fælles bibliotekssystem.'),
        SF1500: inProduction,
      },
      course: [
        ...approved(104, 'a', [
          {
            at: 'if-reason@SF1510',
            kind: 'accepted-with-remark',
            reason: 'Enig. KLE har ingen funktion i produktet.',
          },
        ]),
        ...moved(20, 'a'),
        { do: 'review', daysAgo: 9 },
        ...decided(3, 'approved'),
      ],
    },
    {
      name: 'SandSal',
      type: 'selvbetjening',
      kle: ['04', '20'],
      description:
        'Foreninger søger om lokaler og tilskud i SandSal, og kulturforvaltningen behandler ansøgningerne og udbetaler tilskud.',
      version: '1.1',
      municipalities: ['0540'],
      since: 2025,
      support: { SF2900: ready },
      course: [
        { do: 'create', daysAgo: 9 },
        { do: 'begin', daysAgo: 8 },
      ],
    },
    {
      name: 'SandMuseum',
      type: 'andet',
      kle: ['19'],
      description:
        'Museer og arkiver bruger SandMuseum til at registrere genstande, planlægge udstillinger og dele billeder med offentligheden.',
      version: '5.5',
      delivery: 'on_premise',
      municipalities: ['0787'],
      since: 2016,
      support: {
        SF1511: ready,
        SF1514: planned(12, 'intention'),
        SF1500: irrelevant('Brugerne er få og frivillige, som ikke findes i kommunens organisation.'),
      },
      course: approved(229, 'c'),
    },
  ],
};
