ALTER TABLE "published"."products" ADD COLUMN "search_stems" "tsvector" GENERATED ALWAYS AS (to_tsvector('danish'::regconfig, "search_text")) STORED;--> statement-breakpoint
ALTER TABLE "published"."support" ADD COLUMN "evidence" jsonb GENERATED ALWAYS AS (jsonb_path_query_array("answers", '$[*].evidence[*]')) STORED;--> statement-breakpoint
ALTER TABLE "published"."support" ADD COLUMN "municipalities" jsonb GENERATED ALWAYS AS (jsonb_path_query_array("answers", '$[*] ? (@.type == "municipality_list").value[*]')) STORED;--> statement-breakpoint
CREATE INDEX "public_products_stems" ON "published"."products" USING gin ("search_stems");--> statement-breakpoint
-- Typing errors are forgiven with pg_trgm. It is a trusted extension, so the database's owner may create it; where that
-- is not allowed or it is not installed, search goes on without, and the portal says so at its start.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE INDEX "public_products_text" ON "published"."products" USING gin ("search_text" gin_trgm_ops);
EXCEPTION
  WHEN insufficient_privilege OR undefined_file OR feature_not_supported OR undefined_object THEN
    RAISE NOTICE 'pg_trgm cannot be created here: %', SQLERRM;
END
$$;
