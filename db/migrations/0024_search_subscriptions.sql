CREATE TABLE "search_subscriptions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"address" text,
	"language" text NOT NULL,
	"query" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"asked_at" timestamp with time zone,
	"confirmed_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"last_index" integer DEFAULT -1 NOT NULL,
	"checked_on" date,
	"last_sent_at" timestamp with time zone,
	CONSTRAINT "search_subscriptions_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE INDEX "search_subscriptions_due" ON "search_subscriptions" USING btree ("checked_on") WHERE "search_subscriptions"."confirmed_at" is not null and "search_subscriptions"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "search_subscriptions_unconfirmed" ON "search_subscriptions" USING btree ("created_at") WHERE "search_subscriptions"."confirmed_at" is null;--> statement-breakpoint
-- What was mailed to a subscriber is found, and deleted with the address.
CREATE INDEX "outbox_of_subscription" ON "outbox" (("payload"->>'subscriptionId')) WHERE "kind" = 'subscription-mail';
