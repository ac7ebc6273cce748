-- Fills the portal's tables from the reference tables of the shared benchmark, in one database that has both. What the
-- portal's own builders would write stands here as SQL, because three million answers are to be loaded:
-- workflows/publication.ts (documents and answers) and workflows/published-rows.ts (rows of the read model).
-- test/bench/shared/README.md tells how it is run and where the data had to be translated.
\set ON_ERROR_STOP 1
SET synchronous_commit = off;
SET TimeZone = 'UTC';
CREATE EXTENSION IF NOT EXISTS pgcrypto;
-- SESSION_SECRET of the portal under test, with which the keys of sessions are made.
\set secret 'a-secret-of-the-shared-benchmark-only'

CREATE FUNCTION pg_temp.id_of(kind text, number int) RETURNS uuid LANGUAGE sql IMMUTABLE AS
  $$ SELECT md5(kind || number)::uuid $$;
CREATE FUNCTION pg_temp.both(words text) RETURNS jsonb LANGUAGE sql IMMUTABLE AS
  $$ SELECT jsonb_build_object('da', words, 'en', words) $$;

-- Only the reference's interfaces are asked for: those of the real catalogue are taken out of it.
UPDATE interfaces SET removed_on = '2020-01-01';
INSERT INTO interface_groups (id, name, position)
  SELECT 'area-' || area, pg_temp.both(area), 1000 + row_number() OVER (ORDER BY area) FROM (SELECT DISTINCT area FROM interface) a;
-- Without the word that the reference draws for a name: our search finds products by the names of their interfaces.
INSERT INTO interfaces (id, group_id, position, name, summary, platform, protocols, direction, kind, status, source,
                        confidence, replaced_by, depends_on, details)
  SELECT code, 'area-' || area, id, pg_temp.both('Snitflade ' || id), pg_temp.both('Om den.'), '-', '{}', 'both', 'service',
         'in_operation', 'https://example.org', 'high', '{}', '{}', '{}' FROM interface;

INSERT INTO suppliers (id, cvr, name, slug, is_demo, created_at)
  SELECT pg_temp.id_of('supplier', id), lpad((10000000 + id)::text, 8, '0'), name, code, false, '2024-01-01' FROM supplier;

-- The reference sorts names by their bytes, we as a Danish dictionary: a number in front makes both the same order.
CREATE TEMP TABLE named AS
  SELECT p.id, pg_temp.id_of('product', p.id) AS product_id, p.supplier_id, p.code AS slug, p.description,
         lpad((row_number() OVER (ORDER BY p.name))::text, 6, '0') || ' ' || p.name AS name,
         (ARRAY['fagsystem','esdh','oekonomi','selvbetjening','brugerstyring','integration','andet','fagsystem'])
           [1 + array_position(ARRAY['registry','planning','messaging','archive','portal','analytics','imaging','billing'], p.category) - 1] AS type,
         m.code AS decided_by, s.code AS supplier_slug, s.name AS supplier_name, lpad((10000000 + s.id)::text, 8, '0') AS cvr
    FROM product p JOIN supplier s ON s.id = p.supplier_id
    JOIN (SELECT code, row_number() OVER (ORDER BY code) - 1 AS n, count(*) OVER () AS all_of_them FROM municipalities) m
      ON m.n = p.id % m.all_of_them;
CREATE UNIQUE INDEX ON named (id);
ANALYZE named;
INSERT INTO products (id, supplier_id, slug, name, description, type, kle, created_at)
  SELECT product_id, pg_temp.id_of('supplier', supplier_id), slug, name, description, type, '{}', '2024-01-01' FROM named;

-- The questionnaire, with the kinds of the reference as types of ours.
CREATE TEMP TABLE asked AS
  SELECT id, code, position, section, kind, code || ' ' || body AS words,
         CASE kind WHEN 'yesno' THEN 'yes_no' WHEN 'choice' THEN 'single_choice' ELSE 'long_text' END AS type,
         CASE kind WHEN 'choice' THEN (SELECT jsonb_object_agg('option_' || n, pg_temp.both('option ' || n)) FROM generate_series(1, 5) n)
           ELSE '{}'::jsonb END AS option_texts
    FROM question;
INSERT INTO questionnaires (id, slug, version, hash, published_at, definition)
  SELECT pg_temp.id_of('questionnaire', 1), 'bench', '1.0', 'bench', '2024-01-01', jsonb_build_object(
    'slug', 'bench', 'version', '1.0', 'title', pg_temp.both('Måling'), 'introduction', pg_temp.both('Måling'),
    'supportScale', (SELECT jsonb_agg(jsonb_build_object('value', value, 'text', pg_temp.both(value), 'explanation',
      pg_temp.both(value), 'kravmotorAnswer', '')) FROM unnest(ARRAY['in_production','ready','in_development','planned','via_other',
      'not_supported','not_relevant']) value), 'evidenceTypes', '[]'::jsonb, 'reviewChecks', '[]'::jsonb, 'scopeRules', '[]'::jsonb,
    'interfaceTemplate', jsonb_build_array(jsonb_build_object('id', 'if-support',
      'type', 'support_level', 'required', true, 'weight', 3, 'text', pg_temp.both('Hvordan understøttes snitfladen?'),
      'help', pg_temp.both('Hjælp.'), 'evidenceExample', pg_temp.both('Ingen.'), 'public', true, 'basis', 'design', 'source', 'bench')), 'sections', (
      SELECT jsonb_agg(jsonb_build_object('id', section, 'group', null, 'title', pg_temp.both(section),
                                          'introduction', pg_temp.both(section), 'questions', questions) ORDER BY first)
        FROM (SELECT section, min(position) AS first, jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                'id', code, 'type', type, 'required', true, 'weight', 2, 'text', pg_temp.both(words),
                'help', pg_temp.both('Hjælp.'), 'evidenceExample', pg_temp.both('Ingen.'), 'evidence', '[]'::jsonb,
                'evidenceRequired', false, 'public', true, 'interfaces', '[]'::jsonb, 'basis', 'design', 'source', 'bench',
                'options', CASE kind WHEN 'choice' THEN (SELECT jsonb_agg(jsonb_build_object('value', 'option_' || n,
                  'text', pg_temp.both('option ' || n))) FROM generate_series(1, 5) n) END)) ORDER BY position) AS questions
                FROM asked GROUP BY section) sections));

-- A publication's answers: general ones of its version, and about interfaces what the reference has as support.
CREATE FUNCTION pg_temp.level_of(level int) RETURNS text LANGUAGE sql IMMUTABLE AS
  $$ SELECT (ARRAY['planned','in_development','ready','in_production'])[level] $$;
CREATE FUNCTION pg_temp.value_of(kind text, value text) RETURNS jsonb LANGUAGE sql IMMUTABLE AS
  $$ SELECT CASE kind WHEN 'yesno' THEN to_jsonb(value = 'yes') ELSE to_jsonb(replace(value, 'option ', 'option_')) END $$;
CREATE TEMP TABLE shown AS
  SELECT d.id AS declaration_id, d.product_id AS product, d.version, d.published_at, coalesce(answers, '[]') AS answers
    FROM declaration d
    JOIN named n ON n.id = d.product_id
    JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object(
        'key', q.code, 'questionId', q.code, 'sectionId', q.section, 'interfaceId', null, 'type', q.type,
        'text', pg_temp.both(q.words), 'value', pg_temp.value_of(q.kind, a.value), 'optionTexts', q.option_texts,
        'columnTexts', '{}'::jsonb, 'justification', nullif(a.comment, ''), 'evidence', '[]'::jsonb, 'remark', null,
        'approvedOn', d.published_at::date, 'approvedBy', n.decided_by, 'answerHash', md5(a.id::text) || md5(a.value))
        ORDER BY q.position) AS answers
      FROM answer a JOIN asked q ON q.id = a.question_id WHERE a.declaration_id = d.id) given ON true
   WHERE d.version <= 4;
CREATE TEMP TABLE supported AS
  SELECT p.id AS product, i.id AS position, i.code AS interface_id, 'area-' || i.area AS group_id, pg_temp.level_of(s.level) AS level,
         d.published_at::date::text AS approved_on, n.decided_by, jsonb_build_object(
           'key', 'if-support@' || i.code, 'questionId', 'if-support', 'sectionId', 'area-' || i.area, 'interfaceId', i.code,
           'type', 'support_level', 'text', pg_temp.both('Hvordan understøttes snitfladen?'), 'value', pg_temp.level_of(s.level),
           'optionTexts', '{}'::jsonb, 'columnTexts', '{}'::jsonb, 'justification', null, 'evidence', '[]'::jsonb, 'remark', null,
           'approvedOn', d.published_at::date, 'approvedBy', n.decided_by, 'answerHash', md5(s.id::text) || md5(i.code)) AS answer
    FROM interface_support s JOIN product p ON p.id = s.product_id JOIN interface i ON i.id = s.interface_id
    JOIN named n ON n.id = p.id JOIN declaration d ON d.product_id = p.id AND d.is_current
   WHERE s.level > 0;
CREATE INDEX ON supported (product);
ANALYZE supported;

INSERT INTO published.publications (id, decision_id, product_slug, number, published_at, ended_at, ended_because, document)
  SELECT pg_temp.id_of('publication', s.declaration_id), pg_temp.id_of('decision', s.declaration_id), n.slug, s.version, s.published_at,
         CASE WHEN s.version < 4 THEN s.published_at + interval '150 days' END, CASE WHEN s.version < 4 THEN 'superseded' END,
         jsonb_build_object('schema', 'snitfladeklar/publication/1', 'number', s.version,
           'product', jsonb_build_object('slug', n.slug, 'name', n.name, 'description', n.description, 'type', n.type,
                                         'kle', '[]'::jsonb, 'kitosUuid', null, 'isDemo', false),
           'supplier', jsonb_build_object('slug', n.supplier_slug, 'name', n.supplier_name, 'cvr', n.cvr),
           'questionnaire', jsonb_build_object('slug', 'bench', 'version', '1.0'),
           'decision', jsonb_build_object('outcome', 'approved', 'municipalityCode', n.decided_by, 'decidedAt', s.published_at),
           'sections', (SELECT jsonb_agg(jsonb_build_object('id', section, 'title', pg_temp.both(section)) ORDER BY first)
                          FROM (SELECT section, min(position) AS first FROM asked GROUP BY section) q),
           'answers', s.answers || CASE WHEN s.version = 4 THEN coalesce(
             (SELECT jsonb_agg(u.answer ORDER BY u.position) FROM supported u WHERE u.product = s.product), '[]') ELSE '[]' END)
    FROM shown s JOIN named n ON n.id = s.product;

INSERT INTO published.suppliers (slug, name, cvr, is_demo)
  SELECT code, name, lpad((10000000 + id)::text, 8, '0'), false FROM supplier;
INSERT INTO published.products (product_id, slug, name, description, type, kle, supplier_slug, supplier_name, supplier_cvr,
    is_demo, outcome, decided_by, publication_number, first_published_at, published_at, interface_ids, ready_interface_ids,
    group_ids, search_text, answers)
  SELECT n.product_id, n.slug, n.name, n.description, n.type, '{}', n.supplier_slug, n.supplier_name, n.cvr, false, 'approved',
         n.decided_by, 4, first.published_at, s.published_at, coalesce(u.ids, '{}'), coalesce(u.ready, '{}'), coalesce(u.groups, '{}'),
         lower(concat_ws(' ', n.name, n.description, n.supplier_name, n.cvr, u.found)), s.answers
    FROM shown s JOIN named n ON n.id = s.product
    JOIN declaration first ON first.product_id = n.id AND first.version = 1
    LEFT JOIN LATERAL (SELECT array_agg(interface_id ORDER BY position) AS ids,
        array_agg(interface_id ORDER BY position) FILTER (WHERE level IN ('in_production', 'ready')) AS ready,
        array_agg(DISTINCT group_id) AS groups, string_agg(interface_id || ' snitflade ' || position, ' ' ORDER BY position) AS found
      FROM supported WHERE product = n.id) u ON true
   WHERE s.version = 4;
INSERT INTO published.support (product_id, interface_id, group_id, level, approved_on, approved_by, answers)
  SELECT n.product_id, u.interface_id, u.group_id, u.level, u.approved_on::date, u.decided_by, jsonb_build_array(u.answer)
    FROM supported u JOIN named n ON n.id = u.product;

-- Drafts (version 5), each with an open case, and one signed-in editor per supplier: cookie `bench-<supplier>`.
INSERT INTO people (id, name, email, created_at)
  SELECT pg_temp.id_of('person', id), 'Bench ' || id, 'bench-' || id || '@example.org', '2024-01-01' FROM supplier;
INSERT INTO memberships (id, person_id, role, supplier_id, created_at)
  SELECT pg_temp.id_of('membership' || role, id), pg_temp.id_of('person', id), role, pg_temp.id_of('supplier', id), '2024-01-01'
    FROM supplier, unnest(ARRAY['editor', 'signatory']) role;
INSERT INTO sessions (token_hash, person_id, created_at, seen_at, expires_at)
  SELECT encode(hmac('bench-' || id, :'secret', 'sha256'), 'hex'), pg_temp.id_of('person', id), now(), now() + interval '30 days', now() + interval '30 days'
    FROM supplier;
INSERT INTO declarations (id, product_id, questionnaire_id, questionnaire_slug, created_at, scope_confirmed_at, updated_at)
  SELECT pg_temp.id_of('declaration', id), pg_temp.id_of('product', product_id), pg_temp.id_of('questionnaire', 1), 'bench',
         '2024-01-01', '2024-01-01', '2024-01-01' FROM declaration WHERE version = 5;
INSERT INTO cases (id, number, declaration_id, product_id, supplier_id, state, snapshot, version, is_open, opened_at, state_since)
  SELECT pg_temp.id_of('case', d.id), 'bench-' || d.id, pg_temp.id_of('declaration', d.id), pg_temp.id_of('product', d.product_id),
         pg_temp.id_of('supplier', p.supplier_id), 'draft', '{"value": "draft"}', 1, true, '2024-01-01', '2024-01-01'
    FROM declaration d JOIN product p ON p.id = d.product_id WHERE d.version = 5;
INSERT INTO answers (declaration_id, question_key, value, justification, version, updated_by, updated_at)
  SELECT pg_temp.id_of('declaration', d.id), q.code, pg_temp.value_of(q.kind, a.value), nullif(a.comment, ''), 1,
         pg_temp.id_of('person', p.supplier_id), '2024-01-01'
    FROM declaration d JOIN product p ON p.id = d.product_id JOIN answer a ON a.declaration_id = d.id
    JOIN asked q ON q.id = a.question_id WHERE d.version = 5;
UPDATE published.state SET version = version + 1;
VACUUM ANALYZE;
