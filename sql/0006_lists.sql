-- Lists: invoices in the order in which they are looked through, found and counted, however many there are; and what each
-- month brought in.

ALTER TABLE invoices ADD issued_on DATE NULL COMMENT 'as in the issued document' AFTER supplied_on;
UPDATE invoices i JOIN issued_invoices d ON d.invoice_id = i.id SET i.issued_on = d.issued_on;

-- A list is one folder, or several one after the other. A key is never NULL, so that a place in a list is a key and an id;
-- drafts, which have no day yet, come after every day. Each index begins with what a list is of, then has its order, then
-- what may be asked of its rows without reading them.
ALTER TABLE invoices
    ADD folder ENUM('drafts', 'awaited', 'paid', 'cancelled') AS (CASE state
        WHEN 'draft' THEN 'drafts' WHEN 'open' THEN 'awaited' WHEN 'processing' THEN 'awaited'
        WHEN 'paid' THEN 'paid' ELSE 'cancelled' END) PERSISTENT,
    ADD due_key DATE AS (COALESCE(due_on, DATE'9999-12-31')) PERSISTENT,
    ADD issue_key DATE AS (COALESCE(issued_on, DATE'9999-12-31')) PERSISTENT,
    ADD awaited_cents BIGINT AS
        (IF(state IN ('open', 'processing'), total_cents - waived_cents - paid_cents, 0)) PERSISTENT,
    DROP KEY invoices_by_state,
    ADD KEY invoices_by_due_day (company_id, folder, due_key, id, issue_key, state, awaited_cents),
    ADD KEY invoices_by_day (company_id, folder, issue_key, id, total_cents, due_key),
    ADD KEY invoices_by_amount (company_id, folder, total_cents, id, issue_key),
    ADD KEY clients_invoices_by_folder (client_id, folder, id, issue_key),
    ADD KEY invoices_by_number (company_id, number);

CREATE TRIGGER an_issued_invoice_keeps_its_day BEFORE UPDATE ON invoices FOR EACH ROW
    IF OLD.state <> 'draft' AND NOT (NEW.issued_on <=> OLD.issued_on)
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an issued invoice is never altered'; END IF;

-- What each month brought in, by kind of activity: added up by whoever adds a line, under the lock of the register's end
-- that they hold already. No role may write here.
CREATE TABLE register_months (
    company_id   BIGINT NOT NULL,
    month        DATE   NOT NULL COMMENT 'its first day',
    activity     ENUM('vente', 'service', 'liberal') NOT NULL,
    amount_cents BIGINT NOT NULL,
    PRIMARY KEY (company_id, month, activity),
    CONSTRAINT month_of_company FOREIGN KEY (company_id) REFERENCES companies (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
INSERT INTO register_months (company_id, month, activity, amount_cents)
    SELECT company_id, received_on - INTERVAL DAY(received_on) - 1 DAY AS first, activity, SUM(amount_cents)
    FROM register_lines GROUP BY company_id, first, activity;
CREATE TRIGGER a_receipt_counts_in_its_month AFTER INSERT ON register_lines FOR EACH ROW
    INSERT INTO register_months (company_id, month, activity, amount_cents)
    VALUES (NEW.company_id, NEW.received_on - INTERVAL DAY(NEW.received_on) - 1 DAY, NEW.activity, NEW.amount_cents)
    ON DUPLICATE KEY UPDATE amount_cents = amount_cents + NEW.amount_cents;

-- « Avoirs », the newest first.
ALTER TABLE credit_notes ADD KEY newest_credit_notes (company_id, id);
