ALTER TABLE "cases" ADD COLUMN "review_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "cases" DISABLE TRIGGER "cases_version";
--> statement-breakpoint
-- Cases that are under way get theirs in weeks of five working days: the calendar of holidays is not the database's.
UPDATE "cases" SET "review_due_at" = ((("state_since" AT TIME ZONE 'Europe/Copenhagen')::date
    + ceil((SELECT "review_days" FROM "portal_settings" WHERE "id" = 1) * 1.4)::int + 1)::timestamp AT TIME ZONE 'Europe/Copenhagen') - interval '1 second'
  WHERE "state" IN ('review', 'decision');
--> statement-breakpoint
ALTER TABLE "cases" ENABLE TRIGGER "cases_version";
