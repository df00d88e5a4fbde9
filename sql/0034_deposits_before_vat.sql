-- A quote that was sent without VAT, by a seller who charges it by now: its deposits are held to their amount before VAT, which
-- comes on top of it.
DROP TRIGGER a_deposit_asks_no_more_than_its_quote;
CREATE TRIGGER a_deposit_asks_no_more_than_its_quote BEFORE INSERT ON issued_invoices FOR EACH ROW
    IF EXISTS (SELECT 1 FROM quote_invoices v JOIN sent_quotes s ON s.quote_id = v.quote_id
        WHERE v.invoice_id = NEW.invoice_id AND v.kind = 'deposit'
            AND v.amount_cents < IF(s.seller_under_franchise, NEW.net_cents, NEW.gross_cents))
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a deposit asks no more than was taken of its quote'; END IF;
