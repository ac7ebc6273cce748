CREATE TABLE "portal_texts" (
	"key" text NOT NULL,
	"language" text NOT NULL,
	"version" integer NOT NULL,
	"text" text,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" uuid,
	CONSTRAINT "portal_texts_key_language_version_pk" PRIMARY KEY("key","language","version")
);
--> statement-breakpoint
ALTER TABLE "portal_texts" ADD CONSTRAINT "portal_texts_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE FUNCTION keep_portal_text() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'a version of a text never changes' USING ERRCODE = 'restrict_violation'; END $$;--> statement-breakpoint
CREATE TRIGGER portal_texts_stay BEFORE UPDATE OR DELETE ON "portal_texts" FOR EACH ROW EXECUTE FUNCTION keep_portal_text();
