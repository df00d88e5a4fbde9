-- What of a receipt is « débours », expenses repaid to the cent (CGI article 267 II 2°): no turnover, so no part of
-- net_cents either. What was received before had none.
ALTER TABLE register_lines
    ADD disbursed_cents BIGINT NOT NULL DEFAULT 0 COMMENT 'débours in it, no turnover' AFTER net_cents;
ALTER TABLE register_months
    ADD disbursed_cents BIGINT NOT NULL DEFAULT 0 COMMENT 'débours in it, no turnover' AFTER net_cents;
DROP TRIGGER a_receipt_counts_in_its_month;
CREATE TRIGGER a_receipt_counts_in_its_month AFTER INSERT ON register_lines FOR EACH ROW
    INSERT INTO register_months (company_id, month, activity, means, line_count, amount_cents, net_cents,
        disbursed_cents)
    VALUES (NEW.company_id, NEW.received_on - INTERVAL DAY(NEW.received_on) - 1 DAY, NEW.activity, NEW.means, 1,
        NEW.amount_cents, NEW.net_cents, NEW.disbursed_cents)
    ON DUPLICATE KEY UPDATE line_count = line_count + 1, amount_cents = amount_cents + NEW.amount_cents,
        net_cents = net_cents + NEW.net_cents, disbursed_cents = disbursed_cents + NEW.disbursed_cents;
