-- Mails about documents: each goes to one address, with what became of it there.

ALTER TABLE invoices ADD handed_at DATETIME(6) NULL
    COMMENT 'when its seller said that they had sent it themselves' AFTER seen_at;

ALTER TABLE sendings
    MODIFY invoice_id BIGINT NULL COMMENT 'the invoice it is about, or none',
    ADD quote_id BIGINT NULL COMMENT 'the quote it is about, or none' AFTER invoice_id,
    ADD link VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NULL
        COMMENT 'the address of the client''s page; NULL when it stands in the message' AFTER message,
    ADD has_file BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'whether the PDF comes with it' AFTER link,
    ADD is_copy BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'for the freelancer themselves' AFTER has_file,
    ADD delivered_at DATETIME(6) NULL COMMENT 'when the mail server took it',
    ADD refused_at DATETIME(6) NULL COMMENT 'when it was given up',
    ADD refusal INT NULL COMMENT 'the mail server''s code; NULL when it had none',
    ADD moved_from BIGINT NULL,
    DROP KEY a_form_is_one_mail,
    ADD UNIQUE KEY a_form_is_one_mail_to_each (entry_key, recipient),
    ADD KEY sendings_about_quote (quote_id),
    ADD KEY sendings_of_day (company_id, created_at),
    ADD CONSTRAINT sending_about_quote FOREIGN KEY (quote_id) REFERENCES quotes (id),
    ADD CONSTRAINT a_mail_is_about_one_document CHECK ((invoice_id IS NULL) <> (quote_id IS NULL));

-- Quotes were mailed from a table of their own.
INSERT INTO sendings (company_id, quote_id, recipient, subject, message, entry_key, created_at, moved_from)
    SELECT company_id, quote_id, recipient, subject, message, entry_key, created_at, id FROM quote_sendings;
UPDATE outbox o JOIN sendings s ON s.moved_from = o.subject
    SET o.kind = 'mail_document', o.subject = s.id WHERE o.kind = 'mail_quote';
UPDATE outbox SET kind = 'mail_document' WHERE kind = 'mail_invoice';
ALTER TABLE sendings DROP COLUMN moved_from;
DROP TABLE quote_sendings;

ALTER TABLE clients ADD refused_email VARCHAR(254) NULL COMMENT 'the address that refused our last mail' AFTER email;

-- « E-mails et relances »: how a company writes to its clients, and how it is written to.
CREATE TABLE mail_settings (
    company_id      BIGINT       NOT NULL PRIMARY KEY,
    invoice_subject VARCHAR(150) NOT NULL,
    invoice_text    TEXT         NOT NULL,
    wants_digest    BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'one mail a day with what is new',
    digested_on     DATE         NULL COMMENT 'the last day, in Paris, on which it was looked for',
    KEY companies_to_digest (wants_digest, digested_on),
    CONSTRAINT mail_settings_of_company FOREIGN KEY (company_id) REFERENCES companies (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- The summaries of a day, each sent once.
CREATE TABLE digests (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    company_id BIGINT      NOT NULL,
    day        DATE        NOT NULL COMMENT 'in Paris',
    after_id   BIGINT      NOT NULL COMMENT 'the newest notification of the summary before',
    last_id    BIGINT      NOT NULL COMMENT 'the newest notification in it',
    UNIQUE KEY one_digest_a_day (company_id, day),
    CONSTRAINT digest_of_company FOREIGN KEY (company_id) REFERENCES companies (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
