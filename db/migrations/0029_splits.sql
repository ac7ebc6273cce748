CREATE TABLE "published"."splits" (
	"to_slug" text PRIMARY KEY NOT NULL,
	"to_name" text NOT NULL,
	"from_slug" text NOT NULL,
	"from_name" text NOT NULL,
	"split_at" timestamp with time zone NOT NULL,
	"told_from" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "splits_from" ON "published"."splits" USING btree ("from_slug");--> statement-breakpoint
CREATE VIEW "past"."splits" AS SELECT * FROM "published"."splits" WHERE told_from < past.day_end();
--> statement-breakpoint
INSERT INTO "published"."splits" (to_slug, to_name, from_slug, from_name, split_at, told_from)
  SELECT made.slug, made_last.name, old.slug, old_last.name, c.done_at, made_last.since
  FROM "registry_changes" c
  JOIN "products" old ON old.id = c.from_id
  JOIN "products" made ON made.id = c.to_id
  JOIN LATERAL (SELECT min(published_at) AS since, (array_agg(document #>> '{product,name}' ORDER BY number DESC))[1] AS name
    FROM "published"."publications" WHERE product_slug = old.slug) old_last ON old_last.since <= c.done_at
  JOIN LATERAL (SELECT min(published_at) AS since, (array_agg(document #>> '{product,name}' ORDER BY number DESC))[1] AS name
    FROM "published"."publications" WHERE product_slug = made.slug) made_last ON made_last.since IS NOT NULL
  WHERE c.kind = 'product-split' AND c.undone_at IS NULL;
