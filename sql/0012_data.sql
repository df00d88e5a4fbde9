-- The register by period, net of VAT too, and what a freelancer declares of it.

-- How often the turnover is declared to Urssaf: each quarter unless the freelancer asked for each month
-- (code de la sécurité sociale, article L613-8 and R613-3).
ALTER TABLE companies ADD declares ENUM('month', 'quarter') NOT NULL DEFAULT 'quarter' AFTER payment_term_days;

-- What a line is without VAT: its share of what its document says, which is frozen.
ALTER TABLE register_lines ADD net_cents BIGINT NULL AFTER amount_cents;
DROP TRIGGER register_lines_are_not_altered;
UPDATE register_lines l
    JOIN payments p ON p.id = l.payment_id
    JOIN issued_invoices d ON d.invoice_id = p.invoice_id
    SET l.net_cents = SIGN(l.amount_cents)
        * ((2 * ABS(l.amount_cents) * d.net_cents + d.gross_cents) DIV (2 * d.gross_cents))
    WHERE d.gross_cents > 0;
UPDATE register_lines SET net_cents = amount_cents WHERE net_cents IS NULL;
ALTER TABLE register_lines
    MODIFY net_cents BIGINT NOT NULL,
    ADD KEY lines_by_day (company_id, received_on, sequence, activity, means, amount_cents, net_cents);
CREATE TRIGGER register_lines_are_not_altered BEFORE UPDATE ON register_lines FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a line of the register is never altered';
