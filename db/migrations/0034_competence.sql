CREATE TABLE "competences" (
	"person_id" uuid NOT NULL,
	"municipality_code" text NOT NULL,
	"section_ids" jsonb NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "competences_person_id_municipality_code_pk" PRIMARY KEY("person_id","municipality_code")
);
--> statement-breakpoint
ALTER TABLE "competences" ADD CONSTRAINT "competences_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competences" ADD CONSTRAINT "competences_municipality_code_municipalities_code_fk" FOREIGN KEY ("municipality_code") REFERENCES "public"."municipalities"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_sections_waiting" ON "case_sections" USING btree ("section_id","case_id") WHERE "case_sections"."state" = 'waiting';