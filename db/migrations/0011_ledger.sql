CREATE TABLE "published"."ledger_entries" (
	"index" bigint PRIMARY KEY NOT NULL,
	"product_slug" text NOT NULL,
	"entry" jsonb NOT NULL,
	"leaf" text NOT NULL,
	"signature" text
);
--> statement-breakpoint
CREATE TABLE "published"."ledger_heads" (
	"at" timestamp with time zone PRIMARY KEY NOT NULL,
	"size" bigint NOT NULL,
	"root" text NOT NULL,
	"jws" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "published"."signing_keys" (
	"kid" text PRIMARY KEY NOT NULL,
	"jwk" jsonb NOT NULL,
	"first_used_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "ledger_entries_product" ON "published"."ledger_entries" USING btree ("product_slug");--> statement-breakpoint
CREATE INDEX "ledger_entries_unsigned" ON "published"."ledger_entries" USING btree ("index") WHERE "published"."ledger_entries"."signature" is null;--> statement-breakpoint
CREATE FUNCTION "published".keep_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.signature IS NULL AND NEW.signature IS NOT NULL
     AND (NEW.index, NEW.product_slug, NEW.entry, NEW.leaf) IS NOT DISTINCT FROM (OLD.index, OLD.product_slug, OLD.entry, OLD.leaf) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'what the ledger holds never changes' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER ledger_entries_immutable BEFORE UPDATE OR DELETE ON "published"."ledger_entries" FOR EACH ROW EXECUTE FUNCTION "published".keep_ledger();
--> statement-breakpoint
CREATE TRIGGER ledger_heads_immutable BEFORE UPDATE OR DELETE ON "published"."ledger_heads" FOR EACH ROW EXECUTE FUNCTION refuse_change();
