CREATE TABLE "published"."state" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"version" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "published"."state" ADD CONSTRAINT state_one_row CHECK ("only");
--> statement-breakpoint
INSERT INTO "published"."state" ("version") VALUES (1);
