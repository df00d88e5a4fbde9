-- Who uses the site: people, their sessions, their company and its clients.
-- Times are UTC with microseconds; days are days in Paris; amounts are cents.

CREATE TABLE users (
    id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    -- jose@… and José@… are two addresses, Jose@… and jose@… are one.
    email         VARCHAR(254) COLLATE utf8mb4_uca1400_as_ci NOT NULL,
    password_hash VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at    DATETIME(6)  NOT NULL,
    UNIQUE KEY one_account_per_address (email)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- A browser that is logged in. Only the SHA-256 of its token is kept, so that a copy of this table opens nothing.
CREATE TABLE sessions (
    token_hash BINARY(32)  NOT NULL PRIMARY KEY,
    user_id    BIGINT      NOT NULL,
    form_token CHAR(43)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at DATETIME(6) NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    KEY sessions_of_user (user_id),
    KEY expired_sessions (expires_at),
    CONSTRAINT session_of_user FOREIGN KEY (user_id) REFERENCES users (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE companies (
    id                BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    owner_id          BIGINT        NOT NULL,
    name              VARCHAR(200)  NOT NULL,
    trade_name        VARCHAR(200)  NULL,
    street            VARCHAR(300)  NOT NULL,
    postal_code       VARCHAR(20)   NOT NULL,
    city              VARCHAR(100)  NOT NULL,
    country           CHAR(2)       NOT NULL DEFAULT 'FR',
    siren             CHAR(9)       NOT NULL,
    vat_number        VARCHAR(20)   NULL,
    under_franchise   BOOLEAN       NOT NULL,
    activity          ENUM('vente', 'service', 'liberal') NOT NULL,
    iban              VARCHAR(34)   NULL,
    bic               VARCHAR(11)   NULL,
    payment_term_days INT           NOT NULL DEFAULT 30,
    created_at        DATETIME(6)   NOT NULL,
    UNIQUE KEY one_company_per_owner (owner_id),
    CONSTRAINT company_of_owner FOREIGN KEY (owner_id) REFERENCES users (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE clients (
    id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    company_id  BIGINT       NOT NULL,
    kind        ENUM('business', 'person') NOT NULL,
    name        VARCHAR(200) NOT NULL,
    street      VARCHAR(300) NOT NULL,
    postal_code VARCHAR(20)  NOT NULL,
    city        VARCHAR(100) NOT NULL,
    country     CHAR(2)      NOT NULL DEFAULT 'FR',
    siren       CHAR(9)      NULL,
    vat_number  VARCHAR(20)  NULL,
    email       VARCHAR(254) NULL,
    created_at  DATETIME(6)  NOT NULL,
    KEY clients_of_company (company_id, name),
    CONSTRAINT client_of_company FOREIGN KEY (company_id) REFERENCES companies (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
