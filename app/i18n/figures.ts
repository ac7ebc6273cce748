import { defineTexts } from './texts';

/** The page of figures. */
export const figureTexts = defineTexts({
  curves: { da: 'Klar over tid', en: 'Ready over time' },
  curvesLead: {
    da: 'Hvor mange it-systemer der på dagen havde snitfladen i drift eller klar, godkendt og offentliggjort. For en gruppe tæller et it-system, når det har mindst én af gruppens snitflader.',
    en: 'How many products had the interface in production or ready on the day, approved and published. For a group a product counts when it has at least one of the group’s interfaces.',
  },
  curvesOfGroups: { da: 'Klar over tid, efter gruppe', en: 'Ready over time, by group' },
  curvesOfOthers: { da: 'Klar over tid, de øvrige {count} grupper', en: 'Ready over time, the other {count} groups' },
  curvesOfGroup: { da: 'Snitflader i {group}', en: 'Interfaces in {group}' },
  wholeGroup: { da: 'Mindst én af gruppens snitflader', en: 'At least one of the group’s interfaces' },
  curvesOfInterfaces: { da: 'Klar over tid, snitflade for snitflade', en: 'Ready over time, interface by interface' },
  onThisPage: { da: 'Tal på siden', en: 'Figures on this page' },
  columnGroup: { da: 'Gruppe', en: 'Group' },
  columnInterface: { da: 'Snitflade', en: 'Interface' },
  columnCurve: { da: 'Kurve', en: 'Curve' },
  curveLabel: { da: 'Fra {first} til {last} it-systemer', en: 'From {first} to {last} products' },
  rungs: { da: 'Hvor godt det er dokumenteret', en: 'How well it is proven' },
  rungsLead: {
    da: 'Godkendte svar om snitflader i drift eller klar, efter det trin på parathedsstigen de står på.',
    en: 'Approved answers about interfaces in production or ready, by the step of the readiness ladder they are on.',
  },
  columnRung: { da: 'Trin', en: 'Step' },
  columnBar: { da: 'Andel', en: 'Share' },
  columnAnswers: { da: 'Svar', en: 'Answers' },
  coverage: { da: 'Dækning af små og store it-systemer', en: 'Coverage of small and large products' },
  coverageLead: {
    da: 'Et it-system er lille, når leverandøren nævner højst {count} kommuner, det er i drift hos. Det er dækket, når mindst én snitflade er i drift eller klar.',
    en: 'A product is small when its supplier names at most {count} municipalities where it is in production. It is covered when at least one interface is in production or ready.',
  },
  columnType: { da: 'Type', en: 'Type' },
  columnAverage: { da: 'Snitflader pr. it-system', en: 'Interfaces per product' },
  columnSmall: { da: 'Små, dækket', en: 'Small, covered' },
  columnLarge: { da: 'Øvrige, dækket', en: 'Others, covered' },
  coverageSmall: {
    da: '{count} af {all} små it-systemer har mindst én snitflade i drift eller klar.',
    en: '{count} of {all} small products have at least one interface in production or ready.',
  },
  shareLabel: { da: '{count} af {all}', en: '{count} of {all}' },
  reproducible: {
    da: 'Alle tal på siden kan regnes ud af de åbne data, se {link}.',
    en: 'Every number on the page can be computed from the open data, see {link}.',
  },
  dataPage: { da: 'Data og API', en: 'Data and API' },
});
