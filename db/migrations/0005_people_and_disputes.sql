CREATE TABLE "disputes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"product_id" uuid NOT NULL,
	"question_key" text NOT NULL,
	"publication_number" integer NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"organisation" text NOT NULL,
	"reason" text NOT NULL,
	"language" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"statement" text,
	"stated_by" text,
	"reply" text,
	"replied_by" uuid,
	"replied_at" timestamp with time zone,
	"approved_reply" text,
	"reply_due_at" timestamp with time zone,
	"outcome" text,
	"accepted_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "disputes_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "disputes_confirmed" CHECK (("disputes"."state" = 'unconfirmed') = ("disputes"."confirmed_at" is null)),
	CONSTRAINT "disputes_stated" CHECK ("disputes"."state" not in ('open', 'replied', 'answered', 'resolved') or "disputes"."statement" is not null)
);
--> statement-breakpoint
CREATE TABLE "published"."disputes" (
	"dispute_id" uuid PRIMARY KEY NOT NULL,
	"product_id" uuid NOT NULL,
	"question_key" text NOT NULL,
	"publication_number" integer NOT NULL,
	"statement" text NOT NULL,
	"stated_by" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"reply" text,
	"replied_at" timestamp with time zone,
	"outcome" text,
	"resolved_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "published"."supplier_changes" (
	"transfer_id" uuid PRIMARY KEY NOT NULL,
	"product_slug" text NOT NULL,
	"from_name" text NOT NULL,
	"from_cvr" text NOT NULL,
	"to_slug" text NOT NULL,
	"to_name" text NOT NULL,
	"to_cvr" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "access_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cvr" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"language" text NOT NULL,
	"reason" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"decided_as" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "access_requests_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "access_requests_decided" CHECK (("access_requests"."decided_at" is null) = ("access_requests"."decided_as" is null))
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supplier_id" uuid NOT NULL,
	"email" text NOT NULL,
	"language" text NOT NULL,
	"role" text NOT NULL,
	"product_ids" uuid[],
	"token_hash" text NOT NULL,
	"mailing" integer NOT NULL,
	"invited_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"accepted_by" uuid,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "invitations_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "invitations_one_end" CHECK (num_nonnulls("invitations"."accepted_at", "invitations"."withdrawn_at") <= 1)
);
--> statement-breakpoint
CREATE TABLE "mail_opt_outs" (
	"person_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"is_off" boolean DEFAULT true NOT NULL,
	CONSTRAINT "mail_opt_outs_person_id_topic_pk" PRIMARY KEY("person_id","topic")
);
--> statement-breakpoint
CREATE TABLE "membership_products" (
	"membership_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	CONSTRAINT "membership_products_membership_id_product_id_pk" PRIMARY KEY("membership_id","product_id")
);
--> statement-breakpoint
CREATE TABLE "product_transfers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"product_id" uuid NOT NULL,
	"from_supplier_id" uuid NOT NULL,
	"to_supplier_id" uuid NOT NULL,
	"message" text,
	"offered_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"decided_as" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "product_transfers_other" CHECK ("product_transfers"."from_supplier_id" <> "product_transfers"."to_supplier_id"),
	CONSTRAINT "product_transfers_decided" CHECK (("product_transfers"."decided_at" is null) = ("product_transfers"."decided_as" is null))
);
--> statement-breakpoint
CREATE TABLE "section_assignments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"declaration_id" uuid NOT NULL,
	"section_id" text NOT NULL,
	"assignee_id" uuid NOT NULL,
	"assigned_by" uuid NOT NULL,
	"message" text,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_as" text,
	CONSTRAINT "section_assignments_end" CHECK (("section_assignments"."ended_at" is null) = ("section_assignments"."ended_as" is null))
);
--> statement-breakpoint
CREATE TABLE "stewards" (
	"id" uuid PRIMARY KEY NOT NULL,
	"product_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "stewards_two" CHECK ("stewards"."place" in (1, 2))
);
--> statement-breakpoint
ALTER TABLE "mails" DROP CONSTRAINT "mails_once";--> statement-breakpoint
ALTER TABLE "mails" ALTER COLUMN "person_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "secret_of" text;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "only_chosen_products" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "acting_for" text;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_replied_by_people_id_fk" FOREIGN KEY ("replied_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_requests" ADD CONSTRAINT "access_requests_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_supplier_id_suppliers_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."suppliers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_people_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_accepted_by_people_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_opt_outs" ADD CONSTRAINT "mail_opt_outs_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_products" ADD CONSTRAINT "membership_products_membership_id_memberships_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."memberships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_products" ADD CONSTRAINT "membership_products_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_transfers" ADD CONSTRAINT "product_transfers_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_transfers" ADD CONSTRAINT "product_transfers_from_supplier_id_suppliers_id_fk" FOREIGN KEY ("from_supplier_id") REFERENCES "public"."suppliers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_transfers" ADD CONSTRAINT "product_transfers_to_supplier_id_suppliers_id_fk" FOREIGN KEY ("to_supplier_id") REFERENCES "public"."suppliers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_transfers" ADD CONSTRAINT "product_transfers_offered_by_people_id_fk" FOREIGN KEY ("offered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_transfers" ADD CONSTRAINT "product_transfers_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_assignments" ADD CONSTRAINT "section_assignments_declaration_id_declarations_id_fk" FOREIGN KEY ("declaration_id") REFERENCES "public"."declarations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_assignments" ADD CONSTRAINT "section_assignments_assignee_id_people_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_assignments" ADD CONSTRAINT "section_assignments_assigned_by_people_id_fk" FOREIGN KEY ("assigned_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stewards" ADD CONSTRAINT "stewards_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stewards" ADD CONSTRAINT "stewards_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "disputes_product" ON "disputes" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "disputes_state" ON "disputes" USING btree ("state");--> statement-breakpoint
CREATE INDEX "public_disputes_product" ON "published"."disputes" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "supplier_changes_product" ON "published"."supplier_changes" USING btree ("product_slug");--> statement-breakpoint
CREATE INDEX "access_requests_open" ON "access_requests" USING btree ("confirmed_at") WHERE "access_requests"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "attempts_recent" ON "attempts" USING btree ("kind","subject","at");--> statement-breakpoint
CREATE INDEX "invitations_supplier" ON "invitations" USING btree ("supplier_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_once" ON "invitations" USING btree ("supplier_id",lower("email")) WHERE "invitations"."accepted_at" is null and "invitations"."withdrawn_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "product_transfers_one_open" ON "product_transfers" USING btree ("product_id") WHERE "product_transfers"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "product_transfers_to" ON "product_transfers" USING btree ("to_supplier_id");--> statement-breakpoint
CREATE UNIQUE INDEX "section_assignments_once" ON "section_assignments" USING btree ("declaration_id","section_id") WHERE "section_assignments"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "section_assignments_assignee" ON "section_assignments" USING btree ("assignee_id");--> statement-breakpoint
CREATE UNIQUE INDEX "stewards_place" ON "stewards" USING btree ("product_id","place") WHERE "stewards"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "stewards_once" ON "stewards" USING btree ("product_id","person_id") WHERE "stewards"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "stewards_person" ON "stewards" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_once" UNIQUE NULLS NOT DISTINCT("outbox_id","person_id");--> statement-breakpoint
CREATE TRIGGER invitations_kept BEFORE DELETE ON "invitations" FOR EACH ROW EXECUTE FUNCTION refuse_delete();
--> statement-breakpoint
CREATE TRIGGER product_transfers_kept BEFORE DELETE ON "product_transfers" FOR EACH ROW EXECUTE FUNCTION refuse_delete();
--> statement-breakpoint
CREATE TRIGGER disputes_kept BEFORE DELETE ON "disputes" FOR EACH ROW EXECUTE FUNCTION refuse_delete();
