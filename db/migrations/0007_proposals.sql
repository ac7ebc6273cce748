CREATE TABLE "family_exceptions" (
	"family_id" uuid NOT NULL,
	"declaration_id" uuid NOT NULL,
	"question_key" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "family_exceptions_family_id_declaration_id_question_key_pk" PRIMARY KEY("family_id","declaration_id","question_key")
);
--> statement-breakpoint
CREATE TABLE "family_members" (
	"family_id" uuid NOT NULL,
	"declaration_id" uuid NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	"left_at" timestamp with time zone,
	CONSTRAINT "family_members_family_id_declaration_id_pk" PRIMARY KEY("family_id","declaration_id")
);
--> statement-breakpoint
CREATE TABLE "product_families" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supplier_id" uuid NOT NULL,
	"name" text NOT NULL,
	"source_declaration_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "product_families_sourceDeclarationId_unique" UNIQUE("source_declaration_id"),
	CONSTRAINT "product_families_name" UNIQUE("supplier_id","name")
);
--> statement-breakpoint
CREATE TABLE "library_texts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supplier_id" uuid NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"version" integer NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "library_uses" (
	"library_text_id" uuid NOT NULL,
	"declaration_id" uuid NOT NULL,
	"question_key" text NOT NULL,
	"used_at" timestamp with time zone NOT NULL,
	CONSTRAINT "library_uses_library_text_id_declaration_id_question_key_pk" PRIMARY KEY("library_text_id","declaration_id","question_key")
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"declaration_id" uuid NOT NULL,
	"question_key" text NOT NULL,
	"value" jsonb,
	"justification" text,
	"origin" text NOT NULL,
	"origin_details" jsonb NOT NULL,
	"batch_id" uuid NOT NULL,
	"base_version" integer NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"decided_as" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "proposals_decided" CHECK (num_nonnulls("proposals"."decided_as", "proposals"."decided_by", "proposals"."decided_at") in (0, 3))
);
--> statement-breakpoint
ALTER TABLE "family_exceptions" ADD CONSTRAINT "family_exceptions_family_id_product_families_id_fk" FOREIGN KEY ("family_id") REFERENCES "public"."product_families"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "family_exceptions" ADD CONSTRAINT "family_exceptions_declaration_id_declarations_id_fk" FOREIGN KEY ("declaration_id") REFERENCES "public"."declarations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "family_members" ADD CONSTRAINT "family_members_family_id_product_families_id_fk" FOREIGN KEY ("family_id") REFERENCES "public"."product_families"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "family_members" ADD CONSTRAINT "family_members_declaration_id_declarations_id_fk" FOREIGN KEY ("declaration_id") REFERENCES "public"."declarations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_families" ADD CONSTRAINT "product_families_supplier_id_suppliers_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."suppliers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_families" ADD CONSTRAINT "product_families_source_declaration_id_declarations_id_fk" FOREIGN KEY ("source_declaration_id") REFERENCES "public"."declarations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "library_texts" ADD CONSTRAINT "library_texts_supplier_id_suppliers_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."suppliers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "library_texts" ADD CONSTRAINT "library_texts_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "library_uses" ADD CONSTRAINT "library_uses_library_text_id_library_texts_id_fk" FOREIGN KEY ("library_text_id") REFERENCES "public"."library_texts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "library_uses" ADD CONSTRAINT "library_uses_declaration_id_declarations_id_fk" FOREIGN KEY ("declaration_id") REFERENCES "public"."declarations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_declaration_id_declarations_id_fk" FOREIGN KEY ("declaration_id") REFERENCES "public"."declarations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "family_exceptions_declaration" ON "family_exceptions" USING btree ("declaration_id");--> statement-breakpoint
CREATE UNIQUE INDEX "family_members_one" ON "family_members" USING btree ("declaration_id") WHERE "family_members"."left_at" is null;--> statement-breakpoint
CREATE INDEX "library_texts_supplier" ON "library_texts" USING btree ("supplier_id");--> statement-breakpoint
CREATE INDEX "library_uses_declaration" ON "library_uses" USING btree ("declaration_id","question_key");--> statement-breakpoint
CREATE UNIQUE INDEX "proposals_one_open" ON "proposals" USING btree ("declaration_id","question_key","origin") WHERE "proposals"."decided_as" is null;--> statement-breakpoint
CREATE INDEX "proposals_declaration" ON "proposals" USING btree ("declaration_id","created_at");