CREATE TABLE "case_escalations" (
	"case_id" uuid NOT NULL,
	"state_since" timestamp with time zone NOT NULL,
	"escalated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_escalations_case_id_state_since_pk" PRIMARY KEY("case_id","state_since")
);
--> statement-breakpoint
CREATE TABLE "held_notices" (
	"outbox_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"mail_id" uuid,
	CONSTRAINT "held_notices_outbox_id_person_id_pk" PRIMARY KEY("outbox_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "mail_digests" (
	"person_id" uuid NOT NULL,
	"day" date NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "mail_digests_person_id_day_pk" PRIMARY KEY("person_id","day")
);
--> statement-breakpoint
CREATE TABLE "mail_wishes" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"gathers" text DEFAULT 'reminders' NOT NULL,
	"keeps_quiet" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "leaves" text DEFAULT 'at-once' NOT NULL;--> statement-breakpoint
ALTER TABLE "portal_settings" ADD COLUMN "review_days" integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "portal_settings" ADD COLUMN "escalate_days" integer DEFAULT 5 NOT NULL;--> statement-breakpoint
ALTER TABLE "case_escalations" ADD CONSTRAINT "case_escalations_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_notices" ADD CONSTRAINT "held_notices_outbox_id_outbox_id_fk" FOREIGN KEY ("outbox_id") REFERENCES "public"."outbox"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_notices" ADD CONSTRAINT "held_notices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_notices" ADD CONSTRAINT "held_notices_mail_id_mails_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."mails"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_digests" ADD CONSTRAINT "mail_digests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_wishes" ADD CONSTRAINT "mail_wishes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "held_notices_due" ON "held_notices" USING btree ("due_at") WHERE "held_notices"."ended_at" is null;--> statement-breakpoint
ALTER TABLE "portal_settings" ADD CONSTRAINT "portal_settings_review_clock" CHECK ("portal_settings"."review_days" between 1 and 200 and "portal_settings"."escalate_days" between 1 and 200);