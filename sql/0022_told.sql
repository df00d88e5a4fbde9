-- Who is told by mail: a freelancer of their client's answer to a quote, and whoever closed their account that it is closed.

ALTER TABLE quotes
    ADD told_at DATETIME(6) NULL COMMENT 'when the mail about the client''s answer was left to the worker' AFTER is_by_hand;
-- Those who were answered before have found out by themselves.
UPDATE quotes SET told_at = answered_at WHERE answered_at IS NOT NULL;
-- The clients' pages may leave the worker nothing: it looks for what is to be told.
ALTER TABLE quotes
    ADD is_untold BOOLEAN AS (IF(answered_at IS NOT NULL AND NOT is_by_hand AND told_at IS NULL, TRUE, NULL)) PERSISTENT,
    ADD KEY untold_answers (is_untold, id);

ALTER TABLE letters MODIFY kind ENUM('confirm', 'reset', 'change', 'password_changed', 'address_changed', 'factor_on',
    'factor_off', 'account_closed') NOT NULL;
