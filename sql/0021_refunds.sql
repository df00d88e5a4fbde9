-- Money that a freelancer gave back by hand answers a credit note, as what went back at Stripe does.
DROP TRIGGER payments_are_not_altered;
ALTER TABLE payments
    ADD credit_note_id BIGINT NULL COMMENT 'of money given back by hand: the credit note that it answers',
    ADD CONSTRAINT refund_of_credit_note FOREIGN KEY (credit_note_id) REFERENCES credit_notes (id),
    DROP CONSTRAINT money_comes_unless_it_goes,
    ADD CONSTRAINT money_comes_unless_it_goes
        CHECK (amount_cents > 0 OR undoes IS NOT NULL OR reversal_id IS NOT NULL OR credit_note_id IS NOT NULL),
    ADD CONSTRAINT what_is_given_back_by_hand_goes
        CHECK (credit_note_id IS NULL OR (amount_cents < 0 AND account IS NULL AND undoes IS NULL AND reversal_id IS NULL));
-- As before, and what it answers stays too.
CREATE TRIGGER payments_are_not_altered BEFORE UPDATE ON payments FOR EACH ROW
    IF NOT (NEW.id = OLD.id AND NEW.company_id = OLD.company_id AND NEW.invoice_id = OLD.invoice_id
        AND NEW.attempt_id <=> OLD.attempt_id AND NEW.account <=> OLD.account AND NEW.reference <=> OLD.reference
        AND NEW.amount_cents = OLD.amount_cents AND NEW.means = OLD.means AND NEW.received_on = OLD.received_on
        AND NEW.entry_key <=> OLD.entry_key AND NEW.note = OLD.note AND NEW.undoes <=> OLD.undoes
        AND NEW.reversal_id <=> OLD.reversal_id AND NEW.credit_note_id <=> OLD.credit_note_id
        AND NEW.created_at = OLD.created_at
        AND (OLD.platform_fee_cents IS NULL OR NEW.platform_fee_cents <=> OLD.platform_fee_cents)
        AND (OLD.stripe_fee_cents IS NULL OR NEW.stripe_fee_cents <=> OLD.stripe_fee_cents))
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a payment is never altered'; END IF;
-- The invoices of a company that credit notes correct are found without reading any other.
ALTER TABLE credit_notes ADD KEY credited_invoices (company_id, invoice_id);
