/**
 * The kit. All of it renders on the server, works without JavaScript and passes WCAG 2.2 AA in the light and the dark
 * theme. The content security policy forbids `style` attributes: looks are classes in app/styles. Links are plain
 * `<a>`, forms plain `<form method="post">`; a page becomes live only with `scripts: true` in its handle (app/page.ts).
 * `test/gallery.tsx` shows every one of them on one page.
 *
 * Page        PageHeading (h1, caption, lead, aside), Hero (front page band), BackLink; breadcrumbs come from the handle
 * Actions     Button (kind primary|secondary|tertiary|warning|link, icon), ButtonLink, ButtonGroup
 * Messages    Alert (info|success|warning|error), ErrorSummary (errors: FieldProblem[]), errorOf(errors, field),
 *             EmptyState, InsetText, SaveStatus (idle|saving|saved|waiting|failed|conflict)
 * Fields      TextInput, NumberInput, DateInput, TextArea (limit), Select, RadioGroup, CheckboxGroup, Checkbox,
 *             FileInput (formats, maxBytes); for other inputs FormField and FieldGroup with fieldIds, describedBy, Hint,
 *             FieldError. All take name, id?, label, hint, error, optional, labelSize, extra, are uncontrolled and
 *             forward their ref, so `{...register('name')}` of react-hook-form fits. A field's id is its name unless told.
 * Answers     SummaryList (opsummering with "Ret"), Definition (terms, `compact` for facts)
 * Tasks       TaskList (opgaveliste), ProgressBar, Stepper
 * Lists       FilteredPage > FilterPanel > SearchField, FilterGroup; ChosenFilters, DataTable (stacked or scrolling,
 *             sticky, sortable by links), PageSteps, Pagination, Cards, Stats/Stat
 * Words       Tag (tone), SupportLevelTag, RungTag (the ladder), CaseStateTag, VerdictTag, OutcomeTag,
 *             InterfaceStatusTag, SupportMatrixCell (level + rung of one cell)
 * Time        Time, Timeline, Diff (word by word)
 * Folding     Details, Accordion
 * Other       Icon (public/icons.svg), CopyLink, SignIn (what app/routes/auth/sign-in.tsx shows)
 */
export { Alert, type AlertKind } from './alert';
export {
  Accordion,
  type AccordionItem,
  type CardItem,
  Cards,
  Details,
  EmptyState,
  InsetText,
  Stat,
  type StatItem,
  Stats,
} from './blocks';
export { BackLink, Breadcrumbs, type Crumb } from './breadcrumbs';
export { Button, ButtonGroup, type ButtonKind, ButtonLink } from './button';
export {
  Checkbox,
  CheckboxGroup,
  type CheckboxGroupProps,
  type CheckboxProps,
  type Choice,
  RadioGroup,
  type RadioGroupProps,
  Select,
  type SelectProps,
} from './choice-fields';
export { classes } from './classes';
export { type Column, DataTable, type Header } from './data-table';
export { ErrorSummary, errorOf, type FieldProblem } from './error-summary';
export { describedBy, FieldError, FieldGroup, type FieldProps, FormField, fieldIds, Hint } from './field';
export { FileInput, type FileInputProps } from './file-input';
export { type ChosenFilter, ChosenFilters, FilteredPage, FilterGroup, FilterPanel, SearchField } from './filters';
export { Icon, type IconName } from './icon';
export { Hero, PageHeading } from './page-heading';
export { PageSteps, Pagination } from './pagination';
export { ProgressBar, type Step, Stepper } from './progress';
export { CopyLink, type SaveState, SaveStatus } from './save-status';
export { type DemoPersonCard, SignIn, type SignInNotice } from './sign-in';
export { Definition, type DefinitionItem, SummaryList, type SummaryRow } from './summary-list';
export { SupportMatrixCell } from './support-matrix-cell';
export {
  CaseStateTag,
  DisputedTag,
  InterfaceStatusTag,
  OutcomeTag,
  RungTag,
  SupportLevelTag,
  Tag,
  type Tone,
  VerdictTag,
} from './tags';
export { type Task, type TaskGroup, TaskList, type TaskState } from './task-list';
export { TextArea, type TextAreaProps } from './text-area';
export { DateInput, type InputWidth, NumberInput, TextInput, type TextInputProps } from './text-fields';
export { Diff, type DiffPart, Time, Timeline, type TimelineEntry } from './timeline';
