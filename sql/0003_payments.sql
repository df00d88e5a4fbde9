-- Money in: Stripe accounts, attempts to pay, payments, what Stripe told us, and the register of receipts.

CREATE TABLE stripe_accounts (
    id                BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    company_id        BIGINT       NOT NULL,
    account           VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state             ENUM('to_finish', 'under_review', 'action_required', 'active', 'refused', 'disconnected') NOT NULL,
    onboarding_hash   BINARY(32)   NULL COMMENT 'SHA-256 of the token in the return and refresh addresses',
    read_at           DATETIME(6)  NOT NULL,
    created_at        DATETIME(6)  NOT NULL,
    disconnected_at   DATETIME(6)  NULL,
    connected_company BIGINT AS (IF(disconnected_at IS NULL, company_id, NULL)) PERSISTENT,
    UNIQUE KEY an_account_belongs_to_one_company (account),
    UNIQUE KEY one_connected_account_per_company (connected_company),
    UNIQUE KEY onboarding (onboarding_hash),
    CONSTRAINT account_of_company FOREIGN KEY (company_id) REFERENCES companies (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- One attempt to pay an invoice through Stripe Checkout, written before Stripe is asked: its number makes the
-- idempotency key, and everything the request says is kept, so that a repeated request is the same request.
CREATE TABLE payment_attempts (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    company_id      BIGINT       NOT NULL,
    invoice_id      BIGINT       NOT NULL,
    number          INT          NOT NULL,
    account         VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state           ENUM('starting', 'open', 'processing', 'paid', 'expired', 'failed') NOT NULL DEFAULT 'starting',
    amount_cents    BIGINT       NOT NULL,
    fee_cents       BIGINT       NOT NULL,
    currency        CHAR(3)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    is_live         BOOLEAN      NOT NULL,
    session_expires_at DATETIME(6) NOT NULL,
    session         VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
    session_url     TEXT         CHARACTER SET ascii COLLATE ascii_bin NULL,
    return_token    CHAR(43)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the view link to come back to',
    created_at      DATETIME(6)  NOT NULL,
    checked_at      DATETIME(6)  NOT NULL COMMENT 'when Stripe was last asked about it',
    live_invoice    BIGINT AS (IF(state IN ('starting', 'open', 'processing'), invoice_id, NULL)) PERSISTENT,
    UNIQUE KEY attempts_are_numbered (invoice_id, number),
    UNIQUE KEY one_live_attempt_per_invoice (live_invoice),
    UNIQUE KEY a_session_belongs_to_one_attempt (session),
    KEY attempts_to_check (state, checked_at),
    CONSTRAINT attempt_of_invoice FOREIGN KEY (invoice_id) REFERENCES invoices (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE payments (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    company_id   BIGINT       NOT NULL,
    invoice_id   BIGINT       NOT NULL,
    attempt_id   BIGINT       NULL,
    account      VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reference    VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the payment intent',
    amount_cents BIGINT       NOT NULL,
    means        VARCHAR(20)  NOT NULL,
    received_on  DATE         NOT NULL,
    confirmed_at DATETIME(6)  NULL COMMENT 'when Stripe, asked again, said the same',
    created_at   DATETIME(6)  NOT NULL,
    UNIQUE KEY a_payment_is_recorded_once (account, reference),
    KEY payments_of_invoice (invoice_id),
    CONSTRAINT payment_of_invoice FOREIGN KEY (invoice_id) REFERENCES invoices (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- « Paiements à vérifier »: real money that no invoice expects.
CREATE TABLE quarantined_payments (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    company_id   BIGINT       NOT NULL,
    invoice_id   BIGINT       NOT NULL,
    account      VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reference    VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    amount_cents BIGINT       NOT NULL,
    currency     CHAR(3)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason       VARCHAR(32)  NOT NULL,
    created_at   DATETIME(6)  NOT NULL,
    UNIQUE KEY a_payment_is_set_aside_once (account, reference),
    KEY quarantined_of_company (company_id),
    CONSTRAINT quarantined_of_invoice FOREIGN KEY (invoice_id) REFERENCES invoices (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- Every event of Stripe whose signature held, and what became of it; written in the transaction of its effects.
CREATE TABLE stripe_events (
    event       VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    type        VARCHAR(100) NOT NULL,
    account     VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    is_live     BOOLEAN      NOT NULL,
    subject     VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the id of its object',
    outcome     VARCHAR(32)  NOT NULL,
    created_at  DATETIME(6)  NOT NULL COMMENT 'at Stripe',
    received_at DATETIME(6)  NOT NULL,
    KEY newest_events (received_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE notifications (
    id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    company_id   BIGINT      NOT NULL,
    kind         VARCHAR(32) NOT NULL,
    invoice_id   BIGINT      NULL,
    amount_cents BIGINT      NULL,
    created_at   DATETIME(6) NOT NULL,
    read_at      DATETIME(6) NULL,
    KEY newest_notifications (company_id, id),
    KEY unread_notifications (company_id, read_at),
    CONSTRAINT notification_of_company FOREIGN KEY (company_id) REFERENCES companies (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- Work that must not make anybody wait, written in the transaction that causes it and done by `needme work`.
CREATE TABLE outbox (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kind       VARCHAR(32) NOT NULL,
    subject    BIGINT      NOT NULL COMMENT 'the id of what is to be worked on',
    due_at     DATETIME(6) NOT NULL,
    tries      INT         NOT NULL DEFAULT 0,
    last_error VARCHAR(500) NULL,
    created_at DATETIME(6) NOT NULL,
    done_at    DATETIME(6) NULL,
    untaken    BIGINT AS (IF(done_at IS NULL AND tries = 0, subject, NULL)) PERSISTENT,
    UNIQUE KEY asked_once_until_taken (kind, untaken),
    KEY due_work (done_at, due_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE register_lines (
    company_id   BIGINT        NOT NULL,
    sequence     BIGINT        NOT NULL,
    received_on  DATE          NOT NULL,
    document     VARCHAR(35)   NOT NULL,
    client       VARCHAR(200)  NOT NULL,
    nature       VARCHAR(1000) NOT NULL,
    activity     ENUM('vente', 'service', 'liberal') NOT NULL,
    amount_cents BIGINT        NOT NULL,
    means        VARCHAR(20)   NOT NULL,
    reference    VARCHAR(255)  NOT NULL,
    recorded_at  DATETIME(6)   NOT NULL,
    fingerprint  BINARY(32)    NOT NULL,
    payment_id   BIGINT        NOT NULL,
    PRIMARY KEY (company_id, sequence),
    UNIQUE KEY a_payment_is_booked_once (payment_id),
    CONSTRAINT line_of_company FOREIGN KEY (company_id) REFERENCES companies (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TRIGGER register_lines_are_not_altered BEFORE UPDATE ON register_lines FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a line of the register is never altered';
CREATE TRIGGER register_lines_are_not_deleted BEFORE DELETE ON register_lines FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a line of the register is never deleted';
-- Only that Stripe was asked again may be noted on a payment.
CREATE TRIGGER payments_are_not_altered BEFORE UPDATE ON payments FOR EACH ROW
    IF NOT (NEW.id = OLD.id AND NEW.company_id = OLD.company_id AND NEW.invoice_id = OLD.invoice_id
        AND NEW.attempt_id <=> OLD.attempt_id AND NEW.account = OLD.account AND NEW.reference = OLD.reference
        AND NEW.amount_cents = OLD.amount_cents AND NEW.means = OLD.means AND NEW.received_on = OLD.received_on
        AND NEW.created_at = OLD.created_at)
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a payment is never altered'; END IF;
CREATE TRIGGER payments_are_not_deleted BEFORE DELETE ON payments FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a payment is never deleted';

-- Where each company's register ends: locked by whoever adds a line, and what betrays lines cut off at the end.
CREATE TABLE register_heads (
    company_id  BIGINT     NOT NULL PRIMARY KEY,
    sequence    BIGINT     NOT NULL,
    fingerprint BINARY(32) NOT NULL,
    CONSTRAINT head_of_company FOREIGN KEY (company_id) REFERENCES companies (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
