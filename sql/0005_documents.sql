-- Documents: what the law and electronic invoices want beside what stood before, logos, the files as they were issued,
-- deposits, credit notes line by line, and links that were replaced.

ALTER TABLE companies
    ADD siret CHAR(14) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER siren,
    ADD email VARCHAR(254) NULL COMMENT 'printed, for clients' AFTER bic,
    ADD phone VARCHAR(30) NULL AFTER email,
    ADD registration VARCHAR(100) NULL COMMENT 'such as RCS Lyon' AFTER phone,
    ADD insurance VARCHAR(300) NULL AFTER registration,
    ADD mediator VARCHAR(300) NULL AFTER insurance,
    ADD vat_on_debits BOOLEAN NOT NULL DEFAULT FALSE AFTER mediator,
    ADD logo BINARY(32) NULL COMMENT 'the SHA-256 of its picture' AFTER vat_on_debits;

-- Pictures by what they are: one that an issued invoice shows never changes.
CREATE TABLE logos (
    sha256     BINARY(32)  NOT NULL PRIMARY KEY,
    png        MEDIUMBLOB  NOT NULL,
    created_at DATETIME(6) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE TRIGGER logos_are_not_altered BEFORE UPDATE ON logos FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a logo is never altered';
ALTER TABLE companies ADD CONSTRAINT logo_of_company FOREIGN KEY (logo) REFERENCES logos (sha256);

ALTER TABLE invoices
    ADD kind ENUM('invoice', 'deposit') NOT NULL DEFAULT 'invoice' AFTER client_id,
    ADD purchase_order VARCHAR(100) NOT NULL DEFAULT '' AFTER subject,
    ADD waived_cents BIGINT NOT NULL DEFAULT 0
        COMMENT 'what credit notes took off what is asked, before it was paid' AFTER paid_cents,
    ADD KEY deposits (company_id, kind, state),
    DROP CONSTRAINT paid_means_paid_in_full,
    ADD CONSTRAINT paid_means_paid_in_full CHECK (state <> 'paid' OR paid_cents = total_cents - waived_cents),
    ADD CONSTRAINT waived_in_bounds CHECK (waived_cents BETWEEN 0 AND total_cents);

ALTER TABLE draft_lines
    MODIFY designation VARCHAR(10000) NOT NULL,
    ADD exemption VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'why no VAT is charged' AFTER vat_rate,
    ADD discount INT NULL COMMENT 'hundredths of a percent' AFTER exemption;
CREATE TABLE draft_deposits (
    invoice_id BIGINT NOT NULL,
    deposit_id BIGINT NOT NULL,
    PRIMARY KEY (invoice_id, deposit_id),
    CONSTRAINT deduction_of_draft FOREIGN KEY (invoice_id) REFERENCES invoices (id) ON DELETE CASCADE,
    CONSTRAINT deducted_in_draft FOREIGN KEY (deposit_id) REFERENCES invoices (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

ALTER TABLE issued_invoices
    ADD kind ENUM('invoice', 'deposit') NOT NULL DEFAULT 'invoice' AFTER sequence,
    ADD purchase_order VARCHAR(100) NOT NULL DEFAULT '' AFTER subject,
    ADD seller_siret CHAR(14) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER seller_siren,
    ADD seller_email VARCHAR(254) NULL AFTER seller_bic,
    ADD seller_phone VARCHAR(30) NULL AFTER seller_email,
    ADD seller_registration VARCHAR(100) NULL AFTER seller_phone,
    ADD seller_insurance VARCHAR(300) NULL AFTER seller_registration,
    ADD seller_mediator VARCHAR(300) NULL AFTER seller_insurance,
    ADD seller_vat_on_debits BOOLEAN NOT NULL DEFAULT FALSE AFTER seller_mediator,
    ADD seller_logo BINARY(32) NULL AFTER seller_vat_on_debits,
    ADD CONSTRAINT logo_of_issued FOREIGN KEY (seller_logo) REFERENCES logos (sha256);
ALTER TABLE issued_lines
    MODIFY designation VARCHAR(10000) NOT NULL,
    ADD exemption VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'why no VAT is charged' AFTER vat_rate,
    ADD discount INT NULL COMMENT 'hundredths of a percent' AFTER exemption;
ALTER TABLE issued_vat
    ADD exemption VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'why no VAT is charged' AFTER vat_rate;
CREATE TABLE issued_deposits (
    invoice_id   BIGINT NOT NULL,
    deposit_id   BIGINT NOT NULL,
    amount_cents BIGINT NOT NULL,
    PRIMARY KEY (invoice_id, deposit_id),
    KEY deductions_of_deposit (deposit_id),
    CONSTRAINT deduction_of_issued FOREIGN KEY (invoice_id) REFERENCES issued_invoices (invoice_id),
    CONSTRAINT deducted_in_issued FOREIGN KEY (deposit_id) REFERENCES issued_invoices (invoice_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE TRIGGER issued_deposits_are_not_altered BEFORE UPDATE ON issued_deposits FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an issued invoice is never altered';
CREATE TRIGGER issued_deposits_are_not_deleted BEFORE DELETE ON issued_deposits FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an issued invoice is never deleted';

-- Credit notes line by line. Those issued before have none yet: `needme migrate` writes them down with their file.
CREATE TABLE credited_lines (
    credit_note_id          BIGINT         NOT NULL,
    position                INT            NOT NULL,
    designation             VARCHAR(10000) NOT NULL,
    quantity_ten_thousandths BIGINT        NOT NULL,
    unit                    VARCHAR(20)    NOT NULL,
    price_millionths        BIGINT         NOT NULL,
    vat_rate                INT            NULL COMMENT 'hundredths of a percent; NULL when none is charged',
    exemption               VARCHAR(30)    CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'why no VAT is charged',
    discount                INT            NULL COMMENT 'hundredths of a percent',
    net_cents               BIGINT         NOT NULL,
    PRIMARY KEY (credit_note_id, position),
    CONSTRAINT line_of_credit_note FOREIGN KEY (credit_note_id) REFERENCES credit_notes (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE TABLE credited_vat (
    credit_note_id BIGINT      NOT NULL,
    position       INT         NOT NULL,
    vat_rate       INT         NULL COMMENT 'hundredths of a percent; NULL when none is charged',
    exemption      VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'why no VAT is charged',
    base_cents     BIGINT      NOT NULL,
    tax_cents      BIGINT      NOT NULL,
    PRIMARY KEY (credit_note_id, position),
    CONSTRAINT vat_of_credit_note FOREIGN KEY (credit_note_id) REFERENCES credit_notes (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE TRIGGER credited_lines_are_not_altered BEFORE UPDATE ON credited_lines FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a credit note is never altered';
CREATE TRIGGER credited_lines_are_not_deleted BEFORE DELETE ON credited_lines FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a credit note is never deleted';
CREATE TRIGGER credited_vat_is_not_altered BEFORE UPDATE ON credited_vat FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a credit note is never altered';
CREATE TRIGGER credited_vat_is_not_deleted BEFORE DELETE ON credited_vat FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a credit note is never deleted';

-- The files as they were issued. What a client downloads later, with a stamp or a QR code, is drawn on top of these bytes.
CREATE TABLE invoice_files (
    invoice_id BIGINT      NOT NULL PRIMARY KEY,
    sha256     BINARY(32)  NOT NULL,
    pdf        MEDIUMBLOB  NOT NULL,
    drawn_at   DATETIME(6) NOT NULL,
    KEY invoice_by_file (sha256),
    CONSTRAINT file_of_issued FOREIGN KEY (invoice_id) REFERENCES issued_invoices (invoice_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE TABLE credit_note_files (
    credit_note_id BIGINT      NOT NULL PRIMARY KEY,
    sha256         BINARY(32)  NOT NULL,
    pdf            MEDIUMBLOB  NOT NULL,
    drawn_at       DATETIME(6) NOT NULL,
    CONSTRAINT file_of_credit_note FOREIGN KEY (credit_note_id) REFERENCES credit_notes (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE TRIGGER invoice_files_are_not_altered BEFORE UPDATE ON invoice_files FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an issued file is never altered';
CREATE TRIGGER invoice_files_are_not_deleted BEFORE DELETE ON invoice_files FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an issued file is never deleted';
CREATE TRIGGER credit_note_files_are_not_altered BEFORE UPDATE ON credit_note_files FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an issued file is never altered';
CREATE TRIGGER credit_note_files_are_not_deleted BEFORE DELETE ON credit_note_files FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an issued file is never deleted';

-- An issued invoice keeps its kind and its order number too.
DROP TRIGGER an_issued_invoice_keeps_its_number;
CREATE TRIGGER an_issued_invoice_keeps_its_number BEFORE UPDATE ON invoices FOR EACH ROW
    IF OLD.state <> 'draft' AND (NEW.state = 'draft' OR NEW.number <> OLD.number OR NEW.company_id <> OLD.company_id
        OR NEW.client_id <> OLD.client_id OR NEW.total_cents <> OLD.total_cents OR NEW.subject <> OLD.subject
        OR NEW.kind <> OLD.kind OR NEW.purchase_order <> OLD.purchase_order OR NEW.waived_cents < OLD.waived_cents
        OR NOT (NEW.due_on <=> OLD.due_on) OR NOT (NEW.supplied_on <=> OLD.supplied_on))
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an issued invoice is never altered'; END IF;

-- A link that was replaced says so, and shows nothing any more.
ALTER TABLE view_links ADD replaced_at DATETIME(6) NULL AFTER created_at;
