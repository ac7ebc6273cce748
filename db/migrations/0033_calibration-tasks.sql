CREATE TABLE "calibration_tasks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"questionnaire_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"state" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"outcome" text,
	"note" text,
	"closed_pairs" integer,
	"closed_agreed" integer,
	"version" integer NOT NULL,
	CONSTRAINT "calibration_tasks_question" UNIQUE("questionnaire_id","question_id"),
	CONSTRAINT "calibration_tasks_closed" CHECK ("calibration_tasks"."state" = 'open' or ("calibration_tasks"."closed_at" is not null and "calibration_tasks"."closed_by" is not null
        and "calibration_tasks"."outcome" is not null and "calibration_tasks"."note" is not null and "calibration_tasks"."closed_pairs" is not null
        and "calibration_tasks"."closed_agreed" is not null))
);
--> statement-breakpoint
ALTER TABLE "calibration_tasks" ADD CONSTRAINT "calibration_tasks_questionnaire_id_questionnaires_id_fk" FOREIGN KEY ("questionnaire_id") REFERENCES "public"."questionnaires"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calibration_tasks" ADD CONSTRAINT "calibration_tasks_closed_by_people_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;