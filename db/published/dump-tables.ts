import { graceDays } from '~/workflows/forecast';
import { queueStep } from '~/workflows/review-clock';
import { plannedDatesSql } from './planned-dates';

/** A file of the open dump: what stands in it, and from where. Also the source of the data dictionary. */
export interface DumpTable {
  name: string;
  description: string;
  columns: readonly DumpColumn[];
  /** From the schema `published` and the catalogue alone. */
  from: string;
}

export interface DumpColumn {
  name: string;
  type: 'text' | 'number' | 'yes/no' | 'day' | 'moment' | 'list' | 'object';
  description: string;
  /** In SQL. */
  expression: string;
}

function column(name: string, type: DumpColumn['type'], description: string, expression: string): DumpColumn {
  return { name, type, description, expression };
}

const moment = (expression: string): string =>
  `to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const productId = column('product', 'text', 'The product’s id in addresses.', 'p.slug');

function answerColumns(interfaceId: string): DumpColumn[] {
  return [
    productId,
    column('interface', 'text', 'The interface that the answer is about; empty where it is about none.', interfaceId),
    column('question', 'text', 'The question’s id in the questionnaire.', `a->>'questionId'`),
    column('section', 'text', 'The section’s id.', `a->>'sectionId'`),
    column('type', 'text', 'The type of the question.', `a->>'type'`),
    column('text_da', 'text', 'The question in Danish, as it was when answered.', `a->'text'->>'da'`),
    column('text_en', 'text', 'The question in English.', `a->'text'->>'en'`),
    column('value', 'object', 'The answer, as JSON.', `a->'value'`),
    column('justification', 'text', 'What the supplier added.', `a->>'justification'`),
    column('remark', 'text', 'The municipality’s remark, where it accepted the answer with one.', `a->>'remark'`),
    column('approved_on', 'day', 'The day of the verdict in Copenhagen.', `a->>'approvedOn'`),
    column('approved_by', 'text', 'The code of the municipality that gave it.', `a->>'approvedBy'`),
    column('evidence', 'object', 'Type, days, municipality and public link of the evidence, as JSON.', `a->'evidence'`),
  ];
}

export const dumpTables: readonly DumpTable[] = [
  {
    name: 'products',
    description: 'Products with a publication in force.',
    columns: [
      column('id', 'text', 'The id in addresses.', 'p.slug'),
      column('name', 'text', 'The product’s name.', 'p.name'),
      column('description', 'text', 'What the supplier says it is.', 'p.description'),
      column('type', 'text', 'The type of product.', 'p.type'),
      column('kle', 'list', 'KLE numbers, separated by semicolons.', `array_to_string(p.kle, '; ')`),
      column('kitos_uuid', 'text', 'The uuid in KITOS, where it is known.', 'p.kitos_uuid'),
      column('supplier', 'text', 'The supplier’s id in addresses.', 'p.supplier_slug'),
      column('supplier_name', 'text', 'The supplier’s name at the time of publication.', 'p.supplier_name'),
      column('supplier_cvr', 'text', 'The supplier’s CVR number.', 'p.supplier_cvr'),
      column('is_demo', 'yes/no', 'Made up, for demonstration.', 'p.is_demo'),
      column('outcome', 'text', 'What the municipality decided.', 'p.outcome'),
      column('decided_by', 'text', 'The code of the municipality that decided.', 'p.decided_by'),
      column('publication', 'number', 'The number of the publication in force.', 'p.publication_number'),
      column('published_at', 'moment', 'When it was published, in UTC.', moment('p.published_at')),
      column('first_published_at', 'moment', 'When the first one was, in UTC.', moment('p.first_published_at')),
    ],
    from: 'from published.products p order by p.slug',
  },
  {
    name: 'support',
    description: 'How products support interfaces. What is not listed is not declared, or not approved.',
    columns: [
      productId,
      column('interface', 'text', 'The interface’s SF number or slug.', 's.interface_id'),
      column('group', 'text', 'The interface’s group.', 's.group_id'),
      column('level', 'text', 'The approved support level.', 's.level'),
      column('version', 'text', 'The version of the interface that the product uses.', 's.version'),
      column('since_on', 'day', 'In production since.', 's.since_on'),
      column('planned_on', 'day', 'Promised for.', 's.planned_on'),
      column('approved_on', 'day', 'The day of the verdict in Copenhagen.', 's.approved_on'),
      column('approved_by', 'text', 'The code of the municipality that gave it.', 's.approved_by'),
      column(
        'municipalities',
        'list',
        'Codes of municipalities that the answers name, separated by semicolons.',
        `(select string_agg(code, '; ' order by code) from jsonb_array_elements_text(s.municipalities) code)`,
      ),
    ],
    from: 'from published.support s join published.products p using (product_id) order by p.slug, s.interface_id',
  },
  {
    name: 'support-history',
    description:
      'Which support level was public from when until when: what the time machine and the readiness curve are made of. Times in UTC; a day’s figures are those of its end in Copenhagen.',
    columns: [
      productId,
      column('interface', 'text', 'The interface’s SF number or slug.', 's.interface_id'),
      column('group', 'text', 'The interface’s group.', 's.group_id'),
      column('level', 'text', 'The approved support level.', 's.level'),
      column('version', 'text', 'The version of the interface.', 's.version'),
      column('planned_on', 'day', 'Promised for.', 's.planned_on'),
      column('since_on', 'day', 'In production since.', 's.since_on'),
      column('from_at', 'moment', 'Public from then on, in UTC.', moment('s.from_at')),
      column('to_at', 'moment', 'And until then, in UTC; empty while it is.', moment('s.to_at')),
    ],
    from: 'from published.past_support s join (select distinct product_id, slug from published.past_products) p using (product_id) order by p.slug, s.interface_id, s.from_at',
  },
  {
    name: 'planned-dates',
    description: `Every date that a supplier has published as planned, with what became of it: the records that forecasts weigh planned dates by. One was kept where ready_on is at most ${graceDays} days after planned_on; one that is moved stands twice.`,
    columns: [
      column('supplier', 'text', 'The id of the supplier that said so, at the time.', 'd.supplier_slug'),
      column('product', 'text', 'The product’s id in addresses.', 'd.slug'),
      column('interface', 'text', 'The interface’s SF number or slug.', 'd.interface_id'),
      column('planned_on', 'day', 'Promised for.', 'd.planned_on'),
      column('stated_at', 'moment', 'When that was published first, in UTC.', moment('d.stated_at')),
      column(
        'ready_on',
        'day',
        'First published as ready or in production, or in production since where that is earlier; empty while it is not.',
        'd.ready_on',
      ),
    ],
    from: `from (${plannedDatesSql}) d order by d.supplier_slug, d.planned_on, d.slug, d.interface_id`,
  },
  {
    name: 'review-times',
    description:
      'How long reviews take, as last computed: by state of the case, and from submission to decision; empty figures where too few would say too much of the few.',
    columns: [
      column('state', 'text', 'The state of the case; submission-to-decision is the whole way.', `e.state->>'state'`),
      column('stays', 'number', 'How many stays have ended.', `e.state->>'stays'`),
      column('median_days', 'number', 'The median, in days.', `e.state->>'medianDays'`),
      column('percentile_90_days', 'number', 'The 90th percentile, in days.', `e.state->>'percentile90Days'`),
      column('period_days', 'number', 'The days that were looked at, back from then.', `c.clock->>'periodDays'`),
      column(
        'waiting',
        'number',
        `How many cases waited then, to the nearest ${queueStep}; empty where fewer than that.`,
        `c.clock->>'queue'`,
      ),
      column('computed_at', 'moment', 'When it was computed, in UTC.', moment('c.computed_at')),
    ],
    from: `from published.review_clock c, jsonb_array_elements(c.clock->'states' || jsonb_build_array(jsonb_build_object('state', 'submission-to-decision', 'stays', c.clock->'decisions', 'medianDays', c.clock->'wholeMedianDays', 'percentile90Days', c.clock->'wholePercentile90Days'))) with ordinality e(state, n) order by e.n`,
  },
  {
    name: 'interface-versions',
    description:
      'Versions of interfaces with their days; a day that the coordinator has set goes before the catalogue’s.',
    columns: [
      column('interface', 'text', 'The interface’s SF number or slug.', 'v.interface_id'),
      column('version', 'text', 'The version.', 'v.label'),
      column('available_on', 'day', 'From when it can be used.', 'v.available_on'),
      column('sunset_on', 'day', 'Until when it is wise to use it.', 'coalesce(x.sunset_on, v.sunset_on)'),
      column('retired_on', 'day', 'From when it cannot be used any more.', 'v.retired_on'),
    ],
    from: `from interface_versions v left join (select distinct on (interface_id, label) interface_id, label, sunset_on from published.interface_sunsets order by interface_id, label, set_at desc) x on x.interface_id = v.interface_id and x.label = v.label order by v.interface_id, v.position`,
  },
  {
    name: 'attestations',
    description:
      'Municipalities’ own statements that they run a product with an interface in production. One counts from its first day to its last; the municipality is named where it agreed to be.',
    columns: [
      productId,
      column('interface', 'text', 'The interface’s SF number or slug.', 'a.interface_id'),
      column('confirmed_on', 'day', 'The first day on which it counts.', 'a.confirmed_on'),
      column('valid_to', 'day', 'The last day on which it counts.', 'a.valid_to'),
      column('municipality', 'text', 'The municipality’s code; empty where it is not named.', 'a.municipality_code'),
      column('since_on', 'day', 'In production there since; empty where it is not named.', 'a.since_on'),
    ],
    from: `from published.attestations a join published.products p using (product_id) join published.support s using (product_id, interface_id) where s.level in ('in_production', 'ready') order by p.slug, a.interface_id, a.confirmed_on, a.attestation_id`,
  },
  {
    name: 'answers-about-interfaces',
    description: 'Every approved answer to a public question about an interface.',
    columns: answerColumns('s.interface_id'),
    from: 'from published.support s join published.products p using (product_id), jsonb_array_elements(s.answers) with ordinality e(a, n) order by p.slug, s.interface_id, e.n',
  },
  {
    name: 'answers',
    description: 'Every approved answer to a public question that is not about one interface.',
    columns: answerColumns('null::text'),
    from: 'from published.products p, jsonb_array_elements(p.answers) with ordinality e(a, n) order by p.slug, e.n',
  },
  {
    name: 'publications',
    description: 'Every publication there was, also those that have ended; of these only that, when and why.',
    columns: [
      column('product', 'text', 'The product’s id in addresses.', 'p.product_slug'),
      column('number', 'number', 'The number within the product.', 'p.number'),
      column('published_at', 'moment', 'In UTC.', moment('p.published_at')),
      column('ended_at', 'moment', 'In UTC; empty while it is in force.', moment('p.ended_at')),
      column('ended_because', 'text', 'Why it ended.', 'p.ended_because'),
    ],
    from: 'from published.publications p order by p.product_slug, p.number',
  },
  {
    name: 'suppliers',
    description: 'Suppliers with a published product.',
    columns: [
      column('id', 'text', 'The id in addresses.', 's.slug'),
      column('name', 'text', 'The supplier’s name.', 's.name'),
      column('cvr', 'text', 'The CVR number.', 's.cvr'),
      column('website', 'text', 'The supplier’s own site.', 's.website'),
      column('is_demo', 'yes/no', 'Made up, for demonstration.', 's.is_demo'),
    ],
    from: 'from published.suppliers s order by s.slug',
  },
  {
    name: 'interfaces',
    description: 'The catalogue of interfaces, those taken out of it included.',
    columns: [
      column('id', 'text', 'The SF number, or a slug where there is none.', 'i.id'),
      column('group', 'text', 'The group’s id.', 'i.group_id'),
      column('name_da', 'text', 'The name in Danish.', `i.name->>'da'`),
      column('name_en', 'text', 'The name in English.', `i.name->>'en'`),
      column('status', 'text', 'Whether it can be used.', 'i.status'),
      column('removed_on', 'day', 'When it was taken out of the catalogue.', 'i.removed_on'),
    ],
    from: 'from interfaces i order by i.id',
  },
  {
    name: 'municipalities',
    description: 'The municipalities that codes in the other files stand for.',
    columns: [
      column('code', 'text', 'The municipality code.', 'm.code'),
      column('name', 'text', 'The name.', 'm.name'),
      column('region', 'text', 'The region.', 'm.region'),
      column('cvr', 'text', 'The CVR number.', 'm.cvr'),
    ],
    from: 'from municipalities m order by m.code',
  },
];
