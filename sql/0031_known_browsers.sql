-- Browsers from which somebody has come in before: what strangers try on an account keeps only strangers waiting.

-- A browser and the account that was opened in it. Only the SHA-256 of what its cookie holds; it opens nothing by itself.
CREATE TABLE known_browsers (
    token_hash BINARY(32)  NOT NULL PRIMARY KEY,
    user_id    BIGINT      NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    KEY browsers_of_user (user_id),
    KEY forgotten_browsers (expires_at),
    CONSTRAINT browser_of_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

ALTER TABLE throttles
    MODIFY kind ENUM('password', 'code', 'password_again', 'code_again') NOT NULL,
    ADD browser BINARY(32) NOT NULL DEFAULT '' COMMENT 'zeros: any browser that is not known' AFTER email,
    DROP PRIMARY KEY,
    ADD PRIMARY KEY (kind, email, browser);
