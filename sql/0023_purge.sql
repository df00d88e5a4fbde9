-- The end of a closed company: once the law asks for its documents no more, the worker takes away all that is left of it.
-- Until then, and for whoever has not closed their account, what was issued stays as untouchable as before.

ALTER TABLE companies
    ADD purge_begun_at DATETIME(6) NULL COMMENT 'when the worker began to take away what was kept',
    ADD purged_after DATE AS (IF(erased_at IS NULL, NULL, COALESCE(kept_until, DATE'1000-01-01'))) PERSISTENT,
    ADD KEY companies_to_purge (purged_after);
CREATE TRIGGER a_closed_company_stays_closed BEFORE UPDATE ON companies FOR EACH ROW
    IF OLD.erased_at IS NOT NULL
        AND (NOT (NEW.erased_at <=> OLD.erased_at) OR NOT (NEW.kept_until <=> OLD.kept_until))
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a closed company stays closed';
    ELSEIF NEW.purge_begun_at IS NOT NULL AND (NEW.erased_at IS NULL OR NEW.kept_until >= DATE(NEW.purge_begun_at)
        OR NEW.kept_until IS NULL AND EXISTS (SELECT 1 FROM issued_invoices WHERE company_id = NEW.id))
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what the law keeps stays until its day'; END IF;

-- What is never deleted goes with its company, and not otherwise.
DROP TRIGGER an_issued_invoice_stays;
CREATE TRIGGER an_issued_invoice_stays BEFORE DELETE ON invoices FOR EACH ROW
    IF OLD.state <> 'draft'
        AND NOT EXISTS (SELECT 1 FROM companies WHERE id = OLD.company_id AND purge_begun_at IS NOT NULL)
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an issued invoice is never deleted'; END IF;
DROP TRIGGER issued_invoices_are_not_deleted;
CREATE TRIGGER issued_invoices_are_not_deleted BEFORE DELETE ON issued_invoices FOR EACH ROW
    IF NOT EXISTS (SELECT 1 FROM companies WHERE id = OLD.company_id AND purge_begun_at IS NOT NULL)
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an issued invoice is never deleted'; END IF;
DROP TRIGGER issued_lines_are_not_deleted;
CREATE TRIGGER issued_lines_are_not_deleted BEFORE DELETE ON issued_lines FOR EACH ROW
    IF NOT EXISTS (SELECT 1 FROM issued_invoices d JOIN companies c ON c.id = d.company_id WHERE d.invoice_id = OLD.invoice_id
        AND c.purge_begun_at IS NOT NULL)
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an issued invoice is never deleted'; END IF;
DROP TRIGGER issued_vat_is_not_deleted;
CREATE TRIGGER issued_vat_is_not_deleted BEFORE DELETE ON issued_vat FOR EACH ROW
    IF NOT EXISTS (SELECT 1 FROM issued_invoices d JOIN companies c ON c.id = d.company_id WHERE d.invoice_id = OLD.invoice_id
        AND c.purge_begun_at IS NOT NULL)
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an issued invoice is never deleted'; END IF;
DROP TRIGGER issued_deposits_are_not_deleted;
CREATE TRIGGER issued_deposits_are_not_deleted BEFORE DELETE ON issued_deposits FOR EACH ROW
    IF NOT EXISTS (SELECT 1 FROM issued_invoices d JOIN companies c ON c.id = d.company_id WHERE d.invoice_id = OLD.invoice_id
        AND c.purge_begun_at IS NOT NULL)
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an issued invoice is never deleted'; END IF;
DROP TRIGGER invoice_files_are_not_deleted;
CREATE TRIGGER invoice_files_are_not_deleted BEFORE DELETE ON invoice_files FOR EACH ROW
    IF NOT EXISTS (SELECT 1 FROM issued_invoices d JOIN companies c ON c.id = d.company_id WHERE d.invoice_id = OLD.invoice_id
        AND c.purge_begun_at IS NOT NULL)
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an issued file is never deleted'; END IF;
DROP TRIGGER credit_notes_are_not_deleted;
CREATE TRIGGER credit_notes_are_not_deleted BEFORE DELETE ON credit_notes FOR EACH ROW
    IF NOT EXISTS (SELECT 1 FROM companies WHERE id = OLD.company_id AND purge_begun_at IS NOT NULL)
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a credit note is never deleted'; END IF;
DROP TRIGGER credited_lines_are_not_deleted;
CREATE TRIGGER credited_lines_are_not_deleted BEFORE DELETE ON credited_lines FOR EACH ROW
    IF NOT EXISTS (SELECT 1 FROM credit_notes n JOIN companies c ON c.id = n.company_id WHERE n.id = OLD.credit_note_id
        AND c.purge_begun_at IS NOT NULL)
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a credit note is never deleted'; END IF;
DROP TRIGGER credited_vat_is_not_deleted;
CREATE TRIGGER credited_vat_is_not_deleted BEFORE DELETE ON credited_vat FOR EACH ROW
    IF NOT EXISTS (SELECT 1 FROM credit_notes n JOIN companies c ON c.id = n.company_id WHERE n.id = OLD.credit_note_id
        AND c.purge_begun_at IS NOT NULL)
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a credit note is never deleted'; END IF;
DROP TRIGGER credit_note_files_are_not_deleted;
CREATE TRIGGER credit_note_files_are_not_deleted BEFORE DELETE ON credit_note_files FOR EACH ROW
    IF NOT EXISTS (SELECT 1 FROM credit_notes n JOIN companies c ON c.id = n.company_id WHERE n.id = OLD.credit_note_id
        AND c.purge_begun_at IS NOT NULL)
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an issued file is never deleted'; END IF;
DROP TRIGGER register_lines_are_not_deleted;
CREATE TRIGGER register_lines_are_not_deleted BEFORE DELETE ON register_lines FOR EACH ROW
    IF NOT EXISTS (SELECT 1 FROM companies WHERE id = OLD.company_id AND purge_begun_at IS NOT NULL)
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a line of the register is never deleted'; END IF;
DROP TRIGGER payments_are_not_deleted;
CREATE TRIGGER payments_are_not_deleted BEFORE DELETE ON payments FOR EACH ROW
    IF NOT EXISTS (SELECT 1 FROM companies WHERE id = OLD.company_id AND purge_begun_at IS NOT NULL)
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a payment is never deleted'; END IF;
DROP TRIGGER a_sent_quote_stays;
CREATE TRIGGER a_sent_quote_stays BEFORE DELETE ON quotes FOR EACH ROW
    IF OLD.state <> 'draft'
        AND NOT EXISTS (SELECT 1 FROM companies WHERE id = OLD.company_id AND purge_begun_at IS NOT NULL)
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a sent quote is never deleted'; END IF;
DROP TRIGGER lines_of_sent_quotes_stay;
CREATE TRIGGER lines_of_sent_quotes_stay BEFORE DELETE ON quote_lines FOR EACH ROW
    IF EXISTS (SELECT 1 FROM quotes q JOIN companies c ON c.id = q.company_id
        WHERE q.id = OLD.quote_id AND q.state <> 'draft' AND c.purge_begun_at IS NULL)
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a sent quote is never altered'; END IF;
DROP TRIGGER sent_quotes_are_not_deleted;
CREATE TRIGGER sent_quotes_are_not_deleted BEFORE DELETE ON sent_quotes FOR EACH ROW
    IF NOT EXISTS (SELECT 1 FROM companies WHERE id = OLD.company_id AND purge_begun_at IS NOT NULL)
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a sent quote is never deleted'; END IF;

-- Why a reminder was dropped, where its freelancer should know.
ALTER TABLE reminders ADD reason ENUM('no_address') NULL COMMENT 'why it was dropped, unless nothing was to be said' AFTER state,
    ADD CONSTRAINT only_a_dropped_reminder_has_a_reason CHECK (reason IS NULL OR state = 'dropped');

-- « E-mails non remis », the newest first.
ALTER TABLE sendings ADD KEY undelivered (company_id, refused_at);
