ALTER TABLE "published"."publications" ADD COLUMN "readable_until" date;--> statement-breakpoint
ALTER TABLE "portal_settings" ADD COLUMN "expired_days" integer DEFAULT 30 NOT NULL;--> statement-breakpoint
CREATE INDEX "publications_readable_until" ON "published"."publications" USING btree ("readable_until") WHERE readable_until is not null;--> statement-breakpoint
ALTER TABLE "portal_settings" ADD CONSTRAINT "portal_settings_expired" CHECK ("portal_settings"."expired_days" between 0 and 1000);--> statement-breakpoint
-- What expired before there was a setting stays hidden: nobody had said that it would come back.
-- The view of a past day gets the column; what ended a publication on that day says whether it counts.
CREATE OR REPLACE VIEW "past"."publications" AS
  SELECT p.id, p.decision_id, p.product_slug, p.number, p.document, p.published_at,
    CASE WHEN l.event IS NULL THEN CASE WHEN p.ended_at < past.day_end() THEN p.ended_at END
      WHEN l.event NOT IN ('published', 'resumed') THEN (
        SELECT min((f.entry->>'at')::timestamptz) FROM "published"."ledger_entries" f
        WHERE f.product_slug = p.product_slug AND (f.entry->>'publication')::int = p.number AND f.entry->>'event' NOT IN ('published', 'resumed')
          AND f.index > coalesce((SELECT max(g.index) FROM "published"."ledger_entries" g
            WHERE g.product_slug = p.product_slug AND (g.entry->>'publication')::int = p.number AND g.entry->>'event' IN ('published', 'resumed')
              AND (g.entry->>'at')::timestamptz < past.day_end()), -1))
    END AS ended_at,
    CASE WHEN l.event IS NULL THEN CASE WHEN p.ended_at < past.day_end() THEN p.ended_because END
      WHEN l.event NOT IN ('published', 'resumed') THEN l.event
    END AS ended_because,
    p.readable_until
  FROM "published"."publications" p
  LEFT JOIN LATERAL (
    SELECT e.entry->>'event' AS event FROM "published"."ledger_entries" e
    WHERE e.product_slug = p.product_slug AND (e.entry->>'publication')::int = p.number AND (e.entry->>'at')::timestamptz < past.day_end()
    ORDER BY e.index DESC LIMIT 1) l ON true
  WHERE p.published_at < past.day_end();
--> statement-breakpoint
-- While an expired declaration can be read, it can be taken away at once: revoked by the municipality, withdrawn by the supplier.
CREATE OR REPLACE FUNCTION keep_case_way() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.number, NEW.declaration_id, NEW.product_id, NEW.supplier_id, NEW.opened_at)
     IS DISTINCT FROM (OLD.id, OLD.number, OLD.declaration_id, OLD.product_id, OLD.supplier_id, OLD.opened_at) THEN
    RAISE EXCEPTION 'what a case is about never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.snapshot->'value' IS NULL OR NOT (CASE jsonb_typeof(NEW.snapshot->'value')
       WHEN 'string' THEN NEW.snapshot->>'value' = NEW.state
       ELSE NEW.snapshot->'value' ? NEW.state END) THEN
    RAISE EXCEPTION 'the state of a case is that of its chart' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state <> OLD.state AND (OLD.state || ' ' || NEW.state) <> ALL (ARRAY[
    'draft screening', 'draft withdrawn',
    'screening review', 'screening decision', 'screening changes-requested', 'screening withdrawn',
    'review decision', 'review changes-requested', 'review withdrawn',
    'changes-requested screening', 'changes-requested review', 'changes-requested decision', 'changes-requested withdrawn',
    'hearing decision', 'hearing withdrawn',
    'decision review', 'decision changes-requested', 'decision hearing', 'decision approved',
    'decision partially-approved', 'decision rejected', 'decision withdrawn',
    'approved expiring', 'approved suspended', 'approved revoked', 'approved superseded', 'approved withdrawn',
    'partially-approved expiring', 'partially-approved suspended', 'partially-approved revoked',
    'partially-approved superseded', 'partially-approved withdrawn', 'partially-approved appealed',
    'rejected appealed', 'appealed upheld', 'appealed overturned',
    'upheld expiring', 'upheld suspended', 'upheld revoked', 'upheld superseded', 'upheld withdrawn',
    'overturned superseded',
    'expiring expired', 'expiring suspended', 'expiring revoked', 'expiring superseded', 'expiring withdrawn',
    'expired revoked', 'expired superseded', 'expired withdrawn',
    'suspended approved', 'suspended partially-approved', 'suspended expiring', 'suspended upheld',
    'suspended revoked', 'suspended superseded', 'suspended withdrawn'
  ]) THEN
    RAISE EXCEPTION 'a case cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state = 'decision' AND NEW.state IN ('approved', 'partially-approved', 'rejected') AND NOT EXISTS (
    SELECT 1 FROM decisions WHERE case_id = NEW.id AND submission_id = NEW.current_submission_id AND outcome = NEW.state
  ) THEN
    RAISE EXCEPTION 'a case is not decided without its decision' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
