CREATE TABLE "calendar_feeds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "calendar_feeds_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "canned_reasons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"version" integer NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" uuid,
	"ended_at" timestamp with time zone,
	CONSTRAINT "canned_reasons_text" CHECK (length(trim("canned_reasons"."title")) > 0 and length(trim("canned_reasons"."text")) > 0)
);
--> statement-breakpoint
CREATE TABLE "thread_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"thread_id" uuid NOT NULL,
	"text" text NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation" text NOT NULL,
	"mentions" jsonb NOT NULL,
	"written_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "threads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"question_key" text NOT NULL,
	"audience" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"resolved_at" timestamp with time zone,
	"resolved_by" uuid,
	CONSTRAINT "threads_one" UNIQUE("case_id","question_key","audience")
);
--> statement-breakpoint
CREATE TABLE "confirmations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"case_version" integer NOT NULL,
	"note" text NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"leaves_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_because" text,
	"refusal" text
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"code" text NOT NULL,
	"facts" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"document" jsonb,
	"pdf" "bytea",
	"pdf_hash" text,
	CONSTRAINT "letters_decisionId_unique" UNIQUE("decision_id"),
	CONSTRAINT "letters_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "published"."letters" (
	"code" text PRIMARY KEY NOT NULL,
	"decision_id" uuid NOT NULL,
	"municipality_code" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "letters_decisionId_unique" UNIQUE("decision_id")
);
--> statement-breakpoint
CREATE TABLE "published"."review_clock" (
	"id" uuid PRIMARY KEY NOT NULL,
	"clock" jsonb NOT NULL,
	"computed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "canned_reasons" ADD CONSTRAINT "canned_reasons_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_messages" ADD CONSTRAINT "thread_messages_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_messages" ADD CONSTRAINT "thread_messages_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_resolved_by_people_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_one" ON "calendar_feeds" USING btree ("person_id") WHERE "calendar_feeds"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "canned_reasons_kind" ON "canned_reasons" USING btree ("kind");--> statement-breakpoint
CREATE INDEX "thread_messages_thread" ON "thread_messages" USING btree ("thread_id","written_at");--> statement-breakpoint
CREATE UNIQUE INDEX "confirmations_one" ON "confirmations" USING btree ("case_id") WHERE "confirmations"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "confirmations_due" ON "confirmations" USING btree ("leaves_at") WHERE "confirmations"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "letters_unsent" ON "letters" USING btree ("created_at") WHERE "letters"."sent_at" is null;--> statement-breakpoint
CREATE INDEX "letters_case" ON "letters" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "log_action" ON "log" USING btree ("action","number");--> statement-breakpoint
CREATE TRIGGER canned_reasons_kept BEFORE DELETE ON "canned_reasons" FOR EACH ROW EXECUTE FUNCTION refuse_delete();
--> statement-breakpoint
CREATE TRIGGER threads_kept BEFORE DELETE ON "threads" FOR EACH ROW EXECUTE FUNCTION refuse_delete();
--> statement-breakpoint
CREATE TRIGGER thread_messages_immutable BEFORE UPDATE OR DELETE ON "thread_messages" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER confirmations_kept BEFORE DELETE ON "confirmations" FOR EACH ROW EXECUTE FUNCTION refuse_delete();
--> statement-breakpoint
CREATE TRIGGER letters_kept BEFORE DELETE ON "letters" FOR EACH ROW EXECUTE FUNCTION refuse_delete();
--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_whole" CHECK (num_nonnulls(sent_at, document, pdf, pdf_hash) IN (0, 4));
--> statement-breakpoint
CREATE FUNCTION keep_letter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.sent_at IS NOT NULL OR (NEW.id, NEW.case_id, NEW.decision_id, NEW.code, NEW.facts, NEW.created_at)
     IS DISTINCT FROM (OLD.id, OLD.case_id, OLD.decision_id, OLD.code, OLD.facts, OLD.created_at) THEN
    RAISE EXCEPTION 'a letter never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER letters_unchanged BEFORE UPDATE ON "letters" FOR EACH ROW EXECUTE FUNCTION keep_letter();
--> statement-breakpoint
CREATE FUNCTION keep_thread() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.case_id, NEW.question_key, NEW.audience, NEW.created_at)
     IS DISTINCT FROM (OLD.id, OLD.case_id, OLD.question_key, OLD.audience, OLD.created_at) THEN
    RAISE EXCEPTION 'what was written among reviewers never becomes the supplier''s to read' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER threads_audience BEFORE UPDATE ON "threads" FOR EACH ROW EXECUTE FUNCTION keep_thread();
--> statement-breakpoint
INSERT INTO "canned_reasons" ("id", "kind", "title", "text", "version", "changed_at") VALUES
  ('6f0a3c10-0001-4a00-8000-000000000001', 'needs-elaboration', 'Dokumentation mangler', 'Svaret er ikke dokumenteret. Vedlæg en serviceaftale, en testrapport eller en henvisning til en kommune, der bruger snitfladen.', 1, '2026-11-24T00:00:00Z'),
  ('6f0a3c10-0001-4a00-8000-000000000002', 'needs-elaboration', 'Dokumentationen er for gammel', 'Dokumentationen er udløbet eller viser en ældre version af it-systemet. Vedlæg dokumentation for den version, som erklæringen gælder.', 1, '2026-11-24T00:00:00Z'),
  ('6f0a3c10-0001-4a00-8000-000000000003', 'needs-elaboration', 'Version mangler', 'Det fremgår ikke, hvilken version af snitfladen it-systemet understøtter. Angiv versionen.', 1, '2026-11-24T00:00:00Z'),
  ('6f0a3c10-0001-4a00-8000-000000000004', 'needs-elaboration', 'Svaret er for generelt', 'Svaret beskriver ikke, hvordan it-systemet opfylder kravet. Beskriv det konkret, gerne med et eksempel fra en kommune.', 1, '2026-11-24T00:00:00Z'),
  ('6f0a3c10-0001-4a00-8000-000000000005', 'rejected', 'Dokumentationen viser noget andet', 'Dokumentationen viser ikke det, der står i svaret. Ret svaret, eller vedlæg dokumentation, der understøtter det.', 1, '2026-11-24T00:00:00Z'),
  ('6f0a3c10-0001-4a00-8000-000000000006', 'rejected', '»Ikke relevant« er ikke begrundet', 'Det er ikke begrundet, at snitfladen ikke er relevant for it-systemet. Opgaverne i de valgte KLE-emner forudsætter normalt snitfladen.', 1, '2026-11-24T00:00:00Z'),
  ('6f0a3c10-0001-4a00-8000-000000000007', 'accepted-with-remark', 'Gælder kun den nævnte version', 'Godkendelsen gælder alene den version, der er nævnt i svaret.', 1, '2026-11-24T00:00:00Z'),
  ('6f0a3c10-0001-4a00-8000-000000000008', 'accepted-with-remark', 'Dokumentationen udløber snart', 'Dokumentationen udløber inden for et år. Vedlæg ny dokumentation, når erklæringen fornys.', 1, '2026-11-24T00:00:00Z');
