CREATE TABLE `streams` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`number` integer NOT NULL,
	`head` text NOT NULL,
	`at` text NOT NULL
);

--> statement-breakpoint
CREATE TABLE `entries` (
	`stream` text NOT NULL,
	`number` integer NOT NULL,
	`at` text NOT NULL,
	`act` text NOT NULL,
	`actor` text NOT NULL,
	`matter` text,
	`canonical` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`stream`, `number`)
);

--> statement-breakpoint
CREATE INDEX `entries_by_moment` ON `entries` (`at`);
--> statement-breakpoint
CREATE INDEX `entries_by_matter` ON `entries` (`matter`);
--> statement-breakpoint
CREATE TABLE `withheld` (
	`stream` text NOT NULL,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	`salt` text NOT NULL,
	`sight` text NOT NULL,
	PRIMARY KEY(`stream`, `number`, `name`)
);

--> statement-breakpoint
CREATE TABLE `performed` (
	`actor` text NOT NULL,
	`actId` text NOT NULL,
	`act` text NOT NULL,
	`inputHash` text NOT NULL,
	`stream` text NOT NULL,
	`number` integer NOT NULL,
	`answer` text,
	PRIMARY KEY(`actor`, `actId`)
);

--> statement-breakpoint
CREATE TABLE `marks` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);

--> statement-breakpoint
CREATE TABLE `persons` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text,
	`joinedAt` text NOT NULL,
	`erasedAt` text
);

--> statement-breakpoint
CREATE TABLE `accounts` (
	`personId` text PRIMARY KEY NOT NULL,
	`signInName` text NOT NULL,
	`foldedName` text NOT NULL,
	`passwordHash` text NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_by_name` ON `accounts` (`foldedName`);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`hash` text PRIMARY KEY NOT NULL,
	`personId` text NOT NULL,
	`madeAt` text NOT NULL,
	`expiresAt` text NOT NULL
);

--> statement-breakpoint
CREATE INDEX `sessions_by_person` ON `sessions` (`personId`);
--> statement-breakpoint
CREATE TABLE `tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`personId` text NOT NULL,
	`name` text NOT NULL,
	`scope` text NOT NULL,
	`madeAt` text NOT NULL,
	`expiresAt` text NOT NULL,
	`revokedAt` text
);

--> statement-breakpoint
CREATE UNIQUE INDEX `tokens_by_hash` ON `tokens` (`hash`);
--> statement-breakpoint
CREATE INDEX `tokens_by_person` ON `tokens` (`personId`);
--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`unitId` text NOT NULL,
	`madeBy` text NOT NULL,
	`madeAt` text NOT NULL,
	`expiresAt` text NOT NULL,
	`usedBy` text
);

--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_by_hash` ON `invitations` (`hash`);
--> statement-breakpoint
CREATE TABLE `recoveries` (
	`hash` text PRIMARY KEY NOT NULL,
	`personId` text NOT NULL,
	`madeAt` text NOT NULL,
	`expiresAt` text NOT NULL,
	`usedAt` text
);

--> statement-breakpoint
CREATE TABLE `attempts` (
	`foldedName` text PRIMARY KEY NOT NULL,
	`wrong` integer NOT NULL,
	`until` text
);

--> statement-breakpoint
CREATE TABLE `units` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`side` text NOT NULL,
	`foundedAt` text NOT NULL,
	`rule` text NOT NULL,
	`numbers` text NOT NULL,
	`namesShownTo` text NOT NULL
);

--> statement-breakpoint
CREATE TABLE `placements` (
	`unitId` text NOT NULL,
	`parentId` text NOT NULL,
	`since` text NOT NULL,
	`until` text,
	PRIMARY KEY(`unitId`, `parentId`, `since`)
);

--> statement-breakpoint
CREATE INDEX `placements_by_parent` ON `placements` (`parentId`);
--> statement-breakpoint
CREATE TABLE `seats` (
	`unitId` text NOT NULL,
	`personId` text NOT NULL,
	`role` text NOT NULL,
	`since` text NOT NULL,
	`until` text,
	PRIMARY KEY(`unitId`, `personId`, `role`, `since`)
);

--> statement-breakpoint
CREATE INDEX `seats_by_person` ON `seats` (`personId`);
--> statement-breakpoint
CREATE TABLE `backings` (
	`unitId` text NOT NULL,
	`cause` text NOT NULL,
	`personId` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`unitId`, `cause`, `personId`)
);

--> statement-breakpoint
CREATE TABLE `measures` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`unit` text,
	`decimals` integer NOT NULL,
	`aggregation` text NOT NULL,
	`definition` text NOT NULL
);

--> statement-breakpoint
CREATE TABLE `products` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`unit` text NOT NULL,
	`pictogram` text NOT NULL
);

--> statement-breakpoint
CREATE TABLE `sources` (
	`id` text PRIMARY KEY NOT NULL,
	`producer` text NOT NULL,
	`title` text NOT NULL,
	`licence` text NOT NULL,
	`url` text,
	`invented` integer NOT NULL
);

--> statement-breakpoint
CREATE TABLE `series` (
	`id` text PRIMARY KEY NOT NULL,
	`unitId` text NOT NULL,
	`measureId` text NOT NULL,
	`productId` text,
	`counterpartId` text,
	`unit` text NOT NULL,
	`sourceId` text NOT NULL
);

--> statement-breakpoint
CREATE INDEX `series_by_unit` ON `series` (`unitId`);
--> statement-breakpoint
CREATE INDEX `series_by_product` ON `series` (`productId`,`measureId`);
--> statement-breakpoint
CREATE TABLE `observations` (
	`seriesId` text NOT NULL,
	`period` text NOT NULL,
	`fromNumber` integer NOT NULL,
	`toNumber` integer,
	`validFrom` text NOT NULL,
	`validTo` text,
	`entered` text,
	`mantissa` integer,
	`scale` integer,
	`rounded` integer NOT NULL,
	`status` text NOT NULL,
	`note` text,
	`batch` text NOT NULL,
	PRIMARY KEY(`seriesId`, `period`, `fromNumber`)
);

--> statement-breakpoint
CREATE INDEX `observations_open` ON `observations` (`seriesId`,`toNumber`);
--> statement-breakpoint
CREATE TABLE `batches` (
	`unitId` text NOT NULL,
	`hash` text NOT NULL,
	`readHash` text NOT NULL,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	`personId` text NOT NULL,
	`at` text NOT NULL,
	`sourceId` text NOT NULL,
	`rows` integer NOT NULL,
	`added` integer NOT NULL,
	`revised` integer NOT NULL,
	`leftOut` integer NOT NULL,
	PRIMARY KEY(`unitId`, `number`)
);

--> statement-breakpoint
CREATE UNIQUE INDEX `batches_by_content` ON `batches` (`unitId`,`hash`,`readHash`);
--> statement-breakpoint
CREATE TABLE `uploads` (
	`unitId` text NOT NULL,
	`hash` text NOT NULL,
	`name` text NOT NULL,
	`personId` text NOT NULL,
	`at` text NOT NULL,
	`content` text NOT NULL,
	PRIMARY KEY(`unitId`, `hash`)
);

--> statement-breakpoint
CREATE TABLE `proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`unitId` text NOT NULL,
	`proposerId` text NOT NULL,
	`stage` text NOT NULL,
	`version` integer NOT NULL,
	`title` text NOT NULL,
	`openedAt` text NOT NULL,
	`movedAt` text NOT NULL
);

--> statement-breakpoint
CREATE INDEX `proposals_by_unit` ON `proposals` (`unitId`);
--> statement-breakpoint
CREATE INDEX `proposals_by_stage` ON `proposals` (`stage`);
--> statement-breakpoint
CREATE TABLE `versions` (
	`proposalId` text NOT NULL,
	`version` integer NOT NULL,
	`body` text NOT NULL,
	`hash` text NOT NULL,
	`amendmentId` text,
	`number` integer NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`proposalId`, `version`)
);

--> statement-breakpoint
CREATE TABLE `amendments` (
	`id` text PRIMARY KEY NOT NULL,
	`proposalId` text NOT NULL,
	`unitId` text NOT NULL,
	`personId` text NOT NULL,
	`base` integer NOT NULL,
	`changes` text NOT NULL,
	`state` text NOT NULL,
	`collisions` text NOT NULL,
	`number` integer NOT NULL,
	`at` text NOT NULL
);

--> statement-breakpoint
CREATE INDEX `amendments_by_proposal` ON `amendments` (`proposalId`);
--> statement-breakpoint
CREATE TABLE `statements` (
	`id` text PRIMARY KEY NOT NULL,
	`proposalId` text NOT NULL,
	`unitId` text NOT NULL,
	`personId` text NOT NULL,
	`kind` text NOT NULL,
	`anchor` text NOT NULL,
	`replyTo` text,
	`number` integer NOT NULL,
	`at` text NOT NULL,
	`removed` integer
);

--> statement-breakpoint
CREATE INDEX `statements_by_proposal` ON `statements` (`proposalId`);
--> statement-breakpoint
CREATE TABLE `attendance` (
	`proposalId` text NOT NULL,
	`personId` text NOT NULL,
	`arrivedAt` text NOT NULL,
	`leftAt` text,
	PRIMARY KEY(`proposalId`, `personId`, `arrivedAt`)
);

--> statement-breakpoint
CREATE TABLE `briefs` (
	`proposalId` text PRIMARY KEY NOT NULL,
	`unitId` text NOT NULL,
	`version` integer NOT NULL,
	`body` text NOT NULL,
	`writtenBy` text NOT NULL,
	`number` integer NOT NULL,
	`at` text NOT NULL
);

--> statement-breakpoint
CREATE TABLE `votes` (
	`id` text PRIMARY KEY NOT NULL,
	`unitId` text NOT NULL,
	`proposalId` text NOT NULL,
	`amendmentId` text,
	`version` integer NOT NULL,
	`rule` text NOT NULL,
	`openedBy` text NOT NULL,
	`opensAt` text NOT NULL,
	`closesAt` text NOT NULL,
	`state` text NOT NULL,
	`manifest` text NOT NULL,
	`manifestHash` text NOT NULL,
	`frozen` text NOT NULL,
	`frozenHash` text NOT NULL,
	`result` text,
	`number` integer NOT NULL
);

--> statement-breakpoint
CREATE INDEX `votes_by_proposal` ON `votes` (`proposalId`);
--> statement-breakpoint
CREATE INDEX `votes_by_close` ON `votes` (`state`,`closesAt`);
--> statement-breakpoint
CREATE TABLE `electorate` (
	`voteId` text NOT NULL,
	`personId` text NOT NULL,
	PRIMARY KEY(`voteId`, `personId`)
);

--> statement-breakpoint
CREATE TABLE `ballots` (
	`voteId` text NOT NULL,
	`personId` text NOT NULL,
	`choice` text NOT NULL,
	`number` integer NOT NULL,
	PRIMARY KEY(`voteId`, `personId`)
);

--> statement-breakpoint
CREATE TABLE `minutes` (
	`proposalId` text PRIMARY KEY NOT NULL,
	`unitId` text NOT NULL,
	`voteId` text NOT NULL,
	`delegateId` text NOT NULL,
	`text` text NOT NULL,
	`hash` text NOT NULL,
	`number` integer NOT NULL,
	`at` text NOT NULL
);

--> statement-breakpoint
CREATE TABLE `plan_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`unitId` text NOT NULL,
	`doerId` text NOT NULL,
	`direction` text NOT NULL,
	`productId` text NOT NULL,
	`amount` text NOT NULL,
	`unit` text NOT NULL,
	`period` text NOT NULL,
	`counterpartId` text,
	`proposalId` text NOT NULL,
	`version` integer NOT NULL,
	`lineId` text NOT NULL,
	`voteId` text NOT NULL,
	`delegateId` text NOT NULL,
	`context` text NOT NULL,
	`contextHash` text NOT NULL,
	`state` text NOT NULL,
	`number` integer NOT NULL,
	`at` text NOT NULL
);

--> statement-breakpoint
CREATE INDEX `plan_lines_by_doer` ON `plan_lines` (`doerId`,`productId`);
--> statement-breakpoint
CREATE INDEX `plan_lines_by_proposal` ON `plan_lines` (`proposalId`);
