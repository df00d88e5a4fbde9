-- A form of a recurring invoice that is sent twice begins one, and one that is changed is replaced once: nobody is billed twice.
ALTER TABLE schedules
    ADD entry_key BINARY(32) NULL COMMENT 'SHA-256 of its form''s key, so that a form sent twice is one schedule',
    ADD replaces BIGINT NULL COMMENT 'the schedule whose place it took',
    ADD UNIQUE KEY a_form_is_one_schedule (entry_key),
    ADD UNIQUE KEY a_schedule_is_replaced_once (replaces),
    ADD CONSTRAINT replaced_schedule FOREIGN KEY (replaces) REFERENCES schedules (id) ON DELETE SET NULL;
