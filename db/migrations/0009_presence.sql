CREATE TABLE "section_presence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"declaration_id" uuid NOT NULL,
	"section_id" text NOT NULL,
	"person_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"present_until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "section_presence" ADD CONSTRAINT "section_presence_declaration_id_declarations_id_fk" FOREIGN KEY ("declaration_id") REFERENCES "public"."declarations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_presence" ADD CONSTRAINT "section_presence_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "section_presence_declaration" ON "section_presence" USING btree ("declaration_id");--> statement-breakpoint
CREATE INDEX "section_presence_session" ON "section_presence" USING btree ("token_hash");--> statement-breakpoint
-- Open pages listen for this, in whichever web process they are; it is sent when the change commits, and whoever writes
-- an answer or is present need not think of it. The payload is an id and says nothing to who may not read the declaration.
CREATE FUNCTION notify_declaration_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('declaration_changed', COALESCE(NEW.declaration_id, OLD.declaration_id)::text);
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER answers_notify AFTER INSERT OR UPDATE ON "answers" FOR EACH ROW EXECUTE FUNCTION notify_declaration_changed();
--> statement-breakpoint
CREATE TRIGGER section_presence_notify AFTER INSERT OR DELETE ON "section_presence" FOR EACH ROW EXECUTE FUNCTION notify_declaration_changed();
