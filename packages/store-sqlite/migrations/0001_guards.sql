-- What was captured, found or decided once is never altered, and goes only where a tombstone says so.
CREATE TRIGGER `revision_unaltered` BEFORE UPDATE ON `revision` BEGIN SELECT RAISE(ABORT, 'a captured revision is never altered'); END;
--> statement-breakpoint
CREATE TRIGGER `revision_kept` BEFORE DELETE ON `revision` WHEN NOT EXISTS (SELECT 1 FROM `tombstone` WHERE `id` = OLD.`id`) BEGIN SELECT RAISE(ABORT, 'a captured revision is erased with a tombstone or not at all'); END;
--> statement-breakpoint
CREATE TRIGGER `occurrence_unaltered` BEFORE UPDATE ON `occurrence` BEGIN SELECT RAISE(ABORT, 'an occurrence is never altered'); END;
--> statement-breakpoint
CREATE TRIGGER `occurrence_kept` BEFORE DELETE ON `occurrence` WHEN NOT EXISTS (SELECT 1 FROM `tombstone` WHERE `id` = OLD.`id`) BEGIN SELECT RAISE(ABORT, 'an occurrence is erased with a tombstone or not at all'); END;
--> statement-breakpoint
CREATE TRIGGER `decision_unaltered` BEFORE UPDATE ON `decision` BEGIN SELECT RAISE(ABORT, 'a decision is never altered'); END;
--> statement-breakpoint
CREATE TRIGGER `decision_kept` BEFORE DELETE ON `decision` WHEN NOT EXISTS (SELECT 1 FROM `tombstone` WHERE `id` = OLD.`id`) BEGIN SELECT RAISE(ABORT, 'a decision is erased with a tombstone or not at all'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_entry_kept` BEFORE DELETE ON `audit_entry` BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_entry_unaltered` BEFORE UPDATE ON `audit_entry` WHEN NOT (NEW.`seq` IS OLD.`seq` AND NEW.`id` IS OLD.`id` AND NEW.`commit_seq` IS OLD.`commit_seq` AND NEW.`kind` IS OLD.`kind` AND NEW.`target` IS OLD.`target` AND NEW.`version_from` IS OLD.`version_from` AND NEW.`version_to` IS OLD.`version_to` AND NEW.`cause` IS OLD.`cause` AND NEW.`reason` IS OLD.`reason` AND NEW.`decision_id` IS OLD.`decision_id` AND NEW.`by` IS OLD.`by` AND NEW.`at` IS OLD.`at` AND EXISTS (SELECT 1 FROM `tombstone` WHERE `id` = OLD.`target`)) BEGIN SELECT RAISE(ABORT, 'the audit is only added to; erasing may blank the values of a patch'); END;
--> statement-breakpoint
CREATE TRIGGER `commit_record_unaltered` BEFORE UPDATE ON `commit_record` BEGIN SELECT RAISE(ABORT, 'a commit is never altered'); END;
--> statement-breakpoint
CREATE TRIGGER `commit_record_kept` BEFORE DELETE ON `commit_record` BEGIN SELECT RAISE(ABORT, 'a commit is never forgotten'); END;
