CREATE TABLE "questionnaire_drafts" (
	"slug" text NOT NULL,
	"version" text NOT NULL,
	"definition" jsonb NOT NULL,
	"mapping" jsonb,
	"hash" text NOT NULL,
	"loaded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "questionnaire_drafts_slug_version_pk" PRIMARY KEY("slug","version")
);
--> statement-breakpoint
CREATE TABLE "questionnaire_mappings" (
	"questionnaire_id" uuid PRIMARY KEY NOT NULL,
	"from_questionnaire_id" uuid NOT NULL,
	"mapping" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "renewals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"declaration_id" uuid NOT NULL,
	"from_questionnaire_id" uuid NOT NULL,
	"to_questionnaire_id" uuid NOT NULL,
	"to_confirm" jsonb NOT NULL,
	"to_answer" jsonb NOT NULL,
	"moved_by" uuid NOT NULL,
	"moved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "renewals_once" UNIQUE("declaration_id","to_questionnaire_id")
);
--> statement-breakpoint
ALTER TABLE "questionnaire_mappings" ADD CONSTRAINT "questionnaire_mappings_questionnaire_id_questionnaires_id_fk" FOREIGN KEY ("questionnaire_id") REFERENCES "public"."questionnaires"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaire_mappings" ADD CONSTRAINT "questionnaire_mappings_from_questionnaire_id_questionnaires_id_fk" FOREIGN KEY ("from_questionnaire_id") REFERENCES "public"."questionnaires"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "renewals" ADD CONSTRAINT "renewals_declaration_id_declarations_id_fk" FOREIGN KEY ("declaration_id") REFERENCES "public"."declarations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "renewals" ADD CONSTRAINT "renewals_from_questionnaire_id_questionnaires_id_fk" FOREIGN KEY ("from_questionnaire_id") REFERENCES "public"."questionnaires"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "renewals" ADD CONSTRAINT "renewals_to_questionnaire_id_questionnaires_id_fk" FOREIGN KEY ("to_questionnaire_id") REFERENCES "public"."questionnaires"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "renewals" ADD CONSTRAINT "renewals_moved_by_people_id_fk" FOREIGN KEY ("moved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "renewals_declaration" ON "renewals" USING btree ("declaration_id","moved_at");
--> statement-breakpoint
CREATE TRIGGER questionnaire_mappings_immutable BEFORE UPDATE OR DELETE ON "questionnaire_mappings" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER renewals_immutable BEFORE UPDATE OR DELETE ON "renewals" FOR EACH ROW EXECUTE FUNCTION refuse_change();
