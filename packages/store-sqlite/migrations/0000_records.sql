CREATE TABLE `audit_entry` (
	`seq` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`commit_seq` integer NOT NULL,
	`kind` text NOT NULL,
	`target` text NOT NULL,
	`version_from` integer NOT NULL,
	`version_to` integer NOT NULL,
	`patch` text NOT NULL,
	`cause` text NOT NULL,
	`reason` text,
	`decision_id` text,
	`by` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_entry_id_unique` ON `audit_entry` (`id`);--> statement-breakpoint
CREATE INDEX `audit_target` ON `audit_entry` (`target`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_commit` ON `audit_entry` (`commit_seq`);--> statement-breakpoint
CREATE TABLE `citation` (
	`id` text PRIMARY KEY NOT NULL,
	`source_id` text,
	`revision_id` text,
	`citing_revision_id` text,
	`anchor` text,
	`place` integer NOT NULL,
	`text` text NOT NULL,
	`issuer_id` text,
	`locator` text,
	`accessed_at` text,
	`note` text,
	`found_by` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`citing_revision_id`) REFERENCES `revision`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issuer_id`) REFERENCES `speaker`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `citation_citing` ON `citation` (`citing_revision_id`,`place`);--> statement-breakpoint
CREATE INDEX `citation_issuer` ON `citation` (`issuer_id`);--> statement-breakpoint
CREATE TABLE `commit_record` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`key` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `commit_record_key_unique` ON `commit_record` (`key`);--> statement-breakpoint
CREATE TABLE `decision` (
	`id` text PRIMARY KEY NOT NULL,
	`target` text NOT NULL,
	`target_version` integer NOT NULL,
	`verdict` text NOT NULL,
	`reason` text,
	`note` text,
	`by` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `decision_target` ON `decision` (`target`,`at`);--> statement-breakpoint
CREATE TABLE `judgement` (
	`id` text PRIMARY KEY NOT NULL,
	`left` text NOT NULL,
	`right` text NOT NULL,
	`answer` text NOT NULL,
	`kept` text,
	`reason` text,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `judgement_left` ON `judgement` (`left`);--> statement-breakpoint
CREATE INDEX `judgement_right` ON `judgement` (`right`);--> statement-breakpoint
CREATE TABLE `judgement_evidence` (
	`judgement_id` text NOT NULL,
	`position` integer NOT NULL,
	`occurrence_id` text NOT NULL,
	PRIMARY KEY(`judgement_id`, `position`),
	FOREIGN KEY (`judgement_id`) REFERENCES `judgement`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `occurrence` (
	`id` text PRIMARY KEY NOT NULL,
	`revision_id` text NOT NULL,
	`place` integer NOT NULL,
	`parts` text NOT NULL,
	`kind` text,
	`verbatim` text NOT NULL,
	`cue` text,
	`mention` text,
	`nested` text,
	`cites` text,
	`continues` text,
	`attribution` text,
	`found_by` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`revision_id`) REFERENCES `revision`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`nested`) REFERENCES `occurrence`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`continues`) REFERENCES `occurrence`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `occurrence_place` ON `occurrence` (`revision_id`,`place`,`id`);--> statement-breakpoint
CREATE INDEX `occurrence_nested` ON `occurrence` (`nested`) WHERE "occurrence"."nested" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `occurrence_continues` ON `occurrence` (`continues`) WHERE "occurrence"."continues" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `quote` (
	`id` text PRIMARY KEY NOT NULL,
	`speaker_id` text,
	`text` text NOT NULL,
	`language` text NOT NULL,
	`role` text,
	`said_at` text,
	`said_in` text,
	`translation_of` text,
	`status` text NOT NULL,
	`rank` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`speaker_id`) REFERENCES `speaker`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `quote_speaker` ON `quote` (`speaker_id`,`id`);--> statement-breakpoint
CREATE TABLE `quote_occurrence` (
	`quote_id` text NOT NULL,
	`position` integer NOT NULL,
	`occurrence_id` text NOT NULL,
	PRIMARY KEY(`quote_id`, `position`),
	FOREIGN KEY (`quote_id`) REFERENCES `quote`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`occurrence_id`) REFERENCES `occurrence`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `quote_occurrence_occurrence` ON `quote_occurrence` (`occurrence_id`);--> statement-breakpoint
CREATE TABLE `revision` (
	`id` text PRIMARY KEY NOT NULL,
	`source_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`previous_id` text,
	`captured_at` text NOT NULL,
	`method` text NOT NULL,
	`requested_url` text,
	`final_url` text,
	`archived_url` text,
	`http_status` integer,
	`content_type` text,
	`bytes_sha256` text NOT NULL,
	`text_sha256` text NOT NULL,
	`text` text NOT NULL,
	`length` integer NOT NULL,
	`loader` text NOT NULL,
	`fingerprint` text NOT NULL,
	`regions` text NOT NULL,
	`change` text NOT NULL,
	`notice` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`previous_id`) REFERENCES `revision`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `revision_ordinal` ON `revision` (`source_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `revision_previous` ON `revision` (`previous_id`);--> statement-breakpoint
CREATE TABLE `source` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`csl_type` text,
	`title` text NOT NULL,
	`subtitle` text,
	`authors` text NOT NULL,
	`publisher` text,
	`url` text,
	`canonical_url` text,
	`published_at` text,
	`event_date` text,
	`language` text,
	`license` text,
	`rights` text,
	`identifiers` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `source_key_unique` ON `source` (`key`);--> statement-breakpoint
CREATE TABLE `speaker` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`slug` text NOT NULL,
	`aliases` text NOT NULL,
	`affiliations` text NOT NULL,
	`external_ids` text NOT NULL,
	`description` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `speaker_slug_unique` ON `speaker` (`slug`);--> statement-breakpoint
CREATE INDEX `speaker_name` ON `speaker` (`name`,`kind`);--> statement-breakpoint
CREATE TABLE `speaker_slug` (
	`slug` text PRIMARY KEY NOT NULL,
	`speaker_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `speaker_slug_speaker` ON `speaker_slug` (`speaker_id`);--> statement-breakpoint
CREATE TABLE `statistic` (
	`id` text PRIMARY KEY NOT NULL,
	`value` real,
	`low` real,
	`high` real,
	`approximator` text NOT NULL,
	`surface` text NOT NULL,
	`digits` integer,
	`unit` text NOT NULL,
	`kind` text NOT NULL,
	`direction` text,
	`status` text NOT NULL,
	`unread` text,
	`measure` text,
	`denominator` text,
	`population` text,
	`place` text,
	`period` text,
	`base` text,
	`asserted_by` text,
	`measured_by` text,
	`margin_of_error` real,
	`method` text,
	`quote_id` text,
	`links` text NOT NULL,
	`review` text NOT NULL,
	`rank` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`asserted_by`) REFERENCES `speaker`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`quote_id`) REFERENCES `quote`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `statistic_quote` ON `statistic` (`quote_id`);--> statement-breakpoint
CREATE INDEX `statistic_speaker` ON `statistic` (`asserted_by`);--> statement-breakpoint
CREATE TABLE `statistic_occurrence` (
	`statistic_id` text NOT NULL,
	`position` integer NOT NULL,
	`occurrence_id` text NOT NULL,
	PRIMARY KEY(`statistic_id`, `position`),
	FOREIGN KEY (`statistic_id`) REFERENCES `statistic`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`occurrence_id`) REFERENCES `occurrence`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `statistic_occurrence_occurrence` ON `statistic_occurrence` (`occurrence_id`);--> statement-breakpoint
CREATE TABLE `tombstone` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	`at` text NOT NULL
);
