-- The case's chart, four eyes and reasons, held by the database too: whatever program writes (docs/decisions).
-- The pairs are those of workflows/case/case.machine.ts; test/db/cases/guards.test.ts compares them.
CREATE FUNCTION keep_case_way() RETURNS trigger LANGUAGE plpgsql AS $$
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
    'expired superseded',
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
--> statement-breakpoint
CREATE TRIGGER cases_way BEFORE UPDATE ON "cases" FOR EACH ROW EXECUTE FUNCTION keep_case_way();
--> statement-breakpoint
CREATE FUNCTION keep_four_eyes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.proposed_by = NEW.confirmed_by THEN
    RAISE EXCEPTION 'nobody confirms what they proposed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM verdicts WHERE case_id = NEW.case_id AND reviewer_id = NEW.confirmed_by) THEN
    RAISE EXCEPTION 'nobody confirms a decision on answers that they judged' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER decisions_four_eyes BEFORE INSERT ON "decisions" FOR EACH ROW EXECUTE FUNCTION keep_four_eyes();
--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_reason" CHECK (kind = 'accepted' OR length(trim(reason)) > 0);
--> statement-breakpoint
CREATE FUNCTION keep_verdict() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.replaced_at IS NOT NULL OR (to_jsonb(NEW) - 'replaced_at') <> (to_jsonb(OLD) - 'replaced_at') THEN
    RAISE EXCEPTION 'a verdict is replaced, never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER verdicts_unchanged BEFORE UPDATE ON "verdicts" FOR EACH ROW EXECUTE FUNCTION keep_verdict();
