-- Recurring invoices. A schedule says what is made and when; each occurrence is made once, in the transaction that notes it.

CREATE TABLE schedules (
    id                BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    company_id        BIGINT       NOT NULL,
    client_id         BIGINT       NOT NULL,
    state             ENUM('active', 'paused', 'stopped') NOT NULL DEFAULT 'active',
    trouble           VARCHAR(32)  NULL COMMENT 'why the worker paused it',
    subject           VARCHAR(200) NOT NULL,
    purchase_order    VARCHAR(100) NOT NULL,
    payment_term_days INT          NOT NULL,
    total_cents       BIGINT       NOT NULL,
    mode              ENUM('draft', 'send') NOT NULL COMMENT 'leave a draft, or issue and send',
    every             INT          NOT NULL,
    unit              ENUM('week', 'month', 'year') NOT NULL,
    first_on          DATE         NOT NULL,
    last_on           DATE         NULL,
    count_limit       INT          NULL,
    next_occurrence   INT          NOT NULL DEFAULT 0 COMMENT 'from 0; those before it were made or skipped',
    next_on           DATE         NULL COMMENT 'its day, in Paris; NULL when none is left',
    created_at        DATETIME(6)  NOT NULL,
    updated_at        DATETIME(6)  NOT NULL,
    KEY schedules_of_company (company_id, id),
    KEY due_schedules (state, next_on),
    CONSTRAINT schedule_goes_on CHECK (every BETWEEN 1 AND 60),
    CONSTRAINT schedule_of_company FOREIGN KEY (company_id) REFERENCES companies (id),
    CONSTRAINT schedule_of_client FOREIGN KEY (client_id) REFERENCES clients (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE schedule_lines (
    schedule_id             BIGINT         NOT NULL,
    position                INT            NOT NULL,
    designation             VARCHAR(10000) NOT NULL,
    quantity_ten_thousandths BIGINT        NOT NULL,
    unit                    VARCHAR(20)    NOT NULL,
    price_millionths        BIGINT         NOT NULL,
    vat_rate                INT            NULL COMMENT 'hundredths of a percent; NULL when none is charged',
    exemption               VARCHAR(30)    CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'why no VAT is charged',
    discount                INT            NULL COMMENT 'hundredths of a percent',
    PRIMARY KEY (schedule_id, position),
    CONSTRAINT line_of_schedule FOREIGN KEY (schedule_id) REFERENCES schedules (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- An occurrence whose draft was given up stays made.
CREATE TABLE schedule_occurrences (
    schedule_id BIGINT      NOT NULL,
    occurrence  INT         NOT NULL,
    due_on      DATE        NOT NULL,
    invoice_id  BIGINT      NULL,
    made_at     DATETIME(6) NOT NULL,
    PRIMARY KEY (schedule_id, occurrence),
    UNIQUE KEY an_invoice_is_one_occurrence (invoice_id),
    CONSTRAINT occurrence_of_schedule FOREIGN KEY (schedule_id) REFERENCES schedules (id),
    CONSTRAINT invoice_of_occurrence FOREIGN KEY (invoice_id) REFERENCES invoices (id) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
