CREATE TABLE "evidence_reminders" (
	"evidence_id" uuid NOT NULL,
	"days_before" integer NOT NULL,
	"reminded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "evidence_reminders_evidence_id_days_before_pk" PRIMARY KEY("evidence_id","days_before")
);
--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "product_version" text;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "environment" text;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "replaces_id" uuid;--> statement-breakpoint
ALTER TABLE "evidence_reminders" ADD CONSTRAINT "evidence_reminders_evidence_id_evidence_id_fk" FOREIGN KEY ("evidence_id") REFERENCES "public"."evidence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_replaces_id_evidence_id_fk" FOREIGN KEY ("replaces_id") REFERENCES "public"."evidence"("id") ON DELETE no action ON UPDATE no action;