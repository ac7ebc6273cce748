-- What is public of an overturned decision gets as old as anything else that is, and can be taken back.
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
    'overturned expiring', 'overturned revoked', 'overturned superseded', 'overturned withdrawn',
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
