CREATE TABLE "attestation_reminders" (
	"attestation_id" uuid NOT NULL,
	"valid_to" date NOT NULL,
	"days_before" integer NOT NULL,
	"reminded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "attestation_reminders_attestation_id_valid_to_days_before_pk" PRIMARY KEY("attestation_id","valid_to","days_before")
);
--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "assignee_id" uuid;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "inbox_place" text;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "answers_total" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "answers_moved" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "run_by" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "translation" jsonb;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "uses_shortcuts" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "case_routings" ADD COLUMN "person_id" uuid;--> statement-breakpoint
ALTER TABLE "case_routings" ADD COLUMN "is_automatic" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "portal_settings" ADD COLUMN "is_routing_automatic" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "routing_rules" ADD COLUMN "to_person" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "attestation_reminders" ADD CONSTRAINT "attestation_reminders_attestation_id_attestations_id_fk" FOREIGN KEY ("attestation_id") REFERENCES "public"."attestations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_assignee_id_people_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_routings" ADD CONSTRAINT "case_routings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cases_inbox" ON "cases" USING btree ("inbox_place","state_since","number");--> statement-breakpoint
CREATE INDEX "cases_assignee" ON "cases" USING btree ("assignee_id");--> statement-breakpoint
-- An installation that has rules of its own goes on seeing their suggestions before anything is sent.
UPDATE "portal_settings" SET "is_routing_automatic" = NOT EXISTS (SELECT 1 FROM "routing_rules" WHERE "ended_at" IS NULL);
--> statement-breakpoint
-- What db/cases/keep-inbox.ts keeps from now on. No case moves by it, so the versions stay.
ALTER TABLE "cases" DISABLE TRIGGER "cases_version";
--> statement-breakpoint
UPDATE "cases" SET
  "inbox_place" = CASE
    WHEN "state" IN ('submitted', 'screening') THEN 'routing'
    WHEN "state" = 'review' AND EXISTS (SELECT 1 FROM "case_sections" AS s WHERE s."case_id" = "cases"."id" AND s."state" = 'waiting') THEN 'available'
    WHEN "state" IN ('review', 'changes-requested', 'hearing') THEN 'waiting'
    WHEN "state" IN ('decision', 'appealed') THEN 'decision'
    ELSE 'closed' END,
  "answers_total" = (SELECT count(*) FROM "submission_answers" AS a WHERE a."submission_id" = "cases"."current_submission_id"),
  "answers_moved" = (SELECT count(*) FROM "submission_answers" AS a WHERE a."submission_id" = "cases"."current_submission_id" AND a."carried_verdict_id" IS NULL),
  "run_by" = (SELECT count(DISTINCT known."code") FROM "submission_answers" AS given
    CROSS JOIN LATERAL jsonb_array_elements_text(CASE WHEN jsonb_typeof(given."value") = 'array' THEN given."value" ELSE '[]' END) AS named("code")
    JOIN "municipalities" AS known ON known."code" = named."code"
    WHERE given."submission_id" = "cases"."current_submission_id")
WHERE "current_submission_id" IS NOT NULL;
--> statement-breakpoint
ALTER TABLE "cases" ENABLE TRIGGER "cases_version";
