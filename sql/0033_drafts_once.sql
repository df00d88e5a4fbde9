-- A form of a new invoice or quote that is sent twice makes one draft.
ALTER TABLE invoices
    ADD entry_key BINARY(32) NULL COMMENT 'SHA-256 of its form''s key, so that a form sent twice is one draft',
    ADD UNIQUE KEY a_form_is_one_invoice (entry_key);

ALTER TABLE quotes
    ADD entry_key BINARY(32) NULL COMMENT 'SHA-256 of its form''s key, so that a form sent twice is one draft',
    ADD UNIQUE KEY a_form_is_one_quote (entry_key);
