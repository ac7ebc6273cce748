DROP TABLE "family_exceptions" CASCADE;--> statement-breakpoint
ALTER TABLE "library_texts" ADD COLUMN "about" text;