-- What a company offers, for the lines of its invoices to begin with; and what it notes of its clients for itself.

CREATE TABLE articles (
    id               BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    company_id       BIGINT       NOT NULL,
    is_archived      BOOLEAN      NOT NULL DEFAULT FALSE,
    designation      VARCHAR(500) NOT NULL,
    unit             VARCHAR(20)  NOT NULL,
    price_millionths BIGINT       NOT NULL,
    vat_rate         INT          NULL COMMENT 'hundredths of a percent; NULL when none is charged',
    exemption        VARCHAR(30)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'why no VAT is charged',
    created_at       DATETIME(6)  NOT NULL,
    KEY catalogue (company_id, is_archived, designation, id),
    CONSTRAINT article_of_company FOREIGN KEY (company_id) REFERENCES companies (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

ALTER TABLE clients
    ADD siret CHAR(14) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER siren,
    ADD phone VARCHAR(30) NULL AFTER email,
    ADD notes VARCHAR(2000) NOT NULL DEFAULT '' COMMENT 'for the freelancer alone' AFTER phone,
    ADD is_archived BOOLEAN NOT NULL DEFAULT FALSE AFTER notes,
    ADD KEY clients_by_siren (company_id, siren);

-- The history of a client, newest first, and what came of it.
ALTER TABLE invoices ADD KEY invoices_of_client (client_id, id);
