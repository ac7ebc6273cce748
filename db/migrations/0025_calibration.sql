CREATE TABLE "calibration_settings" (
	"id" integer PRIMARY KEY NOT NULL,
	"share_percent" integer NOT NULL,
	"threshold_percent" integer NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "calibration_settings_one" CHECK ("calibration_settings"."id" = 1),
	CONSTRAINT "calibration_settings_bounds" CHECK ("calibration_settings"."share_percent" between 0 and 100 and "calibration_settings"."threshold_percent" between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "calibration_verdicts" (
	"calibration_id" uuid NOT NULL,
	"question_key" text NOT NULL,
	"first" text NOT NULL,
	"second" text NOT NULL,
	CONSTRAINT "calibration_verdicts_calibration_id_question_key_pk" PRIMARY KEY("calibration_id","question_key")
);
--> statement-breakpoint
CREATE TABLE "calibrations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"submission_id" uuid NOT NULL,
	"section_id" text NOT NULL,
	"reviewer_id" uuid NOT NULL,
	"municipality_code" text NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "calibrations_section" UNIQUE("submission_id","section_id")
);
--> statement-breakpoint
ALTER TABLE "calibration_verdicts" ADD CONSTRAINT "calibration_verdicts_calibration_id_calibrations_id_fk" FOREIGN KEY ("calibration_id") REFERENCES "public"."calibrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calibrations" ADD CONSTRAINT "calibrations_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calibrations" ADD CONSTRAINT "calibrations_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calibrations" ADD CONSTRAINT "calibrations_reviewer_id_people_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calibrations" ADD CONSTRAINT "calibrations_municipality_code_municipalities_code_fk" FOREIGN KEY ("municipality_code") REFERENCES "public"."municipalities"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calibrations_reviewer" ON "calibrations" USING btree ("reviewer_id");--> statement-breakpoint
INSERT INTO "calibration_settings" ("id", "share_percent", "threshold_percent", "version") VALUES (1, 5, 70, 1);
