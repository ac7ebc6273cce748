import { chart, effect, notify, permits } from './chart-setup';
import {
  appeal,
  confirm,
  expireSoon,
  reinstate,
  requestChanges,
  revoke,
  supersede,
  suspend,
  withdraw,
  withdrawDraft,
  withdrawPublished,
} from './chart-transitions';

/**
 * The case: the chart is the law (domain.md). It drives the server, the buttons, the documentation and the tests.
 * Who may send which event stands in permissions.ts, why not in rules.ts. Deadlines are explicit events of the portal,
 * so that the chart needs no clock. Browser code must not import this file.
 */

function region(sectionId: string) {
  const here = permits({ sectionId });
  return {
    initial: 'waiting',
    states: {
      waiting: {
        always: { target: 'assessed', guard: { type: 'isSettled', params: { sectionId } } },
        on: { claim: { target: 'claimed', guard: here, actions: [{ type: 'takePart' }, { type: 'claim' }] } },
      },
      claimed: {
        on: {
          release: { target: 'waiting', guard: here, actions: [{ type: 'takePart' }, { type: 'unclaim' }] },
          assess: { target: 'assessed', guard: here, actions: [{ type: 'takePart' }, { type: 'settle' }] },
        },
      },
      assessed: {
        on: {
          reopen: {
            target: 'waiting',
            guard: permits({ sectionId }, ['section-in-case']),
            actions: [{ type: 'takePart' }, { type: 'unsettle' }, { type: 'unclaim' }],
          },
        },
      },
    },
  } as const;
}

function createCaseMachine(sectionIds: readonly string[]) {
  return chart.createMachine({
    id: 'case',
    context: ({ input }) => ({
      supplierId: input.supplierId,
      municipalityCode: null,
      assigneeId: null,
      submissionId: null,
      sections: [],
      settled: [],
      carried: [],
      claims: {},
      assessors: [],
      participants: [],
      dueAt: null,
      proposal: null,
      outcome: null,
      suspendedFrom: null,
    }),
    initial: 'draft',
    states: {
      draft: {
        on: {
          submit: {
            target: 'submitted',
            guard: permits(),
            actions: [{ type: 'receive' }, notify('coordinators', 'submit')],
          },
          withdraw: withdrawDraft,
        },
      },
      // Receipt itself: the case passes through and is never found here (docs/decisions/0010-the-case-chart.md).
      submitted: { always: { target: 'screening' } },
      screening: {
        always: { target: 'review', guard: { type: 'isRouted' } },
        on: {
          route: {
            target: 'review',
            guard: permits(),
            actions: [{ type: 'takePart' }, { type: 'route' }, notify('reviewers', 'route')],
          },
          'return-incomplete': {
            target: 'changes-requested',
            guard: permits(),
            actions: [{ type: 'takePart' }, { type: 'startClock' }, notify('supplier', 'return-incomplete')],
          },
          withdraw,
        },
      },
      review: {
        type: 'parallel',
        states: Object.fromEntries(sectionIds.map((id) => [id, region(id)])),
        always: { target: 'decision', guard: { type: 'isEverySectionSettled' } },
        on: {
          // A rule may have chosen wrongly, or whoever was named may be busy.
          route: {
            guard: permits({}, ['coordinator-or-responsible-lead', 'not-begun-elsewhere']),
            actions: [{ type: 'takePart' }, { type: 'route' }, notify('reviewers', 'route')],
          },
          'request-changes': requestChanges,
          withdraw,
        },
      },
      'changes-requested': {
        on: {
          resubmit: {
            target: 'submitted',
            guard: permits(),
            actions: [{ type: 'receive' }, notify('reviewers', 'resubmit')],
          },
          // By way of the screening: a case that was never routed still waits for a municipality.
          lapse: {
            target: 'screening',
            guard: permits(),
            actions: [
              { type: 'takePart' },
              { type: 'stopClock' },
              { type: 'unclaimUnsettled' },
              notify('reviewers', 'lapse'),
            ],
          },
          withdraw,
        },
      },
      hearing: {
        on: {
          'answer-hearing': {
            target: 'decision',
            guard: permits(),
            actions: [{ type: 'stopClock' }, notify('reviewers', 'answer-hearing')],
          },
          'close-hearing': {
            target: 'decision',
            guard: permits(),
            actions: [{ type: 'takePart' }, { type: 'stopClock' }, notify('reviewers', 'close-hearing')],
          },
          withdraw,
        },
      },
      decision: {
        initial: 'lead',
        on: { withdraw },
        states: {
          lead: {
            on: {
              propose: {
                target: 'second-pair-of-eyes',
                guard: permits(),
                actions: [{ type: 'takePart' }, { type: 'propose' }, notify('second-reviewers', 'propose')],
              },
              reopen: {
                target: '#case.review',
                guard: permits({}, ['responsible-lead-or-assessor', 'section-in-case']),
                actions: [{ type: 'takePart' }, { type: 'unsettle' }, { type: 'unclaim' }],
              },
              'request-changes': requestChanges,
              'open-hearing': {
                target: '#case.hearing',
                guard: permits(),
                actions: [{ type: 'takePart' }, { type: 'startClock' }, notify('supplier', 'open-hearing')],
              },
            },
          },
          'second-pair-of-eyes': {
            on: {
              return: {
                target: 'lead',
                guard: permits(),
                actions: [{ type: 'takePart' }, { type: 'dropProposal' }, notify('reviewers', 'return')],
              },
              confirm: [confirm('approved'), confirm('partially-approved'), confirm('rejected')],
            },
          },
        },
      },
      approved: {
        on: {
          'expire-soon': expireSoon(),
          suspend: suspend('approved'),
          revoke: revoke(),
          supersede: supersede(),
          withdraw: withdrawPublished(),
        },
      },
      'partially-approved': {
        on: {
          'expire-soon': expireSoon(),
          suspend: suspend('partially-approved'),
          revoke: revoke(),
          supersede: supersede(),
          withdraw: withdrawPublished(),
          appeal,
        },
      },
      rejected: { on: { appeal } },
      withdrawn: {},
      appealed: {
        on: {
          uphold: {
            target: 'upheld',
            guard: permits(),
            actions: [{ type: 'takePart' }, notify('supplier', 'uphold')],
          },
          overturn: {
            target: 'overturned',
            guard: permits(),
            actions: [{ type: 'takePart' }, notify('supplier', 'overturn')],
          },
        },
      },
      upheld: {
        on: {
          'expire-soon': expireSoon(['published']),
          suspend: suspend('upheld', ['published']),
          revoke: revoke(['published']),
          supersede: supersede(['published']),
          withdraw: withdrawPublished(['published']),
        },
      },
      // What the ruling changes is decided in a new case: a submission gets one decision, ever. Until then what is public
      // gets as old as anything else that is, and can be taken back.
      overturned: {
        on: {
          'expire-soon': expireSoon(['published']),
          revoke: revoke(['published']),
          supersede: supersede(['published']),
          withdraw: withdrawPublished(['published']),
        },
      },
      expiring: {
        on: {
          expire: {
            target: 'expired',
            guard: permits(),
            actions: [effect({ kind: 'end-publication', because: 'expired' }), notify('supplier', 'expire')],
          },
          suspend: suspend('expiring'),
          revoke: revoke(),
          supersede: supersede(),
          withdraw: withdrawPublished(),
        },
      },
      // It can be read for a while yet: what turns out to be wrong must not wait for that.
      expired: { on: { supersede: supersede(), revoke: revoke(), withdraw: withdrawPublished() } },
      suspended: {
        on: {
          reinstate: [
            reinstate('approved'),
            reinstate('partially-approved'),
            reinstate('expiring'),
            reinstate('upheld'),
          ],
          revoke: revoke(),
          supersede: supersede(),
          withdraw: withdrawPublished(),
        },
      },
      revoked: {},
      superseded: {},
    },
  });
}

export type CaseMachine = ReturnType<typeof createCaseMachine>;

const machines = new Map<string, CaseMachine>();

/**
 * The machine for a questionnaire with these sections: one region of the review per section. Made once per list.
 * @param sectionIds every section of the questionnaire, in its order
 */
export function caseMachine(sectionIds: readonly string[]): CaseMachine {
  const key = sectionIds.join(' ');
  const known = machines.get(key);
  if (known) return known;
  const made = createCaseMachine(sectionIds);
  machines.set(key, made);
  return made;
}
