-- Invoices. `invoices` is the living row that every change of state locks; what was issued stands in `issued_invoices`,
-- `issued_lines` and `issued_vat`, which nobody may change or remove: not by grants, not by triggers.

CREATE TABLE invoices (
    id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    company_id     BIGINT       NOT NULL,
    client_id      BIGINT       NOT NULL,
    state          ENUM('draft', 'open', 'processing', 'paid', 'cancelled') NOT NULL DEFAULT 'draft',
    delivery       ENUM('to_send', 'sent', 'seen') NOT NULL DEFAULT 'to_send',
    number         VARCHAR(35)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    subject        VARCHAR(200) NOT NULL DEFAULT '',
    supplied_on    DATE         NULL,
    payment_term_days INT       NOT NULL,
    due_on         DATE         NULL,
    total_cents    BIGINT       NOT NULL DEFAULT 0,
    paid_cents     BIGINT       NOT NULL DEFAULT 0,
    paid_on        DATE         NULL,
    means          VARCHAR(20)  NULL,
    online_payment BOOLEAN      NOT NULL DEFAULT TRUE,
    created_at     DATETIME(6)  NOT NULL,
    updated_at     DATETIME(6)  NOT NULL,
    KEY newest_invoices (company_id, id),
    KEY invoices_by_state (company_id, state, due_on),
    CONSTRAINT paid_in_bounds CHECK (paid_cents BETWEEN 0 AND total_cents),
    CONSTRAINT paid_means_paid_in_full CHECK (state <> 'paid' OR paid_cents = total_cents),
    CONSTRAINT numbered_when_issued CHECK ((state = 'draft') = (number IS NULL)),
    CONSTRAINT invoice_of_company FOREIGN KEY (company_id) REFERENCES companies (id),
    CONSTRAINT invoice_of_client FOREIGN KEY (client_id) REFERENCES clients (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TRIGGER an_issued_invoice_stays BEFORE DELETE ON invoices FOR EACH ROW
    IF OLD.state <> 'draft' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an issued invoice is never deleted'; END IF;

CREATE TRIGGER an_issued_invoice_keeps_its_number BEFORE UPDATE ON invoices FOR EACH ROW
    IF OLD.state <> 'draft' AND (NEW.state = 'draft' OR NEW.number <> OLD.number OR NEW.company_id <> OLD.company_id
        OR NEW.client_id <> OLD.client_id OR NEW.total_cents <> OLD.total_cents OR NEW.subject <> OLD.subject
        OR NOT (NEW.due_on <=> OLD.due_on) OR NOT (NEW.supplied_on <=> OLD.supplied_on))
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an issued invoice is never altered'; END IF;

CREATE TABLE draft_lines (
    invoice_id              BIGINT        NOT NULL,
    position                INT           NOT NULL,
    designation             VARCHAR(1000) NOT NULL,
    quantity_ten_thousandths BIGINT       NOT NULL,
    unit                    VARCHAR(20)   NOT NULL,
    price_millionths        BIGINT        NOT NULL,
    vat_rate                INT           NULL COMMENT 'hundredths of a percent; NULL under the franchise',
    PRIMARY KEY (invoice_id, position),
    CONSTRAINT line_of_draft FOREIGN KEY (invoice_id) REFERENCES invoices (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- The last number given in each series and year, locked by the transaction that gives the next one.
CREATE TABLE counters (
    company_id    BIGINT  NOT NULL,
    series        CHAR(1) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    year          INT     NOT NULL,
    last_sequence BIGINT  NOT NULL,
    last_issued_on DATE   NOT NULL,
    PRIMARY KEY (company_id, series, year),
    CONSTRAINT counter_of_company FOREIGN KEY (company_id) REFERENCES companies (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE issued_invoices (
    invoice_id              BIGINT       NOT NULL PRIMARY KEY,
    company_id              BIGINT       NOT NULL,
    series                  CHAR(1)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    year                    INT          NOT NULL,
    sequence                BIGINT       NOT NULL,
    issued_on               DATE         NOT NULL,
    due_on                  DATE         NOT NULL,
    supplied_on             DATE         NULL,
    subject                 VARCHAR(200) NOT NULL,
    seller_name             VARCHAR(200) NOT NULL,
    seller_trade_name       VARCHAR(200) NULL,
    seller_street           VARCHAR(300) NOT NULL,
    seller_postal_code      VARCHAR(20)  NOT NULL,
    seller_city             VARCHAR(100) NOT NULL,
    seller_country          CHAR(2)      NOT NULL,
    seller_siren            CHAR(9)      NOT NULL,
    seller_vat_number       VARCHAR(20)  NULL,
    seller_under_franchise  BOOLEAN      NOT NULL,
    seller_activity         ENUM('vente', 'service', 'liberal') NOT NULL,
    seller_iban             VARCHAR(34)  NULL,
    seller_bic              VARCHAR(11)  NULL,
    buyer_kind              ENUM('business', 'person') NOT NULL,
    buyer_name              VARCHAR(200) NOT NULL,
    buyer_street            VARCHAR(300) NOT NULL,
    buyer_postal_code       VARCHAR(20)  NOT NULL,
    buyer_city              VARCHAR(100) NOT NULL,
    buyer_country           CHAR(2)      NOT NULL,
    buyer_siren             CHAR(9)      NULL,
    buyer_vat_number        VARCHAR(20)  NULL,
    buyer_email             VARCHAR(254) NULL,
    net_cents               BIGINT       NOT NULL,
    tax_cents               BIGINT       NOT NULL,
    gross_cents             BIGINT       NOT NULL,
    mentions                TEXT         NOT NULL COMMENT 'one sentence of the law a line',
    issued_at               DATETIME(6)  NOT NULL,
    UNIQUE KEY a_number_is_given_once (company_id, series, year, sequence),
    CONSTRAINT totals_agree CHECK (net_cents + tax_cents = gross_cents),
    CONSTRAINT issued_once FOREIGN KEY (invoice_id) REFERENCES invoices (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE issued_lines (
    invoice_id              BIGINT        NOT NULL,
    position                INT           NOT NULL,
    designation             VARCHAR(1000) NOT NULL,
    quantity_ten_thousandths BIGINT       NOT NULL,
    unit                    VARCHAR(20)   NOT NULL,
    price_millionths        BIGINT        NOT NULL,
    vat_rate                INT           NULL COMMENT 'hundredths of a percent; NULL under the franchise',
    net_cents               BIGINT        NOT NULL,
    PRIMARY KEY (invoice_id, position),
    CONSTRAINT line_of_issued FOREIGN KEY (invoice_id) REFERENCES issued_invoices (invoice_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE issued_vat (
    invoice_id BIGINT NOT NULL,
    position   INT    NOT NULL,
    vat_rate   INT    NULL COMMENT 'hundredths of a percent; NULL under the franchise',
    base_cents BIGINT NOT NULL,
    tax_cents  BIGINT NOT NULL,
    PRIMARY KEY (invoice_id, position),
    CONSTRAINT vat_of_issued FOREIGN KEY (invoice_id) REFERENCES issued_invoices (invoice_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TRIGGER issued_invoices_are_not_altered BEFORE UPDATE ON issued_invoices FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an issued invoice is never altered';
CREATE TRIGGER issued_invoices_are_not_deleted BEFORE DELETE ON issued_invoices FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an issued invoice is never deleted';
CREATE TRIGGER issued_lines_are_not_altered BEFORE UPDATE ON issued_lines FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an issued invoice is never altered';
CREATE TRIGGER issued_lines_are_not_deleted BEFORE DELETE ON issued_lines FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an issued invoice is never deleted';
CREATE TRIGGER issued_vat_is_not_altered BEFORE UPDATE ON issued_vat FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an issued invoice is never altered';
CREATE TRIGGER issued_vat_is_not_deleted BEFORE DELETE ON issued_vat FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an issued invoice is never deleted';

-- The links that clients open. A link is found by the SHA-256 of its token; the token itself is kept only so that the
-- freelancer can copy it again, and the public role may not read it.
CREATE TABLE view_links (
    token_hash BINARY(32)  NOT NULL PRIMARY KEY,
    token      CHAR(43)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    invoice_id BIGINT      NOT NULL,
    created_at DATETIME(6) NOT NULL,
    KEY links_of_invoice (invoice_id, created_at),
    CONSTRAINT link_of_invoice FOREIGN KEY (invoice_id) REFERENCES invoices (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
