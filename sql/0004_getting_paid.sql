-- Every outcome of a payment: accounts with what Stripe wants of them, receipts by hand and their undoing, real fees, money
-- that went back, credit notes, what Stripe and we do not say alike, payouts.

ALTER TABLE stripe_accounts
    MODIFY state ENUM('to_finish', 'under_review', 'action_required', 'warned', 'active', 'refused', 'disconnected')
        NOT NULL,
    ADD origin ENUM('created', 'existing') NOT NULL DEFAULT 'created'
        COMMENT 'created by us, who pay Stripe, or connected by OAuth, where the seller does' AFTER account,
    ADD is_live BOOLEAN NULL COMMENT 'whether it was connected with a live key; NULL when nobody noted it' AFTER origin,
    ADD wanted TEXT NOT NULL DEFAULT '' COMMENT 'what Stripe wants, in its own words, one a line' AFTER state,
    ADD deadline DATETIME(6) NULL COMMENT 'when what is wanted ends payments' AFTER wanted,
    ADD statement_prefix VARCHAR(22) NULL COMMENT 'the short label on card statements' AFTER deadline,
    ADD connected_at DATETIME(6) NULL COMMENT 'the last time it was connected' AFTER created_at,
    ADD disconnected_by ENUM('seller', 'stripe') NULL AFTER disconnected_at,
    ADD reconciled_at DATETIME(6) NULL COMMENT 'when everything Stripe has was last compared with what we have',
    ADD reconciliation_tried_at DATETIME(6) NULL COMMENT 'the same, or it was tried in vain';
UPDATE stripe_accounts SET connected_at = created_at, reconciled_at = created_at, reconciliation_tried_at = created_at,
    disconnected_by = IF(disconnected_at IS NULL, NULL, 'stripe');
ALTER TABLE stripe_accounts
    MODIFY connected_at DATETIME(6) NOT NULL,
    MODIFY reconciled_at DATETIME(6) NOT NULL,
    MODIFY reconciliation_tried_at DATETIME(6) NOT NULL,
    ADD KEY accounts_to_reconcile (reconciliation_tried_at);
ALTER TABLE companies ADD refused_accounts INT NOT NULL DEFAULT 0
    COMMENT 'how often Stripe kept a failure under the key of a new account: the next request needs another key';

-- OAuth's `state`: it belongs to one session, and is taken away when it comes back.
ALTER TABLE sessions ADD oauth_hash BINARY(32) NULL COMMENT 'SHA-256 of the state sent to Stripe';

ALTER TABLE payment_attempts ADD statement_suffix VARCHAR(22) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER currency;
UPDATE payment_attempts a JOIN invoices i ON i.id = a.invoice_id SET a.statement_suffix = i.number;
ALTER TABLE payment_attempts
    MODIFY statement_suffix VARCHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    ADD KEY attempts_of_account (account, state);

-- Every movement of money on an invoice: from Stripe, by hand, the undoing of one by hand, and what went back at Stripe.
DROP TRIGGER payments_are_not_altered;
ALTER TABLE payments
    MODIFY account VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'NULL when recorded by hand',
    MODIFY reference VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'at Stripe: the payment intent, or the refund',
    ADD entry_key BINARY(32) NULL COMMENT 'of a receipt by hand: SHA-256 of its form''s key, so that a form sent twice is one receipt',
    ADD note VARCHAR(100) NOT NULL DEFAULT '' COMMENT 'of a receipt by hand: the number of a cheque, of a transfer…',
    ADD undoes BIGINT NULL COMMENT 'the receipt by hand that this one undoes',
    ADD reversal_id BIGINT NULL COMMENT 'what went back at Stripe, or came again after it had failed',
    ADD platform_fee_cents BIGINT NULL COMMENT 'read from the balance at Stripe, as the next one',
    ADD stripe_fee_cents BIGINT NULL,
    ADD UNIQUE KEY an_attempt_is_one_receipt (attempt_id),
    ADD UNIQUE KEY a_form_is_one_receipt (entry_key),
    ADD UNIQUE KEY a_receipt_is_undone_once (undoes),
    ADD CONSTRAINT undone_receipt FOREIGN KEY (undoes) REFERENCES payments (id),
    ADD CONSTRAINT from_stripe_or_by_hand CHECK ((account IS NULL) = (reference IS NULL)
        AND (account IS NULL) = (entry_key IS NOT NULL)),
    ADD CONSTRAINT money_comes_unless_it_goes CHECK (amount_cents > 0 OR undoes IS NOT NULL OR reversal_id IS NOT NULL);
-- What Stripe says later may be noted once: that it was asked again, and its fees.
CREATE TRIGGER payments_are_not_altered BEFORE UPDATE ON payments FOR EACH ROW
    IF NOT (NEW.id = OLD.id AND NEW.company_id = OLD.company_id AND NEW.invoice_id = OLD.invoice_id
        AND NEW.attempt_id <=> OLD.attempt_id AND NEW.account <=> OLD.account AND NEW.reference <=> OLD.reference
        AND NEW.amount_cents = OLD.amount_cents AND NEW.means = OLD.means AND NEW.received_on = OLD.received_on
        AND NEW.entry_key <=> OLD.entry_key AND NEW.note = OLD.note AND NEW.undoes <=> OLD.undoes
        AND NEW.reversal_id <=> OLD.reversal_id AND NEW.created_at = OLD.created_at
        AND (OLD.platform_fee_cents IS NULL OR NEW.platform_fee_cents <=> OLD.platform_fee_cents)
        AND (OLD.stripe_fee_cents IS NULL OR NEW.stripe_fee_cents <=> OLD.stripe_fee_cents))
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a payment is never altered'; END IF;

ALTER TABLE quarantined_payments
    ADD attempt_id BIGINT NULL COMMENT 'the attempt it came through' AFTER invoice_id,
    ADD received_on DATE NULL COMMENT 'the day the client paid, in Paris' AFTER currency,
    ADD resolution ENUM('assigned', 'refunded') NULL,
    ADD resolved_at DATETIME(6) NULL,
    ADD payment_id BIGINT NULL COMMENT 'what it was assigned as',
    DROP KEY quarantined_of_company,
    ADD KEY quarantined_of_company (company_id, resolution, id),
    ADD CONSTRAINT resolved_when_decided CHECK ((resolution IS NULL) = (resolved_at IS NULL)
        AND (payment_id IS NOT NULL) = (resolution <=> 'assigned'));
-- The moment is in UTC. Summer in Paris: from the last Sunday of March to the last of October, both at 01:00 UTC
-- (directive 2000/84/CE, articles 2 and 3).
UPDATE quarantined_payments SET received_on = DATE(created_at + INTERVAL IF(
    created_at >= TIMESTAMP(DATE_SUB(CONCAT(YEAR(created_at), '-03-31'),
        INTERVAL DAYOFWEEK(CONCAT(YEAR(created_at), '-03-31')) - 1 DAY), '01:00:00')
    AND created_at < TIMESTAMP(DATE_SUB(CONCAT(YEAR(created_at), '-10-31'),
        INTERVAL DAYOFWEEK(CONCAT(YEAR(created_at), '-10-31')) - 1 DAY), '01:00:00'), 2, 1) HOUR);
ALTER TABLE quarantined_payments MODIFY received_on DATE NOT NULL;

-- « Avoirs ». What they say beside this follows from the frozen invoice.
CREATE TABLE credit_notes (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    company_id   BIGINT       NOT NULL,
    invoice_id   BIGINT       NOT NULL,
    series       CHAR(1)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    year         INT          NOT NULL,
    sequence     BIGINT       NOT NULL,
    issued_on    DATE         NOT NULL,
    amount_cents BIGINT       NOT NULL,
    is_total     BOOLEAN      NOT NULL,
    reason       VARCHAR(200) NOT NULL,
    entry_key    BINARY(32)   NOT NULL COMMENT 'SHA-256 of its form''s key, so that a form sent twice is one credit note',
    issued_at    DATETIME(6)  NOT NULL,
    UNIQUE KEY a_form_is_one_credit_note (entry_key),
    UNIQUE KEY a_credit_note_has_its_number (company_id, series, year, sequence),
    KEY credit_notes_of_invoice (invoice_id),
    CONSTRAINT credit_note_of_invoice FOREIGN KEY (invoice_id) REFERENCES invoices (id),
    CONSTRAINT something_is_credited CHECK (amount_cents > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE TRIGGER credit_notes_are_not_altered BEFORE UPDATE ON credit_notes FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a credit note is never altered';
CREATE TRIGGER credit_notes_are_not_deleted BEFORE DELETE ON credit_notes FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a credit note is never deleted';

-- Money that went back at Stripe, of a payment that was booked or of one that was set aside.
CREATE TABLE reversals (
    id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    company_id     BIGINT       NOT NULL,
    invoice_id     BIGINT       NOT NULL,
    payment_id     BIGINT       NULL COMMENT 'NULL when the money had been set aside',
    account        VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reference      VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 're_… or du_…',
    payment        VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the payment intent it is of',
    kind           ENUM('refund', 'dispute') NOT NULL,
    state          ENUM('pending', 'done', 'failed') NOT NULL,
    amount_cents   BIGINT       NOT NULL,
    began_on       DATE         NOT NULL COMMENT 'in Paris',
    credit_note_id BIGINT       NULL COMMENT 'what the seller answered it with',
    set_aside_at   DATETIME(6)  NULL COMMENT 'when the seller decided to answer it otherwise',
    created_at     DATETIME(6)  NOT NULL,
    updated_at     DATETIME(6)  NOT NULL,
    UNIQUE KEY a_reversal_is_noted_once (account, reference),
    KEY reversals_of_company (company_id, id),
    KEY reversals_of_invoice (invoice_id, kind, state, amount_cents),
    CONSTRAINT reversal_of_invoice FOREIGN KEY (invoice_id) REFERENCES invoices (id),
    CONSTRAINT reversal_of_payment FOREIGN KEY (payment_id) REFERENCES payments (id),
    CONSTRAINT answer_to_reversal FOREIGN KEY (credit_note_id) REFERENCES credit_notes (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
ALTER TABLE payments ADD CONSTRAINT movement_of_reversal FOREIGN KEY (reversal_id) REFERENCES reversals (id);

-- « Écarts »: what Stripe and we do not say alike; normally empty.
CREATE TABLE discrepancies (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    company_id   BIGINT       NOT NULL,
    invoice_id   BIGINT       NULL,
    account      VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    session      VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind         ENUM('unrecorded', 'unconfirmed', 'lost_sight') NOT NULL,
    amount_cents BIGINT       NOT NULL,
    noticed_at   DATETIME(6)  NOT NULL,
    resolved_at  DATETIME(6)  NULL COMMENT 'when both said the same again',
    dismissed_at DATETIME(6)  NULL COMMENT 'when the seller had looked for themselves',
    UNIQUE KEY noticed_once (account, session, kind),
    KEY discrepancies_of_company (company_id, resolved_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- Stripe's journal for people: what each event was about. The rows are numbered in the order in which they came.
ALTER TABLE stripe_events ADD id BIGINT NULL FIRST;
UPDATE stripe_events e
    JOIN (SELECT event, ROW_NUMBER() OVER (ORDER BY received_at, event) AS place FROM stripe_events) o
        ON o.event = e.event
    SET e.id = o.place;
ALTER TABLE stripe_events
    DROP PRIMARY KEY,
    MODIFY id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    ADD UNIQUE KEY an_event_is_received_once (event),
    ADD endpoint ENUM('connect', 'platform') NOT NULL DEFAULT 'connect' AFTER type,
    ADD payment VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the payment intent it is about' AFTER subject,
    ADD invoice_id BIGINT NULL COMMENT 'the invoice it is about' AFTER payment,
    ADD KEY events_of_account (account, id);

-- Payouts: what Stripe sends to the seller's bank, with what makes each up.
CREATE TABLE payouts (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    company_id   BIGINT       NOT NULL,
    account      VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reference    VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'po_…',
    state        ENUM('pending', 'in_transit', 'paid', 'failed', 'canceled') NOT NULL,
    amount_cents BIGINT       NOT NULL,
    is_automatic BOOLEAN      NOT NULL COMMENT 'Stripe tells what makes up one that it made by itself, and no other',
    arrives_on   DATE         NOT NULL,
    created_at   DATETIME(6)  NOT NULL COMMENT 'at Stripe',
    UNIQUE KEY a_payout_is_noted_once (account, reference),
    KEY payouts_of_company (company_id, arrives_on)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE TABLE payout_lines (
    payout_id    BIGINT       NOT NULL,
    reference    VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'txn_…',
    kind         VARCHAR(40)  NOT NULL COMMENT 'in Stripe''s words: charge, refund, adjustment…',
    payment      VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the payment intent behind it',
    amount_cents BIGINT       NOT NULL,
    fee_cents    BIGINT       NOT NULL,
    net_cents    BIGINT       NOT NULL,
    created_at   DATETIME(6)  NOT NULL COMMENT 'at Stripe',
    PRIMARY KEY (payout_id, reference),
    CONSTRAINT line_of_payout FOREIGN KEY (payout_id) REFERENCES payouts (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

ALTER TABLE notifications ADD day DATE NULL COMMENT 'the day it is about' AFTER amount_cents;

-- Invoices sent by NeedMe.
CREATE TABLE sendings (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    company_id BIGINT       NOT NULL,
    invoice_id BIGINT       NOT NULL,
    recipient  VARCHAR(254) NOT NULL,
    subject    VARCHAR(200) NOT NULL,
    message    TEXT         NOT NULL,
    entry_key  BINARY(32)   NOT NULL COMMENT 'SHA-256 of its form''s key, so that a form sent twice is one mail',
    created_at DATETIME(6)  NOT NULL,
    UNIQUE KEY a_form_is_one_mail (entry_key),
    KEY sendings_of_invoice (invoice_id),
    CONSTRAINT sending_of_invoice FOREIGN KEY (invoice_id) REFERENCES invoices (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- The errand is now about the invoice, whatever session it has when it is done.
UPDATE IGNORE outbox o JOIN payment_attempts a ON a.id = o.subject
    SET o.kind = 'align_checkout', o.subject = a.invoice_id WHERE o.kind = 'close_checkout';
DELETE FROM outbox WHERE kind = 'close_checkout';
