import {
  changeCalibrationSettings,
  finishCalibration,
  getCalibrationSettings,
  listDrawnSections,
  takeCalibration,
} from '~/db/calibration';
import { raiseCalibrationTasks } from '~/db/calibration-tasks';
import { listAnswersInForce } from '~/db/cases/verdicts-in-force';
import type { Acting } from '~/workflows/actor';
import type { VerdictKind } from '~/workflows/words';
import { Clock } from './clock';
import type { Desk } from './life';
import { must } from './must';
import type { Story } from './timeline';

/** The section that the pilot looked at, since every declaration has it, and how many of them. */
const section = 'organisation';
const reviewedTwice = 7;
/** A question that the second reviewer reads differently each second time. */
const unclear = 'org-mode';

/**
 * A pilot in which everything was drawn: some sections are judged a second time, blind, and one question turns out to be
 * read differently. Afterwards the share is what it was, so that what is drawn then is as random as ever.
 */
export async function* calibrate(desk: Desk): Story {
  const clock = new Clock(desk.now, 'calibrating');
  const begun = clock.at(16);
  yield begun;
  const usual = await getCalibrationSettings(desk.db);
  await setShare(desk, begun, 100);
  const [, second] = desk.benches.c.reviewers;
  const drawn = await listWhole(desk, { actor: second, now: begun });
  for (const [index, { submissionId }] of drawn.slice(0, reviewedTwice).entries()) {
    const now = clock.soon();
    yield now;
    const acting = { actor: second, now };
    const { id } = must(
      await takeCalibration(desk.db, acting, { submissionId, sectionId: section }),
      'a second review',
    );
    const kinds = await judgeAgain(desk, submissionId, index);
    must(await finishCalibration(desk.db, acting, { id, kinds }), 'the end of a second review');
  }
  const ended = clock.soon();
  yield ended;
  // One is taken and not done yet, by somebody whom the sign-in page offers.
  const acting = { actor: desk.benches.b.reviewers[0], now: ended };
  const [waiting] = await listWhole(desk, acting);
  if (!waiting) throw new Error('Nothing is left to be reviewed twice.');
  must(
    await takeCalibration(desk.db, acting, { submissionId: waiting.submissionId, sectionId: section }),
    'the last one',
  );
  await setShare(desk, ended, usual.sharePercent);
  // What the portal would have found within seconds.
  await raiseCalibrationTasks(desk.db, ended);
}

/** Sections in which every answer was judged in this submission, and nothing carried over. */
async function listWhole(desk: Desk, { actor }: Acting): Promise<{ submissionId: string }[]> {
  const whole: { submissionId: string }[] = [];
  for (const drawn of await listDrawnSections(desk.db, actor)) {
    if (drawn.sectionId !== section) continue;
    const answers = (await listAnswersInForce(desk.db, drawn.submissionId)).filter(
      ({ sectionId }) => sectionId === section,
    );
    if (answers.every(({ isCarried, verdict }) => verdict !== null && !isCarried)) whole.push(drawn);
    if (whole.length > reviewedTwice) break;
  }
  return whole;
}

/** Mostly as the first reviewer, whose verdicts the second one does not see. */
async function judgeAgain(desk: Desk, submissionId: string, turn: number): Promise<Map<string, VerdictKind>> {
  const answers = await listAnswersInForce(desk.db, submissionId);
  const kinds = new Map<string, VerdictKind>();
  for (const [index, { questionKey, sectionId, verdict }] of answers.entries()) {
    if (sectionId !== section || !verdict) continue;
    const differs = questionKey.startsWith(unclear) ? turn % 2 === 0 : (index * 7 + turn * 3) % 23 === 0;
    kinds.set(questionKey, differs ? otherThan(verdict.kind) : verdict.kind);
  }
  return kinds;
}

const otherThan = (kind: VerdictKind): VerdictKind => (kind === 'accepted' ? 'needs-elaboration' : 'accepted');

async function setShare({ db, coordinator }: Desk, now: Date, sharePercent: number): Promise<void> {
  const { thresholdPercent, version } = await getCalibrationSettings(db);
  const input = { sharePercent, thresholdPercent, expectedVersion: version };
  must(await changeCalibrationSettings(db, { actor: coordinator, now }, input), 'how much is reviewed twice');
}
