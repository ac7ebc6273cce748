CREATE TABLE "family_exceptions" (
	"family_id" uuid NOT NULL,
	"declaration_id" uuid NOT NULL,
	"part" text NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "family_exceptions_family_id_declaration_id_part_pk" PRIMARY KEY("family_id","declaration_id","part")
);
--> statement-breakpoint
ALTER TABLE "family_exceptions" ADD CONSTRAINT "family_exceptions_family_id_product_families_id_fk" FOREIGN KEY ("family_id") REFERENCES "public"."product_families"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "family_exceptions" ADD CONSTRAINT "family_exceptions_declaration_id_declarations_id_fk" FOREIGN KEY ("declaration_id") REFERENCES "public"."declarations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "family_exceptions_declaration" ON "family_exceptions" USING btree ("declaration_id");