CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"declaration_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"answers" jsonb NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"decided_as" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "imports_decided" CHECK (num_nonnulls("imports"."decided_as", "imports"."decided_at") in (0, 2))
);
--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_declaration_id_declarations_id_fk" FOREIGN KEY ("declaration_id") REFERENCES "public"."declarations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "imports_declaration" ON "imports" USING btree ("declaration_id","created_at");