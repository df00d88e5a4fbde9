-- Reminders. Nothing is sent by itself before the seller has read the texts; each step goes out once for an invoice.

CREATE TABLE reminder_settings (
    company_id   BIGINT      NOT NULL PRIMARY KEY,
    is_on        BOOLEAN     NOT NULL,
    next_look_at DATETIME(6) NOT NULL COMMENT 'when the worker next looks for what is due',
    updated_at   DATETIME(6) NOT NULL,
    KEY companies_to_look_at (is_on, next_look_at),
    CONSTRAINT reminder_settings_of_company FOREIGN KEY (company_id) REFERENCES companies (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- The texts that the seller has read: their being here is the proof.
CREATE TABLE reminder_texts (
    company_id BIGINT       NOT NULL,
    step       INT          NOT NULL COMMENT 'days after the due date',
    subject    VARCHAR(150) NOT NULL,
    message    TEXT         NOT NULL,
    PRIMARY KEY (company_id, step),
    CONSTRAINT reminder_text_of_company FOREIGN KEY (company_id) REFERENCES companies (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE reminders (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    company_id BIGINT      NOT NULL,
    invoice_id BIGINT      NOT NULL,
    step       INT         NOT NULL COMMENT 'days after the due date',
    state      ENUM('planned', 'checked', 'sent', 'dropped') NOT NULL DEFAULT 'planned'
        COMMENT 'checked: Stripe knows of no payment; dropped: there was nothing to remind of, or the seller did not want to',
    checked_at DATETIME(6) NULL COMMENT 'when Stripe was last asked: the mail leaves within a minute, or Stripe is asked again',
    sending_id BIGINT      NULL COMMENT 'the mail',
    created_at DATETIME(6) NOT NULL,
    UNIQUE KEY a_step_is_reminded_once (invoice_id, step),
    UNIQUE KEY a_mail_is_one_reminder (sending_id),
    CONSTRAINT sent_reminder_has_a_mail CHECK (state <> 'sent' OR sending_id IS NOT NULL),
    CONSTRAINT dropped_reminder_has_none CHECK (state <> 'dropped' OR sending_id IS NULL),
    CONSTRAINT reminder_of_invoice FOREIGN KEY (invoice_id) REFERENCES invoices (id),
    CONSTRAINT mail_of_reminder FOREIGN KEY (sending_id) REFERENCES sendings (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
