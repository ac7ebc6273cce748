CREATE TABLE "absences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"substitute_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "absences_days" CHECK ("absences"."starts_on" <= "absences"."ends_on")
);
--> statement-breakpoint
CREATE TABLE "case_routings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"rule_id" uuid NOT NULL,
	"rule_name" text NOT NULL,
	"municipality_code" text NOT NULL,
	"reason" jsonb NOT NULL,
	"routed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inbox_bookmarks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"search" text NOT NULL,
	"person_id" uuid NOT NULL,
	"is_shared" boolean NOT NULL,
	"municipality_code" text,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "inbox_bookmarks_name" CHECK (length(trim("inbox_bookmarks"."name")) > 0)
);
--> statement-breakpoint
CREATE TABLE "portal_settings" (
	"id" integer PRIMARY KEY NOT NULL,
	"lease_hours" integer NOT NULL,
	"high_impact_from" integer NOT NULL,
	"is_read_only" boolean NOT NULL,
	"read_only_reason" text NOT NULL,
	"version" integer NOT NULL,
	"changed_at" timestamp with time zone,
	CONSTRAINT "portal_settings_one" CHECK ("portal_settings"."id" = 1),
	CONSTRAINT "portal_settings_bounds" CHECK ("portal_settings"."lease_hours" between 1 and 2000 and "portal_settings"."high_impact_from" between 1 and 98)
);
--> statement-breakpoint
CREATE TABLE "routing_rules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"section_ids" jsonb NOT NULL,
	"municipality_codes" jsonb NOT NULL,
	"way" text NOT NULL,
	"most_open" integer,
	"version" integer NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" uuid,
	"ended_at" timestamp with time zone,
	CONSTRAINT "routing_rules_name" CHECK (length(trim("routing_rules"."name")) > 0),
	CONSTRAINT "routing_rules_most" CHECK ("routing_rules"."most_open" > 0)
);
--> statement-breakpoint
CREATE TABLE "section_handovers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"section_id" text NOT NULL,
	"kind" text NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"note" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_substitute_id_people_id_fk" FOREIGN KEY ("substitute_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_routings" ADD CONSTRAINT "case_routings_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_routings" ADD CONSTRAINT "case_routings_rule_id_routing_rules_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."routing_rules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_routings" ADD CONSTRAINT "case_routings_municipality_code_municipalities_code_fk" FOREIGN KEY ("municipality_code") REFERENCES "public"."municipalities"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox_bookmarks" ADD CONSTRAINT "inbox_bookmarks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox_bookmarks" ADD CONSTRAINT "inbox_bookmarks_municipality_code_municipalities_code_fk" FOREIGN KEY ("municipality_code") REFERENCES "public"."municipalities"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_rules" ADD CONSTRAINT "routing_rules_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_handovers" ADD CONSTRAINT "section_handovers_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_handovers" ADD CONSTRAINT "section_handovers_from_id_people_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_handovers" ADD CONSTRAINT "section_handovers_to_id_people_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "absences_person" ON "absences" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "case_routings_case" ON "case_routings" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "inbox_bookmarks_person" ON "inbox_bookmarks" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "inbox_bookmarks_municipality" ON "inbox_bookmarks" USING btree ("municipality_code");--> statement-breakpoint
CREATE INDEX "section_handovers_case" ON "section_handovers" USING btree ("case_id","section_id");--> statement-breakpoint
INSERT INTO "portal_settings" ("id", "lease_hours", "high_impact_from", "is_read_only", "read_only_reason", "version") VALUES (1, 120, 10, false, '', 1);--> statement-breakpoint
-- The answers that can name municipalities: how many run a product is counted from them.
CREATE INDEX "submission_answers_lists" ON "submission_answers" USING btree ("submission_id") WHERE jsonb_typeof("value") = 'array';--> statement-breakpoint
CREATE INDEX "case_sections_state" ON "case_sections" USING btree ("state", "case_id");--> statement-breakpoint
CREATE INDEX "cases_open_municipality" ON "cases" USING btree ("municipality_code") WHERE "is_open";
