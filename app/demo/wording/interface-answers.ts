import type { Given } from '../profile';
import { chosen, monthsAfter, said, supportOf, testedOn, usersOf, versionOf, type Writing } from './writing';

/** Answers to the interface template, by the question's id. */
export const interfaceAnswers: Readonly<Record<string, (writing: Writing, interfaceId: string) => Given | null>> = {
  'if-support': (writing, id) => ({ value: supportOf(writing, id).level }),
  'if-reason': (writing, id) => text(supportOf(writing, id).why),
  'if-via': (writing, id) => text(supportOf(writing, id).through),
  'if-coverage': (writing, id) => ({ value: supportOf(writing, id).gap === undefined ? 'full' : 'partial' }),
  'if-coverage-gap': (writing, id) => text(supportOf(writing, id).gap),
  'if-version': (writing, id) => ({ value: versionOf(writing, id) }),
  'if-upgrade-date': (writing, id) => ({ value: monthsAfter(writing.loadedOn, chosen(writing, id, [5, 7, 10])) }),
  'if-planned-date': (writing, id) => ({ value: monthsAfter(writing.loadedOn, supportOf(writing, id).inMonths ?? 6) }),
  'if-commitment': (writing, id) => ({ value: supportOf(writing, id).commitment ?? 'roadmap' }),
  'if-commercial': (writing, id) => ({
    value:
      supportOf(writing, id).price ?? chosen(writing, `${id} price`, ['included', 'included', 'included', 'addon']),
  }),
  'if-municipalities': (writing, id) => ({ value: usersOf(writing, id) }),
  'if-since': (writing, id) => {
    const { since } = writing.product;
    const month = chosen(writing, `${id} since`, ['02', '03', '05', '06', '09', '10', '11']);
    const day = `${since + chosen(writing, `${id} year`, [0, 0, 1])}-${month}-01`;
    return { value: day < writing.writtenOn ? day : `${since - 1}-10-01` };
  },
  'if-tested': (writing, id) => ({ value: testedOn(writing, id) }),
  'if-migration': (writing, id) => ({
    value: said(writing, id, [
      'Vi flytter til den snitflade, kataloget peger på, senest med udgaven i andet kvartal. Kommunen skal godkende en ny serviceaftale; vi sender anmodningen to måneder før.',
      'Skiftet er planlagt sammen med de kommuner, der bruger den ældre snitflade i dag. Begge kører side om side i fire uger, og den gamle aftale lukkes først, når kommunen har godkendt den nye.',
    ]),
  }),
  'if-confirmed': () => ({ value: true }),
};

/** Null: the question is about to close, because the support that it hangs on was stated anew. */
function text(value: string | undefined): Given | null {
  return value === undefined ? null : { value };
}
