-- Who comes in and how: addresses that were confirmed, letters about an account and the keys they carry, second factors,
-- attempts that failed, browsers by name.

ALTER TABLE users ADD confirmed_at DATETIME(6) NULL COMMENT 'when the link sent to the address was followed' AFTER email;
-- Nobody asked those who signed up before: their accounts go on as they were.
UPDATE users SET confirmed_at = created_at;

ALTER TABLE sessions
    ADD id BIGINT NOT NULL AUTO_INCREMENT FIRST,
    ADD agent VARCHAR(255) NOT NULL DEFAULT '' COMMENT 'what the browser calls itself' AFTER form_token,
    ADD used_at DATETIME(6) NULL COMMENT 'NULL: not since it was opened' AFTER created_at,
    ADD UNIQUE KEY session_by_id (id);

-- What is written to somebody about their account. A letter that carries a link has no key before the worker sends it.
CREATE TABLE letters (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kind       ENUM('confirm', 'reset', 'change', 'password_changed', 'address_changed', 'factor_on', 'factor_off') NOT NULL,
    user_id    BIGINT       NULL COMMENT 'NULL when a password was forgotten: whoever the address belongs to, if anybody',
    email      VARCHAR(254) COLLATE utf8mb4_uca1400_as_ci NOT NULL COMMENT 'where it goes',
    created_at DATETIME(6)  NOT NULL,
    KEY letters_to_address (email, kind, created_at),
    KEY letters_to_user (user_id, kind, created_at),
    KEY old_letters (created_at),
    CONSTRAINT letter_to_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
-- Only the SHA-256 of what the link carries; a letter sent twice has two keys.
CREATE TABLE letter_keys (
    token_hash BINARY(32)  NOT NULL PRIMARY KEY,
    letter_id  BIGINT      NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    KEY keys_of_letter (letter_id),
    CONSTRAINT key_of_letter FOREIGN KEY (letter_id) REFERENCES letters (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- Attempts that failed, by address, whether somebody has it or not: the answer tells nobody who has an account.
CREATE TABLE throttles (
    kind      ENUM('password', 'code') NOT NULL,
    email     VARCHAR(254) COLLATE utf8mb4_uca1400_as_ci NOT NULL,
    failures  INT          NOT NULL,
    free_at   DATETIME(6)  NOT NULL COMMENT 'no attempt before',
    failed_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (kind, email),
    KEY old_throttles (failed_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- The second factor (RFC 6238), read by the role that checks it and by no other.
CREATE TABLE second_factors (
    user_id    BIGINT      NOT NULL PRIMARY KEY,
    secret     BINARY(20)  NOT NULL,
    last_step  BIGINT      NOT NULL COMMENT 'of the code that was accepted last: none is accepted twice',
    created_at DATETIME(6) NOT NULL,
    CONSTRAINT factor_of_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE TABLE recovery_codes (
    user_id   BIGINT     NOT NULL,
    code_hash BINARY(32) NOT NULL,
    PRIMARY KEY (user_id, code_hash),
    CONSTRAINT code_of_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
-- Log-ins between the password and the code.
CREATE TABLE begun_log_ins (
    token_hash BINARY(32)  NOT NULL PRIMARY KEY,
    user_id    BIGINT      NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    KEY log_ins_of_user (user_id),
    KEY expired_log_ins (expires_at),
    CONSTRAINT log_in_of_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
