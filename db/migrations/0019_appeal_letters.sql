ALTER TABLE "letters" DROP CONSTRAINT "letters_decisionId_unique";--> statement-breakpoint
ALTER TABLE "published"."letters" DROP CONSTRAINT "letters_decisionId_unique";--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "about" text DEFAULT 'decision' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "letters_one" ON "letters" USING btree ("decision_id","about");--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_about" CHECK ("about" IN ('decision', 'upheld', 'overturned') AND ("about" = 'decision') = ("facts" -> 'ruling' IS NULL));
--> statement-breakpoint
CREATE OR REPLACE FUNCTION keep_letter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.sent_at IS NOT NULL OR (NEW.id, NEW.case_id, NEW.decision_id, NEW.about, NEW.code, NEW.facts, NEW.created_at)
     IS DISTINCT FROM (OLD.id, OLD.case_id, OLD.decision_id, OLD.about, OLD.code, OLD.facts, OLD.created_at) THEN
    RAISE EXCEPTION 'a letter never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
