-- Quotes (« devis »). `quotes` is the living row; what was sent never changes: not the row's content, not `quote_lines`, not
-- `sent_quotes`. A client's answer is written once. Which invoices a quote has become stands in `quote_invoices`.

CREATE TABLE quotes (
    id             BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    company_id     BIGINT        NOT NULL,
    client_id      BIGINT        NOT NULL,
    state          ENUM('draft', 'sent', 'seen', 'accepted', 'refused') NOT NULL DEFAULT 'draft'
        COMMENT 'that it expired follows from valid_until, that it was invoiced from quote_invoices',
    number         VARCHAR(35)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    subject        VARCHAR(200)  NOT NULL,
    reference      VARCHAR(100)  NOT NULL DEFAULT '' COMMENT 'the client''s',
    valid_until    DATE          NOT NULL,
    conditions     VARCHAR(2000) NOT NULL DEFAULT '',
    total_cents    BIGINT        NOT NULL,
    sent_on        DATE          NULL,
    seen_at        DATETIME(6)   NULL,
    answered_at    DATETIME(6)   NULL,
    answered_by    VARCHAR(100)  NULL COMMENT 'the name that was typed',
    answer         VARCHAR(1000) NULL COMMENT 'why it was refused',
    is_by_hand     BOOLEAN       NOT NULL DEFAULT FALSE COMMENT 'the seller noted the answer',
    created_at     DATETIME(6)   NOT NULL,
    updated_at     DATETIME(6)   NOT NULL,
    KEY newest_quotes (company_id, id),
    KEY quotes_by_state (company_id, state, id),
    CONSTRAINT quote_numbered_when_sent CHECK ((state = 'draft') = (number IS NULL)),
    CONSTRAINT quote_answered_once CHECK ((state IN ('accepted', 'refused')) = (answered_at IS NOT NULL)
        AND (answered_at IS NULL) = (answered_by IS NULL)),
    CONSTRAINT quote_of_company FOREIGN KEY (company_id) REFERENCES companies (id),
    CONSTRAINT quote_of_client FOREIGN KEY (client_id) REFERENCES clients (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE quote_lines (
    quote_id                BIGINT         NOT NULL,
    position                INT            NOT NULL,
    designation             VARCHAR(10000) NOT NULL,
    quantity_ten_thousandths BIGINT        NOT NULL,
    unit                    VARCHAR(20)    NOT NULL,
    price_millionths        BIGINT         NOT NULL,
    vat_rate                INT            NULL COMMENT 'hundredths of a percent; NULL when none is charged',
    exemption               VARCHAR(30)    CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'why no VAT is charged',
    discount                INT            NULL COMMENT 'hundredths of a percent',
    PRIMARY KEY (quote_id, position),
    CONSTRAINT line_of_quote FOREIGN KEY (quote_id) REFERENCES quotes (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- Both parties and the sentences of the law, as they stood when the quote was sent.
CREATE TABLE sent_quotes (
    quote_id                BIGINT       NOT NULL PRIMARY KEY,
    company_id              BIGINT       NOT NULL,
    series                  CHAR(1)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    year                    INT          NOT NULL,
    sequence                BIGINT       NOT NULL,
    seller_name             VARCHAR(200) NOT NULL,
    seller_trade_name       VARCHAR(200) NULL,
    seller_street           VARCHAR(300) NOT NULL,
    seller_postal_code      VARCHAR(20)  NOT NULL,
    seller_city             VARCHAR(100) NOT NULL,
    seller_country          CHAR(2)      NOT NULL,
    seller_siren            CHAR(9)      NOT NULL,
    seller_siret            CHAR(14)     CHARACTER SET ascii COLLATE ascii_bin NULL,
    seller_vat_number       VARCHAR(20)  NULL,
    seller_under_franchise  BOOLEAN      NOT NULL,
    seller_activity         ENUM('vente', 'service', 'liberal') NOT NULL,
    seller_iban             VARCHAR(34)  NULL,
    seller_bic              VARCHAR(11)  NULL,
    seller_email            VARCHAR(254) NULL,
    seller_phone            VARCHAR(30)  NULL,
    seller_registration     VARCHAR(100) NULL,
    seller_insurance        VARCHAR(300) NULL,
    seller_mediator         VARCHAR(300) NULL,
    seller_vat_on_debits    BOOLEAN      NOT NULL,
    seller_logo             BINARY(32)   NULL,
    buyer_kind              ENUM('business', 'person') NOT NULL,
    buyer_name              VARCHAR(200) NOT NULL,
    buyer_street            VARCHAR(300) NOT NULL,
    buyer_postal_code       VARCHAR(20)  NOT NULL,
    buyer_city              VARCHAR(100) NOT NULL,
    buyer_country           CHAR(2)      NOT NULL,
    buyer_siren             CHAR(9)      NULL,
    buyer_vat_number        VARCHAR(20)  NULL,
    buyer_email             VARCHAR(254) NULL,
    mentions                TEXT         NOT NULL COMMENT 'one sentence of the law a line',
    UNIQUE KEY a_quote_number_is_given_once (company_id, series, year, sequence),
    CONSTRAINT sent_once FOREIGN KEY (quote_id) REFERENCES quotes (id),
    CONSTRAINT logo_of_sent_quote FOREIGN KEY (seller_logo) REFERENCES logos (sha256)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TRIGGER a_sent_quote_stays BEFORE DELETE ON quotes FOR EACH ROW
    IF OLD.state <> 'draft' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a sent quote is never deleted'; END IF;
CREATE TRIGGER a_sent_quote_is_not_altered BEFORE UPDATE ON quotes FOR EACH ROW
    IF OLD.state <> 'draft' AND (NEW.state = 'draft' OR NEW.number <> OLD.number OR NEW.company_id <> OLD.company_id
        OR NEW.client_id <> OLD.client_id OR NEW.subject <> OLD.subject OR NEW.reference <> OLD.reference
        OR NEW.valid_until <> OLD.valid_until OR NEW.conditions <> OLD.conditions OR NEW.total_cents <> OLD.total_cents
        OR NOT (NEW.sent_on <=> OLD.sent_on))
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a sent quote is never altered';
    ELSEIF OLD.answered_at IS NOT NULL AND (NEW.state <> OLD.state OR NOT (NEW.answered_at <=> OLD.answered_at)
        OR NOT (NEW.answered_by <=> OLD.answered_by) OR NOT (NEW.answer <=> OLD.answer) OR NEW.is_by_hand <> OLD.is_by_hand)
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an answer is never altered'; END IF;
CREATE TRIGGER lines_are_added_to_draft_quotes BEFORE INSERT ON quote_lines FOR EACH ROW
    IF (SELECT state FROM quotes WHERE id = NEW.quote_id) <> 'draft'
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a sent quote is never altered'; END IF;
CREATE TRIGGER quote_lines_are_not_altered BEFORE UPDATE ON quote_lines FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the lines of a quote are replaced, never altered';
CREATE TRIGGER lines_of_sent_quotes_stay BEFORE DELETE ON quote_lines FOR EACH ROW
    IF (SELECT state FROM quotes WHERE id = OLD.quote_id) <> 'draft'
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a sent quote is never altered'; END IF;
CREATE TRIGGER sent_quotes_are_not_altered BEFORE UPDATE ON sent_quotes FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a sent quote is never altered';
CREATE TRIGGER sent_quotes_are_not_deleted BEFORE DELETE ON sent_quotes FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a sent quote is never deleted';

-- The links that clients open, as those of invoices.
CREATE TABLE quote_links (
    token_hash BINARY(32)  NOT NULL PRIMARY KEY,
    token      CHAR(43)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    quote_id   BIGINT      NOT NULL,
    created_at DATETIME(6) NOT NULL,
    KEY links_of_quote (quote_id, created_at),
    CONSTRAINT link_of_quote FOREIGN KEY (quote_id) REFERENCES quotes (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- What a quote has become. A draft that is given up takes its row with it; a row is released once a credit note has
-- cancelled its invoice. As long as a row stands, the database itself keeps a quote from being invoiced twice: one balance,
-- no deposit beside it that is still open, and deposits that stay under the total.
CREATE TABLE quote_invoices (
    invoice_id   BIGINT      NOT NULL PRIMARY KEY,
    quote_id     BIGINT      NOT NULL,
    kind         ENUM('deposit', 'balance') NOT NULL,
    amount_cents BIGINT      NOT NULL,
    released_at  DATETIME(6) NULL,
    whole        BIGINT AS (IF(kind = 'balance' AND released_at IS NULL, quote_id, NULL)) PERSISTENT,
    UNIQUE KEY a_quote_is_invoiced_once (whole),
    KEY invoices_of_quote (quote_id),
    CONSTRAINT something_of_a_quote_is_invoiced CHECK (amount_cents > 0),
    CONSTRAINT invoice_of_quote FOREIGN KEY (invoice_id) REFERENCES invoices (id) ON DELETE CASCADE,
    CONSTRAINT invoiced_quote FOREIGN KEY (quote_id) REFERENCES quotes (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE TRIGGER a_quote_is_not_invoiced_beyond_its_total BEFORE INSERT ON quote_invoices FOR EACH ROW
    IF NOT EXISTS (SELECT 1 FROM quotes WHERE id = NEW.quote_id AND state = 'accepted')
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'only an accepted quote is invoiced';
    ELSEIF NEW.kind = 'deposit' AND (EXISTS (SELECT 1 FROM quote_invoices WHERE whole = NEW.quote_id)
        OR NEW.amount_cents + (SELECT COALESCE(SUM(amount_cents), 0) FROM quote_invoices
            WHERE quote_id = NEW.quote_id AND kind = 'deposit' AND released_at IS NULL)
            >= (SELECT total_cents FROM quotes WHERE id = NEW.quote_id))
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a quote is not invoiced beyond its total';
    ELSEIF NEW.kind = 'balance' AND EXISTS (SELECT 1 FROM quote_invoices q JOIN invoices i ON i.id = q.invoice_id
        WHERE q.quote_id = NEW.quote_id AND q.kind = 'deposit' AND q.released_at IS NULL AND i.state <> 'paid')
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a deposit of the quote is still open'; END IF;
CREATE TRIGGER what_a_quote_became_stays BEFORE UPDATE ON quote_invoices FOR EACH ROW
    IF NEW.invoice_id <> OLD.invoice_id OR NEW.quote_id <> OLD.quote_id OR NEW.kind <> OLD.kind
        OR NEW.amount_cents <> OLD.amount_cents OR OLD.released_at IS NOT NULL
        OR NOT EXISTS (SELECT 1 FROM invoices WHERE id = OLD.invoice_id AND state = 'cancelled')
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'only a cancelled invoice releases its quote'; END IF;
-- The draft of a deposit may be written anew, but not for more than was taken of its quote.
CREATE TRIGGER a_deposit_asks_no_more_than_its_quote BEFORE INSERT ON issued_invoices FOR EACH ROW
    IF EXISTS (SELECT 1 FROM quote_invoices WHERE invoice_id = NEW.invoice_id AND kind = 'deposit'
        AND amount_cents < NEW.gross_cents)
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a deposit asks no more than was taken of its quote'; END IF;

-- Quotes sent by NeedMe.
CREATE TABLE quote_sendings (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    company_id BIGINT       NOT NULL,
    quote_id   BIGINT       NOT NULL,
    recipient  VARCHAR(254) NOT NULL,
    subject    VARCHAR(200) NOT NULL,
    message    TEXT         NOT NULL,
    entry_key  BINARY(32)   NOT NULL COMMENT 'SHA-256 of its form''s key, so that a form sent twice is one mail',
    created_at DATETIME(6)  NOT NULL,
    UNIQUE KEY a_form_is_one_mail_of_a_quote (entry_key),
    KEY sendings_of_quote (quote_id),
    CONSTRAINT sending_of_quote FOREIGN KEY (quote_id) REFERENCES quotes (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

ALTER TABLE notifications ADD quote_id BIGINT NULL COMMENT 'the quote it is about' AFTER invoice_id;
