CREATE TABLE `derivation` (
	`name` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `publisher_entry` (
	`num` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`label` text NOT NULL,
	`quotes` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `publisher_entry_slug_unique` ON `publisher_entry` (`slug`);--> statement-breakpoint
CREATE TABLE `quote_entry` (
	`ord` integer PRIMARY KEY NOT NULL,
	`quote_id` text NOT NULL,
	`occurrence_id` text NOT NULL,
	`source_id` text NOT NULL,
	`speaker_id` text,
	`kind` text NOT NULL,
	`status` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `quote_entry_quote_id_unique` ON `quote_entry` (`quote_id`);--> statement-breakpoint
CREATE INDEX `quote_entry_source` ON `quote_entry` (`source_id`,`ord`);--> statement-breakpoint
CREATE INDEX `quote_entry_speaker` ON `quote_entry` (`speaker_id`,`ord`);--> statement-breakpoint
CREATE INDEX `quote_entry_status` ON `quote_entry` (`status`,`kind`);--> statement-breakpoint
CREATE TABLE `source_entry` (
	`num` integer PRIMARY KEY NOT NULL,
	`source_id` text NOT NULL,
	`publisher` integer,
	`day` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `source_entry_source_id_unique` ON `source_entry` (`source_id`);--> statement-breakpoint
CREATE INDEX `source_entry_day` ON `source_entry` (`day`,`source_id`);--> statement-breakpoint
CREATE INDEX `source_entry_publisher` ON `source_entry` (`publisher`);--> statement-breakpoint
CREATE TABLE `speaker_entry` (
	`num` integer PRIMARY KEY NOT NULL,
	`speaker_id` text NOT NULL,
	`canonical_id` text NOT NULL,
	`quotes` integer NOT NULL,
	`total` integer NOT NULL,
	`names` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `speaker_entry_speaker_id_unique` ON `speaker_entry` (`speaker_id`);--> statement-breakpoint
CREATE INDEX `speaker_entry_canonical` ON `speaker_entry` (`canonical_id`);--> statement-breakpoint
CREATE INDEX `speaker_entry_total` ON `speaker_entry` (`total`);--> statement-breakpoint
CREATE TABLE `statistic_entry` (
	`ord` integer PRIMARY KEY NOT NULL,
	`statistic_id` text NOT NULL,
	`occurrence_id` text NOT NULL,
	`source_id` text NOT NULL,
	`speaker_id` text,
	`review` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `statistic_entry_statistic_id_unique` ON `statistic_entry` (`statistic_id`);--> statement-breakpoint
CREATE INDEX `statistic_entry_source` ON `statistic_entry` (`source_id`,`ord`);--> statement-breakpoint
CREATE INDEX `statistic_entry_speaker` ON `statistic_entry` (`speaker_id`);--> statement-breakpoint
CREATE INDEX `statistic_entry_review` ON `statistic_entry` (`review`);