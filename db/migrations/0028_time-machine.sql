CREATE TABLE "published"."past_attestations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	"to_at" timestamp with time zone,
	"attestation_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"product_slug" text NOT NULL,
	"interface_id" text NOT NULL,
	"municipality_code" text,
	"since_on" date,
	"confirmed_on" date NOT NULL,
	"valid_to" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "published"."past_disputes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	"to_at" timestamp with time zone,
	"dispute_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"question_key" text NOT NULL,
	"publication_number" integer NOT NULL,
	"statement" text NOT NULL,
	"stated_by" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"reply" text,
	"replied_at" timestamp with time zone,
	"outcome" text,
	"resolved_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "published"."interface_sunsets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"interface_id" text NOT NULL,
	"label" text NOT NULL,
	"sunset_on" date,
	"successor" text,
	"set_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "published"."past_review_clocks" (
	"day" date PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"clock" jsonb NOT NULL,
	"computed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "published"."past_products" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	"to_at" timestamp with time zone,
	"product_id" uuid NOT NULL,
	"supplier_website" text,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"type" text NOT NULL,
	"kle" text[] NOT NULL,
	"kitos_uuid" uuid,
	"supplier_slug" text NOT NULL,
	"supplier_name" text NOT NULL,
	"supplier_cvr" text NOT NULL,
	"is_demo" boolean NOT NULL,
	"outcome" text NOT NULL,
	"decided_by" text NOT NULL,
	"publication_number" integer NOT NULL,
	"first_published_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"interface_ids" text[] NOT NULL,
	"ready_interface_ids" text[] NOT NULL,
	"group_ids" text[] NOT NULL,
	"search_text" text NOT NULL,
	"search_stems" "tsvector" GENERATED ALWAYS AS (to_tsvector('danish'::regconfig, "search_text")) STORED,
	"answers" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "published"."past_support" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	"to_at" timestamp with time zone,
	"product_id" uuid NOT NULL,
	"interface_id" text NOT NULL,
	"group_id" text NOT NULL,
	"level" text NOT NULL,
	"version" text,
	"planned_on" date,
	"since_on" date,
	"approved_on" date NOT NULL,
	"approved_by" text NOT NULL,
	"answers" jsonb NOT NULL,
	"evidence" jsonb GENERATED ALWAYS AS (jsonb_path_query_array("answers", '$[*].evidence[*]')) STORED,
	"municipalities" jsonb GENERATED ALWAYS AS (jsonb_path_query_array("answers", '$[*] ? (@.type == "municipality_list").value[*]')) STORED
);
--> statement-breakpoint
ALTER TABLE "search_subscriptions" ADD COLUMN "sunsets_to" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "published"."interface_sunsets" ADD CONSTRAINT "interface_sunsets_interface_id_interfaces_id_fk" FOREIGN KEY ("interface_id") REFERENCES "public"."interfaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "past_attestations_support" ON "published"."past_attestations" USING btree ("product_id","interface_id");--> statement-breakpoint
CREATE UNIQUE INDEX "past_attestations_open" ON "published"."past_attestations" USING btree ("attestation_id") WHERE "published"."past_attestations"."to_at" is null;--> statement-breakpoint
CREATE INDEX "past_disputes_product" ON "published"."past_disputes" USING btree ("product_id");--> statement-breakpoint
CREATE UNIQUE INDEX "past_disputes_open" ON "published"."past_disputes" USING btree ("dispute_id") WHERE "published"."past_disputes"."to_at" is null;--> statement-breakpoint
CREATE INDEX "interface_sunsets_version" ON "published"."interface_sunsets" USING btree ("interface_id","label","set_at");--> statement-breakpoint
CREATE INDEX "past_products_product" ON "published"."past_products" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "past_products_slug" ON "published"."past_products" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "past_products_supplier" ON "published"."past_products" USING btree ("supplier_slug");--> statement-breakpoint
CREATE INDEX "past_products_from" ON "published"."past_products" USING btree ("from_at");--> statement-breakpoint
CREATE INDEX "past_products_stems" ON "published"."past_products" USING gin ("search_stems");--> statement-breakpoint
CREATE UNIQUE INDEX "past_products_open" ON "published"."past_products" USING btree ("product_id") WHERE "published"."past_products"."to_at" is null;--> statement-breakpoint
CREATE INDEX "past_support_product" ON "published"."past_support" USING btree ("product_id","interface_id");--> statement-breakpoint
CREATE INDEX "past_support_interface" ON "published"."past_support" USING btree ("interface_id","level");--> statement-breakpoint
CREATE INDEX "past_support_planned" ON "published"."past_support" USING btree ("planned_on") WHERE "published"."past_support"."planned_on" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "past_support_open" ON "published"."past_support" USING btree ("product_id","interface_id") WHERE "published"."past_support"."to_at" is null;--> statement-breakpoint
CREATE SCHEMA "past";
--> statement-breakpoint
CREATE FUNCTION "past".day_end() RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT (current_setting('portal.day')::date + 1)::timestamp AT TIME ZONE 'Europe/Copenhagen'
$$;
--> statement-breakpoint
CREATE VIEW "past"."products" AS
  SELECT product_id, slug, name, description, type, kle, kitos_uuid, supplier_slug, supplier_name, supplier_cvr, is_demo, outcome,
    decided_by, publication_number, first_published_at, published_at, interface_ids, ready_interface_ids, group_ids, search_text,
    search_stems, answers
  FROM "published"."past_products" WHERE from_at < past.day_end() AND (to_at IS NULL OR to_at >= past.day_end());
--> statement-breakpoint
CREATE VIEW "past"."support" AS
  SELECT product_id, interface_id, group_id, level, version, planned_on, since_on, approved_on, approved_by, answers, evidence, municipalities
  FROM "published"."past_support" WHERE from_at < past.day_end() AND (to_at IS NULL OR to_at >= past.day_end());
--> statement-breakpoint
CREATE VIEW "past"."suppliers" AS
  SELECT DISTINCT ON (supplier_slug) supplier_slug AS slug, supplier_name AS name, supplier_cvr AS cvr, supplier_website AS website, is_demo
  FROM "published"."past_products" WHERE from_at < past.day_end() AND (to_at IS NULL OR to_at >= past.day_end())
  ORDER BY supplier_slug, from_at DESC;
--> statement-breakpoint
CREATE VIEW "past"."disputes" AS
  SELECT dispute_id, product_id, question_key, publication_number, statement, stated_by, opened_at, reply, replied_at, outcome, resolved_at
  FROM "published"."past_disputes" WHERE from_at < past.day_end() AND (to_at IS NULL OR to_at >= past.day_end());
--> statement-breakpoint
CREATE VIEW "past"."attestations" AS
  SELECT attestation_id, product_id, product_slug, interface_id, municipality_code, since_on, confirmed_on, valid_to
  FROM "published"."past_attestations" WHERE from_at < past.day_end() AND (to_at IS NULL OR to_at >= past.day_end());
--> statement-breakpoint
CREATE VIEW "past"."supplier_changes" AS SELECT * FROM "published"."supplier_changes" WHERE changed_at < past.day_end();
--> statement-breakpoint
CREATE VIEW "past"."letters" AS SELECT * FROM "published"."letters" WHERE sent_at < past.day_end();
--> statement-breakpoint
CREATE VIEW "past"."review_clock" AS
  SELECT id, clock, computed_at FROM "published"."past_review_clocks" WHERE computed_at < past.day_end() ORDER BY day DESC LIMIT 1;
--> statement-breakpoint
CREATE VIEW "past"."ledger_entries" AS
  SELECT * FROM "published"."ledger_entries" WHERE (entry->>'at')::timestamptz < past.day_end();
--> statement-breakpoint
CREATE VIEW "past"."ledger_heads" AS SELECT * FROM "published"."ledger_heads" WHERE at < past.day_end();
--> statement-breakpoint
CREATE VIEW "past"."signing_keys" AS SELECT * FROM "published"."signing_keys";
--> statement-breakpoint
CREATE VIEW "past"."state" AS SELECT * FROM "published"."state";
--> statement-breakpoint
CREATE VIEW "past"."redirects" AS SELECT * FROM "published"."redirects" WHERE merged_at < past.day_end();
--> statement-breakpoint
CREATE VIEW "past"."questionnaire_hearings" AS SELECT * FROM "published"."questionnaire_hearings";
--> statement-breakpoint
CREATE VIEW "past"."interface_sunsets" AS SELECT * FROM "published"."interface_sunsets" WHERE set_at < past.day_end();
--> statement-breakpoint
CREATE VIEW "past"."past_products" AS
  SELECT id, from_at, CASE WHEN to_at < past.day_end() THEN to_at END AS to_at, product_id, slug, name, supplier_slug, supplier_name, type, is_demo, publication_number, kle
  FROM "published"."past_products" WHERE from_at < past.day_end();
--> statement-breakpoint
CREATE VIEW "past"."past_support" AS
  SELECT id, from_at, CASE WHEN to_at < past.day_end() THEN to_at END AS to_at, product_id, interface_id, group_id, level, version, planned_on, since_on
  FROM "published"."past_support" WHERE from_at < past.day_end();
--> statement-breakpoint
CREATE VIEW "past"."publications" AS
  SELECT p.id, p.decision_id, p.product_slug, p.number, p.document, p.published_at,
    CASE WHEN l.event IS NULL THEN CASE WHEN p.ended_at < past.day_end() THEN p.ended_at END
      WHEN l.event NOT IN ('published', 'resumed') THEN (
        SELECT min((f.entry->>'at')::timestamptz) FROM "published"."ledger_entries" f
        WHERE f.product_slug = p.product_slug AND (f.entry->>'publication')::int = p.number AND f.entry->>'event' NOT IN ('published', 'resumed')
          AND f.index > coalesce((SELECT max(g.index) FROM "published"."ledger_entries" g
            WHERE g.product_slug = p.product_slug AND (g.entry->>'publication')::int = p.number AND g.entry->>'event' IN ('published', 'resumed')
              AND (g.entry->>'at')::timestamptz < past.day_end()), -1))
    END AS ended_at,
    CASE WHEN l.event IS NULL THEN CASE WHEN p.ended_at < past.day_end() THEN p.ended_because END
      WHEN l.event NOT IN ('published', 'resumed') THEN l.event
    END AS ended_because
  FROM "published"."publications" p
  LEFT JOIN LATERAL (
    SELECT e.entry->>'event' AS event FROM "published"."ledger_entries" e
    WHERE e.product_slug = p.product_slug AND (e.entry->>'publication')::int = p.number AND (e.entry->>'at')::timestamptz < past.day_end()
    ORDER BY e.index DESC LIMIT 1) l ON true
  WHERE p.published_at < past.day_end();
--> statement-breakpoint
INSERT INTO "published"."past_products" (from_at, product_id, supplier_website, slug, name, description, type, kle, kitos_uuid, supplier_slug,
    supplier_name, supplier_cvr, is_demo, outcome, decided_by, publication_number, first_published_at, published_at, interface_ids,
    ready_interface_ids, group_ids, search_text, answers)
  SELECT p.published_at, p.product_id, s.website, p.slug, p.name, p.description, p.type, p.kle, p.kitos_uuid, p.supplier_slug,
    p.supplier_name, p.supplier_cvr, p.is_demo, p.outcome, p.decided_by, p.publication_number, p.first_published_at, p.published_at, p.interface_ids,
    p.ready_interface_ids, p.group_ids, p.search_text, p.answers
  FROM "published"."products" p LEFT JOIN "published"."suppliers" s ON s.slug = p.supplier_slug;
--> statement-breakpoint
INSERT INTO "published"."past_support" (from_at, product_id, interface_id, group_id, level, version, planned_on, since_on, approved_on, approved_by, answers)
  SELECT p.published_at, s.product_id, s.interface_id, s.group_id, s.level, s.version, s.planned_on, s.since_on, s.approved_on, s.approved_by, s.answers
  FROM "published"."support" s JOIN "published"."products" p USING (product_id);
--> statement-breakpoint
INSERT INTO "published"."past_disputes" (from_at, dispute_id, product_id, question_key, publication_number, statement, stated_by, opened_at, reply, replied_at, outcome, resolved_at)
  SELECT opened_at, dispute_id, product_id, question_key, publication_number, statement, stated_by, opened_at, reply, replied_at, outcome, resolved_at FROM "published"."disputes";
--> statement-breakpoint
INSERT INTO "published"."past_attestations" (from_at, attestation_id, product_id, product_slug, interface_id, municipality_code, since_on, confirmed_on, valid_to)
  SELECT confirmed_on::timestamp AT TIME ZONE 'Europe/Copenhagen', attestation_id, product_id, product_slug, interface_id, municipality_code, since_on, confirmed_on, valid_to
  FROM "published"."attestations";
--> statement-breakpoint
INSERT INTO "published"."past_review_clocks" (day, id, clock, computed_at)
  SELECT (computed_at AT TIME ZONE 'Europe/Copenhagen')::date, id, clock, computed_at FROM "published"."review_clock";
