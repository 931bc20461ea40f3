-- Generated from packages/shared/src/tables, then edited by hand: WITHOUT ROWID where the key is the only way in, partial
-- indexes where most rows have no value, and the triggers that keep the audit append-only.
CREATE TABLE `audit` (
	`seq` integer PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`at` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`action` text NOT NULL,
	`subject` text,
	`detail` text NOT NULL,
	`op_seq` integer,
	`cause` text,
	`source` text,
	`prev_hash` text NOT NULL,
	`hash` text NOT NULL
);

CREATE INDEX `audit_op` ON `audit` (`op_seq`);
CREATE TABLE `client` (
	`client_id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`user_id` text NOT NULL,
	`last_mid` integer NOT NULL,
	`last_seen` text NOT NULL
);

CREATE TABLE `import_base` (
	`workspace_id` text NOT NULL,
	`col_id` text NOT NULL,
	`row_id` text NOT NULL,
	`import_id` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `col_id`, `row_id`)
) WITHOUT ROWID;

CREATE TABLE `import_run` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`user_id` text,
	`state` text NOT NULL,
	`plan` text,
	`receipt` text,
	`done` integer NOT NULL,
	`total` integer NOT NULL,
	`error` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
);

CREATE TABLE `mutation` (
	`workspace_id` text NOT NULL,
	`client_id` text NOT NULL,
	`mid` integer NOT NULL,
	`payload_hash` text NOT NULL,
	`status` text NOT NULL,
	`result` text NOT NULL,
	PRIMARY KEY(`client_id`, `mid`)
) WITHOUT ROWID;

CREATE TABLE `op` (
	`workspace_id` text NOT NULL,
	`seq` integer NOT NULL,
	`client_id` text,
	`mid` integer,
	`body` text NOT NULL,
	`prev` text NOT NULL,
	`row_id` text,
	`col_id` text,
	`user_id` text,
	`cause` text,
	`at` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `seq`)
) WITHOUT ROWID;

CREATE INDEX `op_row` ON `op` (`row_id`,`seq`) WHERE `row_id` IS NOT NULL;
CREATE INDEX `op_cause` ON `op` (`cause`) WHERE `cause` IS NOT NULL;
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`workspace_id` text NOT NULL,
	`topic` text NOT NULL,
	`payload` text NOT NULL,
	`op_seq` integer,
	`created_at` text NOT NULL,
	`done_at` text
);

CREATE TABLE `attempt` (
	`key` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`failures` integer NOT NULL,
	`last_at` integer NOT NULL
) WITHOUT ROWID;

CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`invited_by` text,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
	`used_by` text,
	`revoked_at` text
);

CREATE UNIQUE INDEX `invitation_token` ON `invitation` (`token_hash`);
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`user_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`user_agent` text NOT NULL,
	`address` text NOT NULL,
	`created_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`revoked_at` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE UNIQUE INDEX `session_token` ON `session` (`token_hash`);
CREATE INDEX `session_user` ON `session` (`user_id`);
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`hue` text NOT NULL,
	`password_hash` text NOT NULL,
	`theme` text NOT NULL,
	`created_at` text NOT NULL,
	`last_seen_at` text,
	`deactivated_at` text
);

CREATE UNIQUE INDEX `user_email` ON `user` (`workspace_id`,`email`);
CREATE TABLE `cell` (
	`workspace_id` text NOT NULL,
	`col_id` text NOT NULL,
	`row_id` text NOT NULL,
	`value` text NOT NULL,
	`ver` integer NOT NULL,
	`client_id` text,
	PRIMARY KEY(`workspace_id`, `col_id`, `row_id`)
) WITHOUT ROWID;

CREATE TABLE `column` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`options` text NOT NULL,
	`position` text NOT NULL,
	`key` text,
	`ver` integer NOT NULL,
	`deleted_at` text
);

CREATE TABLE `commitment` (
	`workspace_id` text NOT NULL,
	`investor_id` text NOT NULL,
	`fund_id` text NOT NULL,
	`amount` integer NOT NULL,
	`currency` text NOT NULL,
	`status` text NOT NULL,
	`updated_at` text NOT NULL,
	`deleted_at` text,
	PRIMARY KEY(`investor_id`, `fund_id`),
	FOREIGN KEY (`investor_id`) REFERENCES `investors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`fund_id`) REFERENCES `fund`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE TABLE `communication` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`investor_id` text NOT NULL,
	`type` text NOT NULL,
	`occurred_on` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`outcome` text NOT NULL,
	`next_step` text NOT NULL,
	`created_by` text,
	`created_at` text NOT NULL,
	`deleted_at` text,
	FOREIGN KEY (`investor_id`) REFERENCES `investors`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE INDEX `communication_investor` ON `communication` (`investor_id`,`occurred_on`);
CREATE TABLE `contact` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`title` text NOT NULL,
	`phone` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`deleted_at` text
);

CREATE TABLE `contact_address` (
	`contact_id` text NOT NULL,
	`workspace_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`address` text NOT NULL,
	`normalized` text NOT NULL,
	PRIMARY KEY(`contact_id`, `ordinal`),
	FOREIGN KEY (`contact_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE INDEX `contact_address_norm` ON `contact_address` (`normalized`);
CREATE TABLE `fund` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`currency` text NOT NULL,
	`col_id` text NOT NULL,
	`created_at` text NOT NULL,
	`deleted_at` text
);

CREATE TABLE `investor_contact` (
	`workspace_id` text NOT NULL,
	`investor_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`col_id` text NOT NULL,
	PRIMARY KEY(`investor_id`, `col_id`, `contact_id`),
	FOREIGN KEY (`investor_id`) REFERENCES `investors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE INDEX `investor_contact_contact` ON `investor_contact` (`contact_id`);
CREATE TABLE `investors` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`number` integer NOT NULL,
	`position` text NOT NULL,
	`ver` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text,
	`updated_at` text NOT NULL,
	`updated_by` text,
	`deleted_at` text
);

CREATE INDEX `investors_order` ON `investors` (`workspace_id`,`position`);
CREATE TABLE `view` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`owner_id` text,
	`shared` integer NOT NULL,
	`position` text NOT NULL,
	`config` text NOT NULL,
	`updated_at` text NOT NULL,
	`deleted_at` text,
	FOREIGN KEY (`owner_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE TABLE `view_draft` (
	`workspace_id` text NOT NULL,
	`view_id` text NOT NULL,
	`user_id` text NOT NULL,
	`config` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`view_id`) REFERENCES `view`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE UNIQUE INDEX `view_draft_one` ON `view_draft` (`view_id`,`user_id`);
CREATE TABLE `workspace` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`time_zone` text NOT NULL,
	`currency` text NOT NULL,
	`epoch` text NOT NULL,
	`head_seq` integer NOT NULL,
	`pruned_seq` integer NOT NULL,
	`last_number` integer NOT NULL,
	`setup_token_hash` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` text
);

CREATE TRIGGER `audit_no_update` BEFORE UPDATE ON `audit` BEGIN
	SELECT RAISE(ABORT, 'audit is append-only');
END;

CREATE TRIGGER `audit_no_delete` BEFORE DELETE ON `audit` BEGIN
	SELECT RAISE(ABORT, 'audit is append-only');
END;
