-- A payment says for ever what Stripe said; only that Stripe was asked again may be noted.

CREATE TRIGGER payments_are_not_altered BEFORE UPDATE ON payments FOR EACH ROW
    IF NOT (NEW.id = OLD.id AND NEW.company_id = OLD.company_id AND NEW.invoice_id = OLD.invoice_id
        AND NEW.attempt_id <=> OLD.attempt_id AND NEW.account = OLD.account AND NEW.reference = OLD.reference
        AND NEW.amount_cents = OLD.amount_cents AND NEW.means = OLD.means AND NEW.received_on = OLD.received_on
        AND NEW.created_at = OLD.created_at)
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a payment is never altered'; END IF;
