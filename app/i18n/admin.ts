import type { LogProblem } from '~/db/log';
import { defineTexts, type TextsOf } from './texts';

/** The coordinator's and auditor's pages. */
export const adminTexts = defineTexts({
  homeTitle: { da: 'Administration', en: 'Administration' },
  homeLead: {
    da: 'Overblik for koordinatoren og revisor: hvad der venter, hvem der har adgang, og hvad portalen kører på.',
    en: 'An overview for the coordinator and the auditor: what is waiting, who has access, and what the portal runs on.',
  },
  statRouting: { da: 'til fordeling', en: 'to be routed' },
  statAvailable: { da: 'med afsnit, der kan tages', en: 'with sections to claim' },
  statDecision: { da: 'til afgørelse', en: 'awaiting decision' },
  statWaiting: { da: 'venter på andre', en: 'waiting for others' },
  statClosed: { da: 'afsluttet', en: 'closed' },
  statsHeading: { da: 'Sagerne lige nu', en: 'The cases right now' },

  routingHeading: { da: 'Venter på fordeling', en: 'Waiting to be routed' },
  routingEmpty: { da: 'Ingen sager venter på fordeling', en: 'No cases are waiting to be routed' },
  routingEmptyText: {
    da: 'Nye erklæringer dukker op her, når leverandøren indsender dem.',
    en: 'New declarations appear here when the supplier submits them.',
  },
  routingAll: { da: 'Se alle sager', en: 'See all cases' },
  columnCase: { da: 'Sag', en: 'Case' },
  columnProduct: { da: 'It-system', en: 'Product' },
  columnSupplier: { da: 'Leverandør', en: 'Supplier' },
  columnSince: { da: 'Modtaget', en: 'Received' },

  contentHeading: { da: 'Spørgeskema og katalog', en: 'Questionnaire and catalogue' },
  questionnaireVersion: { da: 'Version {version}, udgivet {date}', en: 'Version {version}, published {date}' },
  contentCatalogue: { da: 'Snitfladekatalog', en: 'Interface catalogue' },
  contentInterfaces: {
    da: { one: '{count} snitflade', other: '{count} snitflader' },
    en: { one: '{count} interface', other: '{count} interfaces' },
  },
  contentHash: { da: 'Kontrolsum {hash}', en: 'Checksum {hash}' },

  logHeading: { da: 'Loggen', en: 'The log' },
  logRows: {
    da: {
      one: 'Loggen har {count} række. Hver række bygger på den forrige, så en ændring bagud kan ses.',
      other: 'Loggen har {count} rækker. Hver række bygger på den forrige, så en ændring bagud kan ses.',
    },
    en: {
      one: 'The log has {count} row. Each row builds on the one before, so that a later change can be seen.',
      other: 'The log has {count} rows. Each row builds on the one before, so that a later change can be seen.',
    },
  },
  logVerify: { da: 'Kontrollér loggen', en: 'Verify the log' },
  logWhole: {
    da: {
      one: 'Loggen er hel: {count} række er kontrolleret.',
      other: 'Loggen er hel: {count} rækker er kontrolleret.',
    },
    en: { one: 'The log is whole: {count} row was checked.', other: 'The log is whole: {count} rows were checked.' },
  },
  logBroken: { da: 'Loggen er brudt ved række {number}', en: 'The log is broken at row {number}' },

  peopleHeading: { da: 'Brugere', en: 'People' },
  peopleText: {
    da: 'Hvem der har adgang lige nu, organisation for organisation.',
    en: 'Who has access right now, organisation by organisation.',
  },
  peopleCount: {
    da: { one: '{count} bruger', other: '{count} brugere' },
    en: { one: '{count} person', other: '{count} people' },
  },
  portalItself: { da: 'Portalen', en: 'The portal' },
  columnName: { da: 'Navn', en: 'Name' },
  columnEmail: { da: 'Mail', en: 'E-mail' },
  columnRoles: { da: 'Roller', en: 'Roles' },

  commandsHeading: { da: 'Kommandoer på serveren', en: 'Commands on the server' },
  commandsText: {
    da: 'Hver kommando beskriver sig selv med {help}. De, der ændrer noget, kan prøves med {dryRun}.',
    en: 'Each command describes itself with {help}. Those that change something can be tried with {dryRun}.',
  },
  commandUser: { da: 'Opret en bruger, giv eller luk en rolle', en: 'Add a person, give or end a role' },
  commandCatalogue: { da: 'Indlæs kataloget efter en rettelse', en: 'Load the catalogue after an edit' },
  commandQuestionnaire: { da: 'Kontrollér og udgiv et spørgeskema', en: 'Check and publish a questionnaire' },
  commandLog: { da: 'Kontrollér loggen', en: 'Verify the log' },
  commandHelp: { da: 'Alle kommandoer', en: 'All commands' },
});

/** What is wrong with the log, beside the number of the row. */
export const logProblemTexts = defineTexts({
  edited: { da: 'Rækken er ændret, efter at den blev skrevet.', en: 'The row was changed after it was written.' },
  missing: { da: 'Rækken mangler.', en: 'The row is missing.' },
  'wrong-order': {
    da: 'Rækken bygger ikke på den forrige: noget er sat ind eller byttet om.',
    en: 'The row does not build on the one before: something was inserted or swapped.',
  },
  'head-differs': {
    da: 'Her skulle loggen slutte, men dens hoved siger noget andet: rækker til sidst er fjernet eller føjet til.',
    en: 'The log should end here, but its head says otherwise: rows at the end were removed or added.',
  },
  rewritten: {
    da: 'Rækken er en anden end den, hvis hash er gemt uden for databasen: loggen er skrevet om.',
    en: 'The row is not the one whose hash was kept outside the database: the log was written anew.',
  },
} satisfies TextsOf<LogProblem['problem']>);
