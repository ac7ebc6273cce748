import type { ReactNode } from 'react';
import { disputeTexts } from '~/app/i18n/disputes';
import { useFormat } from '~/app/i18n/format';
import { useTexts } from '~/app/i18n/use-texts';
import {
  caseStateTexts,
  interfaceStatusTexts,
  notDeclaredTexts,
  outcomeTexts,
  rungExplanations,
  rungLadderTexts,
  rungTexts,
  supportLevelExplanations,
  supportLevelTexts,
  verdictTexts,
} from '~/app/i18n/words';
import { kept } from '~/app/kept-parts';
import {
  type CaseState,
  type InterfaceStatus,
  type Outcome,
  type Rung,
  rungs,
  type SupportLevel,
  type VerdictKind,
} from '~/workflows/words';
import { classes } from './classes';
import { Icon, type IconName } from './icon';

/** The meaning of a tag's colour; its words always say the same. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'error' | 'accent';

interface TagProps {
  tone?: Tone;
  icon?: IconName;
  children: ReactNode;
  title?: string;
}

export function Tag({ tone = 'neutral', icon, children, title }: TagProps) {
  return (
    <span className={classes('badge sd-tag', `sd-tag-${tone}`)} title={title}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}

/** Somebody disagrees with an approved answer. */
export const DisputedTag = kept(function DisputedTag() {
  const t = useTexts(disputeTexts);
  return (
    <Tag tone="warning" icon="warning" title={t('tagExplanation')}>
      {t('tag')}
    </Tag>
  );
});

const levelTones: Readonly<Record<SupportLevel, Tone>> = {
  in_production: 'success',
  ready: 'success',
  in_development: 'info',
  planned: 'info',
  via_other: 'accent',
  not_supported: 'error',
  not_relevant: 'neutral',
};

interface SupportLevelProps {
  /** null: nothing approved says anything of it. */
  level: SupportLevel | null;
  /** The date a planned level is promised for. */
  plannedFor?: string | Date | null;
  /** Without the word's explanation, where a table of thousands would repeat it in each cell. */
  bare?: boolean;
}

/** A symbol that fills as the support grows, the words, and a colour. */
export const SupportLevelTag = kept(function SupportLevelTag({ level, plannedFor, bare }: SupportLevelProps) {
  const t = useTexts(supportLevelTexts);
  const explanation = useTexts(supportLevelExplanations);
  const none = useTexts(notDeclaredTexts);
  const format = useFormat();
  if (level === null) {
    return (
      <span className="sd-level sd-level-none" title={bare ? undefined : none('explanation')}>
        <Icon name="level-none" />
        {none('label')}
      </span>
    );
  }
  return (
    <span className={`sd-level sd-level-${levelTones[level]}`} title={bare ? undefined : explanation(level)}>
      <Icon name={`level-${level}`} />
      {t(level)}
      {plannedFor && <span className="sd-level-date">{format.shortDate(plannedFor)}</span>}
    </span>
  );
});

interface RungProps {
  rung: Rung;
  /** How many municipalities have confirmed that they use it. */
  municipalities?: number;
  /** Without the step's explanation. */
  bare?: boolean;
}

/** The step on the readiness ladder: five bars, filled up to the step reached, and its name. */
export const RungTag = kept(function RungTag({ rung, municipalities, bare }: RungProps) {
  const t = useTexts(rungTexts);
  const explanation = useTexts(rungExplanations);
  const ladder = useTexts(rungLadderTexts);
  const step = rungs.indexOf(rung) + 1;
  return (
    <span className={classes('sd-rung', `sd-rung-${step}`)} title={bare ? undefined : explanation(rung)}>
      {/* Bare, the step's name beside it says the same in fewer words. */}
      <Icon name={rungIcons[rung]} label={bare ? undefined : ladder('step', { step, steps: rungs.length })} />
      {rung === 'in-use' && municipalities ? ladder('municipalities', { count: municipalities }) : t(rung)}
    </span>
  );
});

const rungIcons: Readonly<Record<Rung, IconName>> = {
  claimed: 'rung-1',
  documented: 'rung-2',
  reviewed: 'rung-3',
  checked: 'rung-4',
  'in-use': 'rung-5',
};

const stateTones: Readonly<Record<CaseState, Tone>> = {
  draft: 'neutral',
  submitted: 'info',
  screening: 'info',
  review: 'info',
  'changes-requested': 'warning',
  hearing: 'warning',
  decision: 'info',
  approved: 'success',
  'partially-approved': 'success',
  rejected: 'error',
  withdrawn: 'neutral',
  appealed: 'warning',
  upheld: 'neutral',
  overturned: 'success',
  expiring: 'warning',
  expired: 'error',
  suspended: 'error',
  revoked: 'error',
  superseded: 'neutral',
};

export function CaseStateTag({ state }: { state: CaseState }) {
  const t = useTexts(caseStateTexts);
  return <Tag tone={stateTones[state]}>{t(state)}</Tag>;
}

const verdictLooks: Readonly<Record<VerdictKind, { tone: Tone; icon: IconName }>> = {
  accepted: { tone: 'success', icon: 'check' },
  'accepted-with-remark': { tone: 'success', icon: 'chat' },
  'needs-elaboration': { tone: 'warning', icon: 'edit' },
  rejected: { tone: 'error', icon: 'close' },
};

export function VerdictTag({ verdict }: { verdict: VerdictKind }) {
  const t = useTexts(verdictTexts);
  return <Tag {...verdictLooks[verdict]}>{t(verdict)}</Tag>;
}

const outcomeLooks: Readonly<Record<Outcome, { tone: Tone; icon: IconName }>> = {
  approved: { tone: 'success', icon: 'check' },
  'partially-approved': { tone: 'success', icon: 'minus' },
  rejected: { tone: 'error', icon: 'close' },
};

export function OutcomeTag({ outcome }: { outcome: Outcome }) {
  const t = useTexts(outcomeTexts);
  return <Tag {...outcomeLooks[outcome]}>{t(outcome)}</Tag>;
}

const statusTones: Readonly<Record<InterfaceStatus, Tone>> = {
  in_operation: 'success',
  under_development: 'info',
  closed_for_new_users: 'warning',
  replaced: 'warning',
  retired: 'error',
  unknown: 'neutral',
};

export function InterfaceStatusTag({ status }: { status: InterfaceStatus }) {
  const t = useTexts(interfaceStatusTexts);
  return <Tag tone={statusTones[status]}>{t(status)}</Tag>;
}
