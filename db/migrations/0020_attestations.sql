CREATE TABLE "attestations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_code" text NOT NULL,
	"product_id" uuid NOT NULL,
	"interface_id" text NOT NULL,
	"since_on" date NOT NULL,
	"is_named" boolean NOT NULL,
	"confirmed_on" date NOT NULL,
	"valid_to" date NOT NULL,
	"confirmed_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_because" text,
	CONSTRAINT "attestations_days" CHECK ("attestations"."since_on" <= "attestations"."confirmed_on" and "attestations"."confirmed_on" <= "attestations"."valid_to"),
	CONSTRAINT "attestations_ended" CHECK (("attestations"."ended_at" is null) = ("attestations"."ended_because" is null))
);
--> statement-breakpoint
CREATE TABLE "published"."attestations" (
	"attestation_id" uuid PRIMARY KEY NOT NULL,
	"product_id" uuid NOT NULL,
	"product_slug" text NOT NULL,
	"interface_id" text NOT NULL,
	"municipality_code" text,
	"since_on" date,
	"confirmed_on" date NOT NULL,
	"valid_to" date NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attestations" ADD CONSTRAINT "attestations_municipality_code_municipalities_code_fk" FOREIGN KEY ("municipality_code") REFERENCES "public"."municipalities"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attestations" ADD CONSTRAINT "attestations_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attestations" ADD CONSTRAINT "attestations_confirmed_by_people_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "attestations_one" ON "attestations" USING btree ("municipality_code","product_id","interface_id") WHERE "attestations"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "attestations_product" ON "attestations" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "public_attestations_support" ON "published"."attestations" USING btree ("product_id","interface_id");