CREATE TABLE "hearing_comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"hearing_id" uuid NOT NULL,
	"question_id" text,
	"person_id" uuid,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"organisation" text NOT NULL,
	"body" text NOT NULL,
	"language" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"answer" text,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	CONSTRAINT "hearing_comments_token" UNIQUE("token_hash"),
	CONSTRAINT "hearing_comments_confirmed" CHECK (("hearing_comments"."state" = 'unconfirmed') = ("hearing_comments"."confirmed_at" is null)),
	CONSTRAINT "hearing_comments_answered" CHECK ("hearing_comments"."state" <> 'answered' or "hearing_comments"."answer" is not null)
);
--> statement-breakpoint
CREATE TABLE "published"."questionnaire_hearings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"version" text NOT NULL,
	"definition" jsonb NOT NULL,
	"mapping" jsonb,
	"hash" text NOT NULL,
	"introduction" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"closes_on" date NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_because" text,
	CONSTRAINT "questionnaire_hearings_ended" CHECK (("published"."questionnaire_hearings"."ended_at" is null) = ("published"."questionnaire_hearings"."ended_because" is null))
);
--> statement-breakpoint
CREATE TABLE "published"."redirects" (
	"kind" text NOT NULL,
	"from_slug" text NOT NULL,
	"from_name" text NOT NULL,
	"to_slug" text NOT NULL,
	"merged_at" timestamp with time zone NOT NULL,
	"kitos_uuid" uuid,
	"cvr" text,
	CONSTRAINT "redirects_kind_from_slug_pk" PRIMARY KEY("kind","from_slug")
);
--> statement-breakpoint
CREATE TABLE "registry_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"moves" jsonb NOT NULL,
	"steps" jsonb NOT NULL,
	"done_by" uuid NOT NULL,
	"done_at" timestamp with time zone NOT NULL,
	"undone_by" uuid,
	"undone_at" timestamp with time zone,
	"undo_reason" text,
	CONSTRAINT "registry_changes_other" CHECK ("registry_changes"."from_id" <> "registry_changes"."to_id"),
	CONSTRAINT "registry_changes_undone" CHECK (num_nulls("registry_changes"."undone_at", "registry_changes"."undone_by", "registry_changes"."undo_reason") in (0, 3))
);
--> statement-breakpoint
DROP INDEX "products_name";--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "ended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "hearing_comments" ADD CONSTRAINT "hearing_comments_hearing_id_questionnaire_hearings_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "published"."questionnaire_hearings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hearing_comments" ADD CONSTRAINT "hearing_comments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hearing_comments" ADD CONSTRAINT "hearing_comments_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registry_changes" ADD CONSTRAINT "registry_changes_done_by_people_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registry_changes" ADD CONSTRAINT "registry_changes_undone_by_people_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "hearing_comments_hearing" ON "hearing_comments" USING btree ("hearing_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "questionnaire_hearings_one" ON "published"."questionnaire_hearings" USING btree ("slug") WHERE "published"."questionnaire_hearings"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "redirects_to" ON "published"."redirects" USING btree ("kind","to_slug");--> statement-breakpoint
CREATE INDEX "registry_changes_done" ON "registry_changes" USING btree ("done_at");--> statement-breakpoint
CREATE UNIQUE INDEX "registry_changes_one_merge" ON "registry_changes" USING btree ("from_id") WHERE "registry_changes"."undone_at" is null and "registry_changes"."kind" in ('product-merge', 'supplier-merge');--> statement-breakpoint
CREATE UNIQUE INDEX "products_name" ON "products" USING btree ("supplier_id",lower("name")) WHERE "products"."ended_at" is null;--> statement-breakpoint
CREATE TRIGGER registry_changes_kept BEFORE DELETE ON "registry_changes" FOR EACH ROW EXECUTE FUNCTION refuse_delete();
--> statement-breakpoint
CREATE TRIGGER hearing_comments_kept BEFORE DELETE ON "hearing_comments" FOR EACH ROW EXECUTE FUNCTION refuse_delete();
--> statement-breakpoint
CREATE TRIGGER questionnaire_hearings_kept BEFORE DELETE ON "published"."questionnaire_hearings" FOR EACH ROW EXECUTE FUNCTION refuse_delete();
