CREATE TABLE "streams" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"number" bigint NOT NULL,
	"head" text NOT NULL,
	"at" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "entries" (
	"stream" text NOT NULL,
	"number" bigint NOT NULL,
	"at" text NOT NULL,
	"act" text NOT NULL,
	"actor" text NOT NULL,
	"matter" text,
	"canonical" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "entries_stream_number_pk" PRIMARY KEY("stream","number")
);

--> statement-breakpoint
CREATE TABLE "withheld" (
	"stream" text NOT NULL,
	"number" bigint NOT NULL,
	"name" text NOT NULL,
	"value" text NOT NULL,
	"salt" text NOT NULL,
	"sight" text NOT NULL,
	CONSTRAINT "withheld_stream_number_name_pk" PRIMARY KEY("stream","number","name")
);

--> statement-breakpoint
CREATE TABLE "performed" (
	"actor" text NOT NULL,
	"actId" text NOT NULL,
	"act" text NOT NULL,
	"inputHash" text NOT NULL,
	"stream" text NOT NULL,
	"number" bigint NOT NULL,
	"answer" jsonb,
	CONSTRAINT "performed_actor_actId_pk" PRIMARY KEY("actor","actId")
);

--> statement-breakpoint
CREATE TABLE "marks" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "persons" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text,
	"joinedAt" text NOT NULL,
	"erasedAt" text
);

--> statement-breakpoint
CREATE TABLE "accounts" (
	"personId" text PRIMARY KEY NOT NULL,
	"signInName" text NOT NULL,
	"foldedName" text NOT NULL,
	"passwordHash" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "sessions" (
	"hash" text PRIMARY KEY NOT NULL,
	"personId" text NOT NULL,
	"madeAt" text NOT NULL,
	"expiresAt" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"personId" text NOT NULL,
	"name" text NOT NULL,
	"scope" text NOT NULL,
	"madeAt" text NOT NULL,
	"expiresAt" text NOT NULL,
	"revokedAt" text
);

--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"unitId" text NOT NULL,
	"madeBy" text NOT NULL,
	"madeAt" text NOT NULL,
	"expiresAt" text NOT NULL,
	"usedBy" text
);

--> statement-breakpoint
CREATE TABLE "recoveries" (
	"hash" text PRIMARY KEY NOT NULL,
	"personId" text NOT NULL,
	"madeAt" text NOT NULL,
	"expiresAt" text NOT NULL,
	"usedAt" text
);

--> statement-breakpoint
CREATE TABLE "attempts" (
	"foldedName" text PRIMARY KEY NOT NULL,
	"wrong" bigint NOT NULL,
	"until" text
);

--> statement-breakpoint
CREATE TABLE "units" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"side" text NOT NULL,
	"foundedAt" text NOT NULL,
	"rule" jsonb NOT NULL,
	"numbers" jsonb NOT NULL,
	"namesShownTo" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "placements" (
	"unitId" text NOT NULL,
	"parentId" text NOT NULL,
	"since" text NOT NULL,
	"until" text,
	CONSTRAINT "placements_unitId_parentId_since_pk" PRIMARY KEY("unitId","parentId","since")
);

--> statement-breakpoint
CREATE TABLE "seats" (
	"unitId" text NOT NULL,
	"personId" text NOT NULL,
	"role" text NOT NULL,
	"since" text NOT NULL,
	"until" text,
	CONSTRAINT "seats_unitId_personId_role_since_pk" PRIMARY KEY("unitId","personId","role","since")
);

--> statement-breakpoint
CREATE TABLE "backings" (
	"unitId" text NOT NULL,
	"cause" text NOT NULL,
	"personId" text NOT NULL,
	"at" text NOT NULL,
	CONSTRAINT "backings_unitId_cause_personId_pk" PRIMARY KEY("unitId","cause","personId")
);

--> statement-breakpoint
CREATE TABLE "measures" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"unit" text,
	"decimals" bigint NOT NULL,
	"aggregation" text NOT NULL,
	"definition" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "products" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"pictogram" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "sources" (
	"id" text PRIMARY KEY NOT NULL,
	"producer" text NOT NULL,
	"title" text NOT NULL,
	"licence" text NOT NULL,
	"url" text,
	"invented" boolean NOT NULL
);

--> statement-breakpoint
CREATE TABLE "series" (
	"id" text PRIMARY KEY NOT NULL,
	"unitId" text NOT NULL,
	"measureId" text NOT NULL,
	"productId" text,
	"counterpartId" text,
	"unit" text NOT NULL,
	"sourceId" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "observations" (
	"seriesId" text NOT NULL,
	"period" text NOT NULL,
	"fromNumber" bigint NOT NULL,
	"toNumber" bigint,
	"validFrom" text NOT NULL,
	"validTo" text,
	"entered" text,
	"mantissa" bigint,
	"scale" bigint,
	"rounded" boolean NOT NULL,
	"status" text NOT NULL,
	"note" text,
	"batch" text NOT NULL,
	CONSTRAINT "observations_seriesId_period_fromNumber_pk" PRIMARY KEY("seriesId","period","fromNumber")
);

--> statement-breakpoint
CREATE TABLE "batches" (
	"unitId" text NOT NULL,
	"hash" text NOT NULL,
	"readHash" text NOT NULL,
	"number" bigint NOT NULL,
	"name" text NOT NULL,
	"personId" text NOT NULL,
	"at" text NOT NULL,
	"sourceId" text NOT NULL,
	"rows" bigint NOT NULL,
	"added" bigint NOT NULL,
	"revised" bigint NOT NULL,
	"leftOut" bigint NOT NULL,
	CONSTRAINT "batches_unitId_number_pk" PRIMARY KEY("unitId","number")
);

--> statement-breakpoint
CREATE TABLE "uploads" (
	"unitId" text NOT NULL,
	"hash" text NOT NULL,
	"name" text NOT NULL,
	"personId" text NOT NULL,
	"at" text NOT NULL,
	"content" text NOT NULL,
	CONSTRAINT "uploads_unitId_hash_pk" PRIMARY KEY("unitId","hash")
);

--> statement-breakpoint
CREATE TABLE "proposals" (
	"id" text PRIMARY KEY NOT NULL,
	"unitId" text NOT NULL,
	"proposerId" text NOT NULL,
	"stage" text NOT NULL,
	"version" bigint NOT NULL,
	"title" text NOT NULL,
	"openedAt" text NOT NULL,
	"movedAt" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "versions" (
	"proposalId" text NOT NULL,
	"version" bigint NOT NULL,
	"body" jsonb NOT NULL,
	"hash" text NOT NULL,
	"amendmentId" text,
	"number" bigint NOT NULL,
	"at" text NOT NULL,
	CONSTRAINT "versions_proposalId_version_pk" PRIMARY KEY("proposalId","version")
);

--> statement-breakpoint
CREATE TABLE "amendments" (
	"id" text PRIMARY KEY NOT NULL,
	"proposalId" text NOT NULL,
	"unitId" text NOT NULL,
	"personId" text NOT NULL,
	"base" bigint NOT NULL,
	"changes" jsonb NOT NULL,
	"state" text NOT NULL,
	"collisions" jsonb NOT NULL,
	"number" bigint NOT NULL,
	"at" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "statements" (
	"id" text PRIMARY KEY NOT NULL,
	"proposalId" text NOT NULL,
	"unitId" text NOT NULL,
	"personId" text NOT NULL,
	"kind" text NOT NULL,
	"anchor" jsonb NOT NULL,
	"replyTo" text,
	"number" bigint NOT NULL,
	"at" text NOT NULL,
	"removed" bigint
);

--> statement-breakpoint
CREATE TABLE "attendance" (
	"proposalId" text NOT NULL,
	"personId" text NOT NULL,
	"arrivedAt" text NOT NULL,
	"leftAt" text,
	CONSTRAINT "attendance_proposalId_personId_arrivedAt_pk" PRIMARY KEY("proposalId","personId","arrivedAt")
);

--> statement-breakpoint
CREATE TABLE "briefs" (
	"proposalId" text PRIMARY KEY NOT NULL,
	"unitId" text NOT NULL,
	"version" bigint NOT NULL,
	"body" jsonb NOT NULL,
	"writtenBy" text NOT NULL,
	"number" bigint NOT NULL,
	"at" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "votes" (
	"id" text PRIMARY KEY NOT NULL,
	"unitId" text NOT NULL,
	"proposalId" text NOT NULL,
	"amendmentId" text,
	"version" bigint NOT NULL,
	"rule" jsonb NOT NULL,
	"openedBy" text NOT NULL,
	"opensAt" text NOT NULL,
	"closesAt" text NOT NULL,
	"state" text NOT NULL,
	"manifest" text NOT NULL,
	"manifestHash" text NOT NULL,
	"frozen" text NOT NULL,
	"frozenHash" text NOT NULL,
	"result" text,
	"number" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "electorate" (
	"voteId" text NOT NULL,
	"personId" text NOT NULL,
	CONSTRAINT "electorate_voteId_personId_pk" PRIMARY KEY("voteId","personId")
);

--> statement-breakpoint
CREATE TABLE "ballots" (
	"voteId" text NOT NULL,
	"personId" text NOT NULL,
	"choice" text NOT NULL,
	"number" bigint NOT NULL,
	CONSTRAINT "ballots_voteId_personId_pk" PRIMARY KEY("voteId","personId")
);

--> statement-breakpoint
CREATE TABLE "minutes" (
	"proposalId" text PRIMARY KEY NOT NULL,
	"unitId" text NOT NULL,
	"voteId" text NOT NULL,
	"delegateId" text NOT NULL,
	"text" text NOT NULL,
	"hash" text NOT NULL,
	"number" bigint NOT NULL,
	"at" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "plan_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"unitId" text NOT NULL,
	"doerId" text NOT NULL,
	"direction" text NOT NULL,
	"productId" text NOT NULL,
	"amount" text NOT NULL,
	"unit" text NOT NULL,
	"period" text NOT NULL,
	"counterpartId" text,
	"proposalId" text NOT NULL,
	"version" bigint NOT NULL,
	"lineId" text NOT NULL,
	"voteId" text NOT NULL,
	"delegateId" text NOT NULL,
	"context" text NOT NULL,
	"contextHash" text NOT NULL,
	"state" text NOT NULL,
	"number" bigint NOT NULL,
	"at" text NOT NULL
);

--> statement-breakpoint
CREATE INDEX "entries_by_moment" ON "entries" USING btree ("at");
--> statement-breakpoint
CREATE INDEX "entries_by_matter" ON "entries" USING btree ("matter");
--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_by_name" ON "accounts" USING btree ("foldedName");
--> statement-breakpoint
CREATE INDEX "sessions_by_person" ON "sessions" USING btree ("personId");
--> statement-breakpoint
CREATE UNIQUE INDEX "tokens_by_hash" ON "tokens" USING btree ("hash");
--> statement-breakpoint
CREATE INDEX "tokens_by_person" ON "tokens" USING btree ("personId");
--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_by_hash" ON "invitations" USING btree ("hash");
--> statement-breakpoint
CREATE INDEX "placements_by_parent" ON "placements" USING btree ("parentId");
--> statement-breakpoint
CREATE INDEX "seats_by_person" ON "seats" USING btree ("personId");
--> statement-breakpoint
CREATE INDEX "series_by_unit" ON "series" USING btree ("unitId");
--> statement-breakpoint
CREATE INDEX "series_by_product" ON "series" USING btree ("productId","measureId");
--> statement-breakpoint
CREATE INDEX "observations_open" ON "observations" USING btree ("seriesId","toNumber");
--> statement-breakpoint
CREATE UNIQUE INDEX "batches_by_content" ON "batches" USING btree ("unitId","hash","readHash");
--> statement-breakpoint
CREATE INDEX "proposals_by_unit" ON "proposals" USING btree ("unitId");
--> statement-breakpoint
CREATE INDEX "proposals_by_stage" ON "proposals" USING btree ("stage");
--> statement-breakpoint
CREATE INDEX "amendments_by_proposal" ON "amendments" USING btree ("proposalId");
--> statement-breakpoint
CREATE INDEX "statements_by_proposal" ON "statements" USING btree ("proposalId");
--> statement-breakpoint
CREATE INDEX "votes_by_proposal" ON "votes" USING btree ("proposalId");
--> statement-breakpoint
CREATE INDEX "votes_by_close" ON "votes" USING btree ("state","closesAt");
--> statement-breakpoint
CREATE INDEX "plan_lines_by_doer" ON "plan_lines" USING btree ("doerId","productId");
--> statement-breakpoint
CREATE INDEX "plan_lines_by_proposal" ON "plan_lines" USING btree ("proposalId");
