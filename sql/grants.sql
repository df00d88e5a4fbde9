-- One account for each role, with what it needs and no more. Run again after every migration.
--
-- As they stand, the accounts let in only the operating system's user of the same name through the Unix socket;
-- `needme migrate` gives an account a password when NEEDME_DATABASE_PASSWORD_<ROLE> is set.
-- Nobody below may update register_lines, issued and credited rows, issued files or payments' amounts. Nobody may delete
-- them but the worker, whom triggers let do so for a closed company after its day.

CREATE USER IF NOT EXISTS 'needme_dashboard'@'%' IDENTIFIED VIA unix_socket;
CREATE USER IF NOT EXISTS 'needme_public'@'%' IDENTIFIED VIA unix_socket;
CREATE USER IF NOT EXISTS 'needme_stripe'@'%' IDENTIFIED VIA unix_socket;
CREATE USER IF NOT EXISTS 'needme_webhook'@'%' IDENTIFIED VIA unix_socket;
CREATE USER IF NOT EXISTS 'needme_work'@'%' IDENTIFIED VIA unix_socket;

-- The freelancer's pages.
GRANT SELECT, INSERT, UPDATE (email, confirmed_at, password_hash) ON users TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT, DELETE, UPDATE (used_at) ON sessions TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT, DELETE ON letters TO 'needme_dashboard'@'%';
GRANT SELECT ON letter_keys TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON throttles TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT, DELETE, UPDATE (expires_at) ON known_browsers TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT, DELETE, UPDATE (last_step) ON second_factors TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT, DELETE ON recovery_codes TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT, DELETE ON begun_log_ins TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT, UPDATE ON companies TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT, UPDATE ON clients TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT, UPDATE (is_archived, designation, unit, price_millionths, vat_rate, exemption)
    ON articles TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT, DELETE ON invoices TO 'needme_dashboard'@'%';
GRANT UPDATE (client_id, state, delivery, kind, number, subject, purchase_order, supplied_on, payment_term_days, issued_on,
    due_on, total_cents, waived_cents, online_payment, handed_at, updated_at)
    ON invoices TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT, DELETE ON draft_lines TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT, DELETE ON draft_deposits TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT ON logos TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT, UPDATE ON counters TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT ON issued_invoices TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT ON issued_lines TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT ON issued_vat TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT ON issued_deposits TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT ON invoice_files TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT, UPDATE (replaced_at) ON view_links TO 'needme_dashboard'@'%';
GRANT SELECT, UPDATE (state, wanted, deadline, disconnected_at, disconnected_by)
    ON stripe_accounts TO 'needme_dashboard'@'%';
-- Receipts by hand and credit notes: what is booked only grows.
GRANT UPDATE (paid_cents, paid_on, means) ON invoices TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT ON payments TO 'needme_dashboard'@'%';
GRANT INSERT ON register_lines TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT, UPDATE ON register_heads TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT ON credit_notes TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT ON credited_lines TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT ON credited_vat TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT ON credit_note_files TO 'needme_dashboard'@'%';
GRANT SELECT, UPDATE (resolution, resolved_at, payment_id) ON quarantined_payments TO 'needme_dashboard'@'%';
GRANT SELECT, UPDATE (credit_note_id, set_aside_at) ON reversals TO 'needme_dashboard'@'%';
GRANT SELECT, UPDATE (dismissed_at) ON discrepancies TO 'needme_dashboard'@'%';
GRANT SELECT ON stripe_events TO 'needme_dashboard'@'%';
GRANT SELECT ON payouts TO 'needme_dashboard'@'%';
GRANT SELECT ON payout_lines TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT ON sendings TO 'needme_dashboard'@'%';
-- What is erased of a client.
GRANT UPDATE (recipient, subject, message, link) ON sendings TO 'needme_dashboard'@'%';
GRANT UPDATE (session_url) ON payment_attempts TO 'needme_dashboard'@'%';
-- Everything a company has is its to take away.
GRANT SELECT ON payment_attempts TO 'needme_dashboard'@'%';
GRANT SELECT ON digests TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT, UPDATE (invoice_subject, invoice_text, wants_digest) ON mail_settings TO 'needme_dashboard'@'%';
GRANT INSERT ON outbox TO 'needme_dashboard'@'%';
GRANT SELECT ON notifications TO 'needme_dashboard'@'%';
GRANT UPDATE (read_at) ON notifications TO 'needme_dashboard'@'%';
GRANT SELECT ON register_lines TO 'needme_dashboard'@'%';
GRANT SELECT ON register_months TO 'needme_dashboard'@'%';
-- Quotes: what was sent only grows.
GRANT SELECT, INSERT, DELETE ON quotes TO 'needme_dashboard'@'%';
GRANT UPDATE (client_id, state, number, subject, reference, valid_until, conditions, total_cents, sent_on, answered_at,
    answered_by, answer, is_by_hand, updated_at) ON quotes TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT, DELETE ON quote_lines TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT ON sent_quotes TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT ON quote_links TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT, UPDATE (released_at) ON quote_invoices TO 'needme_dashboard'@'%';

-- Schedules; what they made is the worker's to write down.
GRANT SELECT, INSERT, UPDATE (state, trouble, total_cents, next_occurrence, next_on, updated_at)
    ON schedules TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT ON schedule_lines TO 'needme_dashboard'@'%';
GRANT SELECT ON schedule_occurrences TO 'needme_dashboard'@'%';

-- Reminders.
GRANT SELECT, INSERT, UPDATE ON reminder_settings TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT, UPDATE ON reminder_texts TO 'needme_dashboard'@'%';
GRANT SELECT, INSERT ON reminders TO 'needme_dashboard'@'%';

-- The client's pages: nothing of users but whose a session is, nothing of other documents, no token in clear.
GRANT SELECT (token_hash, invoice_id, replaced_at) ON view_links TO 'needme_public'@'%';
GRANT SELECT ON invoices TO 'needme_public'@'%';
-- « Vue » is noted here, unless the browser is the seller's.
GRANT UPDATE (delivery, seen_at, updated_at) ON invoices TO 'needme_public'@'%';
GRANT SELECT (token_hash, user_id, expires_at) ON sessions TO 'needme_public'@'%';
GRANT SELECT (id, owner_id, erased_at) ON companies TO 'needme_public'@'%';
GRANT INSERT (company_id, kind, invoice_id, amount_cents, day, created_at) ON notifications TO 'needme_public'@'%';
GRANT SELECT ON issued_invoices TO 'needme_public'@'%';
GRANT SELECT ON issued_lines TO 'needme_public'@'%';
GRANT SELECT ON issued_vat TO 'needme_public'@'%';
GRANT SELECT ON issued_deposits TO 'needme_public'@'%';
GRANT SELECT ON invoice_files TO 'needme_public'@'%';
GRANT SELECT ON logos TO 'needme_public'@'%';
GRANT SELECT (state, connected_company, statement_prefix) ON stripe_accounts TO 'needme_public'@'%';
GRANT SELECT (invoice_id, payment_id, kind, state, amount_cents) ON reversals TO 'needme_public'@'%';
GRANT SELECT (invoice_id, undoes, credit_note_id, amount_cents) ON payments TO 'needme_public'@'%';
GRANT SELECT (id, invoice_id, series, year, sequence, issued_on, amount_cents, is_total, reason)
    ON credit_notes TO 'needme_public'@'%';
GRANT SELECT ON credited_lines TO 'needme_public'@'%';
GRANT SELECT ON credited_vat TO 'needme_public'@'%';
GRANT SELECT ON credit_note_files TO 'needme_public'@'%';
-- A quote is read, and answered once: whose it is and what it says is no client's to change.
GRANT SELECT (token_hash, quote_id) ON quote_links TO 'needme_public'@'%';
GRANT SELECT, UPDATE (state, seen_at, answered_at, answered_by, answer, is_by_hand, updated_at)
    ON quotes TO 'needme_public'@'%';
GRANT SELECT ON quote_lines TO 'needme_public'@'%';
GRANT SELECT ON sent_quotes TO 'needme_public'@'%';
GRANT SELECT (invoice_id, whole) ON quote_invoices TO 'needme_public'@'%';
GRANT INSERT (quote_id) ON notifications TO 'needme_public'@'%';

-- Where a person waits for Stripe.
GRANT SELECT (id, email, confirmed_at) ON users TO 'needme_stripe'@'%';
GRANT SELECT, UPDATE (oauth_hash) ON sessions TO 'needme_stripe'@'%';
GRANT SELECT (id, owner_id, refused_accounts), UPDATE (refused_accounts) ON companies TO 'needme_stripe'@'%';
GRANT SELECT (token_hash, invoice_id, replaced_at) ON view_links TO 'needme_stripe'@'%';
GRANT SELECT, INSERT, UPDATE ON stripe_accounts TO 'needme_stripe'@'%';
GRANT INSERT ON payment_attempts TO 'needme_stripe'@'%';
GRANT SELECT (company_id, read_at) ON notifications TO 'needme_stripe'@'%';

-- Stripe's knocks.
GRANT SELECT (id), INSERT, UPDATE (outcome, invoice_id) ON stripe_events TO 'needme_webhook'@'%';
GRANT SELECT, UPDATE (state, wanted, deadline, disconnected_at, disconnected_by)
    ON stripe_accounts TO 'needme_webhook'@'%';

-- The worker.
GRANT SELECT, UPDATE (state, wanted, deadline, statement_prefix, read_at, disconnected_at, disconnected_by,
    reconciled_at, reconciliation_tried_at) ON stripe_accounts TO 'needme_work'@'%';
GRANT SELECT, UPDATE (outcome, invoice_id) ON stripe_events TO 'needme_work'@'%';
GRANT INSERT, UPDATE (state, updated_at) ON reversals TO 'needme_work'@'%';
GRANT UPDATE (resolution, resolved_at) ON quarantined_payments TO 'needme_work'@'%';
GRANT SELECT, INSERT, UPDATE (state, arrives_on) ON payouts TO 'needme_work'@'%';
GRANT SELECT (payout_id, net_cents), INSERT ON payout_lines TO 'needme_work'@'%';
GRANT SELECT, UPDATE (delivered_at, refused_at, refusal) ON sendings TO 'needme_work'@'%';
GRANT UPDATE (refused_email) ON clients TO 'needme_work'@'%';
GRANT SELECT (token_hash, invoice_id, replaced_at) ON view_links TO 'needme_work'@'%';
GRANT SELECT ON invoice_files TO 'needme_work'@'%';
GRANT SELECT, UPDATE (told_at) ON quotes TO 'needme_work'@'%';
GRANT SELECT ON quote_lines TO 'needme_work'@'%';
GRANT SELECT ON sent_quotes TO 'needme_work'@'%';
GRANT SELECT, UPDATE (digested_on) ON mail_settings TO 'needme_work'@'%';
GRANT SELECT, INSERT ON digests TO 'needme_work'@'%';
GRANT SELECT ON notifications TO 'needme_work'@'%';
GRANT DELETE ON sessions TO 'needme_work'@'%';
GRANT SELECT (user_id, expires_at) ON sessions TO 'needme_work'@'%';
GRANT SELECT, DELETE ON letters TO 'needme_work'@'%';
GRANT INSERT ON letter_keys TO 'needme_work'@'%';
GRANT SELECT (failed_at), DELETE ON throttles TO 'needme_work'@'%';
GRANT SELECT (user_id, expires_at), DELETE ON known_browsers TO 'needme_work'@'%';
GRANT SELECT (expires_at), DELETE ON begun_log_ins TO 'needme_work'@'%';
GRANT UPDATE (confirmed_at, platform_fee_cents, stripe_fee_cents) ON payments TO 'needme_work'@'%';
GRANT SELECT, UPDATE ON outbox TO 'needme_work'@'%';
GRANT SELECT (id, owner_id) ON companies TO 'needme_work'@'%';
GRANT SELECT (id, email, confirmed_at) ON users TO 'needme_work'@'%';
-- Recurring invoices: what it takes to write a draft, to issue it and to have it sent; never a token of another link.
GRANT SELECT, UPDATE (state, trouble, next_occurrence, next_on, updated_at) ON schedules TO 'needme_work'@'%';
GRANT SELECT ON schedule_lines TO 'needme_work'@'%';
GRANT INSERT ON schedule_occurrences TO 'needme_work'@'%';
GRANT SELECT (invoice_id, quote_id, kind, amount_cents, whole) ON quote_invoices TO 'needme_work'@'%';
GRANT SELECT ON companies TO 'needme_work'@'%';
GRANT SELECT ON clients TO 'needme_work'@'%';
GRANT SELECT ON logos TO 'needme_work'@'%';
GRANT INSERT, UPDATE (number, issued_on, delivery, due_on, total_cents, online_payment)
    ON invoices TO 'needme_work'@'%';
GRANT SELECT, INSERT, DELETE ON draft_lines TO 'needme_work'@'%';
GRANT SELECT, DELETE ON draft_deposits TO 'needme_work'@'%';
GRANT SELECT, INSERT, UPDATE ON counters TO 'needme_work'@'%';
GRANT INSERT ON issued_invoices TO 'needme_work'@'%';
GRANT INSERT ON issued_lines TO 'needme_work'@'%';
GRANT INSERT ON issued_vat TO 'needme_work'@'%';
GRANT INSERT ON invoice_files TO 'needme_work'@'%';
GRANT INSERT ON view_links TO 'needme_work'@'%';
GRANT INSERT ON sendings TO 'needme_work'@'%';
-- The end of a closed company: everything goes, once triggers let it; and of an account of which nothing was made.
GRANT DELETE, UPDATE (purge_begun_at) ON companies TO 'needme_work'@'%';
GRANT DELETE ON users TO 'needme_work'@'%';
GRANT SELECT (id, company_id), DELETE ON articles TO 'needme_work'@'%';
GRANT DELETE ON clients TO 'needme_work'@'%';
GRANT DELETE ON logos TO 'needme_work'@'%';
GRANT DELETE ON counters TO 'needme_work'@'%';
GRANT DELETE ON notifications TO 'needme_work'@'%';
GRANT DELETE ON mail_settings TO 'needme_work'@'%';
GRANT DELETE ON digests TO 'needme_work'@'%';
GRANT DELETE ON quotes TO 'needme_work'@'%';
GRANT DELETE ON quote_lines TO 'needme_work'@'%';
GRANT DELETE ON sent_quotes TO 'needme_work'@'%';
GRANT SELECT (quote_id), DELETE ON quote_links TO 'needme_work'@'%';
GRANT DELETE ON invoices TO 'needme_work'@'%';
GRANT DELETE ON issued_invoices TO 'needme_work'@'%';
GRANT DELETE ON issued_lines TO 'needme_work'@'%';
GRANT DELETE ON issued_vat TO 'needme_work'@'%';
GRANT DELETE ON issued_deposits TO 'needme_work'@'%';
GRANT DELETE ON invoice_files TO 'needme_work'@'%';
GRANT DELETE ON view_links TO 'needme_work'@'%';
GRANT DELETE ON reminder_settings TO 'needme_work'@'%';
GRANT DELETE ON reminder_texts TO 'needme_work'@'%';
GRANT DELETE ON reminders TO 'needme_work'@'%';
GRANT DELETE ON credit_notes TO 'needme_work'@'%';
GRANT SELECT (credit_note_id), DELETE ON credited_lines TO 'needme_work'@'%';
GRANT SELECT (credit_note_id), DELETE ON credited_vat TO 'needme_work'@'%';
GRANT SELECT (credit_note_id), DELETE ON credit_note_files TO 'needme_work'@'%';
GRANT DELETE ON stripe_accounts TO 'needme_work'@'%';
GRANT DELETE ON payment_attempts TO 'needme_work'@'%';
GRANT DELETE ON payments TO 'needme_work'@'%';
GRANT DELETE ON quarantined_payments TO 'needme_work'@'%';
GRANT DELETE ON reversals TO 'needme_work'@'%';
GRANT DELETE ON discrepancies TO 'needme_work'@'%';
GRANT DELETE ON payouts TO 'needme_work'@'%';
GRANT DELETE ON payout_lines TO 'needme_work'@'%';
GRANT DELETE ON stripe_events TO 'needme_work'@'%';
GRANT SELECT (company_id, sequence), DELETE ON register_lines TO 'needme_work'@'%';
GRANT DELETE ON register_heads TO 'needme_work'@'%';
GRANT SELECT (company_id), DELETE ON register_months TO 'needme_work'@'%';
GRANT DELETE ON schedules TO 'needme_work'@'%';
GRANT DELETE ON schedule_lines TO 'needme_work'@'%';
GRANT SELECT (schedule_id), DELETE ON schedule_occurrences TO 'needme_work'@'%';
-- Reminders; the mail of one that was given up before it left is forgotten.
GRANT SELECT (company_id, is_on, next_look_at), UPDATE (next_look_at) ON reminder_settings TO 'needme_work'@'%';
GRANT SELECT ON reminder_texts TO 'needme_work'@'%';
GRANT SELECT, INSERT, UPDATE (state, reason, checked_at, sending_id) ON reminders TO 'needme_work'@'%';
GRANT DELETE ON sendings TO 'needme_work'@'%';

-- How far the schema is, which a role compares with what it was written for before it says that it is ready.
GRANT SELECT (version, finished_at) ON schema_migrations TO 'needme_dashboard'@'%', 'needme_public'@'%',
    'needme_stripe'@'%', 'needme_webhook'@'%';

-- `settle`, on whichever road: the same rights for the three roles that may believe Stripe, but that an event alone never
-- sets money aside.
GRANT SELECT ON issued_invoices TO 'needme_stripe'@'%', 'needme_webhook'@'%', 'needme_work'@'%';
GRANT SELECT ON issued_lines TO 'needme_stripe'@'%', 'needme_webhook'@'%', 'needme_work'@'%';
GRANT SELECT ON issued_vat TO 'needme_stripe'@'%', 'needme_webhook'@'%', 'needme_work'@'%';
GRANT SELECT ON issued_deposits TO 'needme_stripe'@'%', 'needme_webhook'@'%', 'needme_work'@'%';
GRANT SELECT, UPDATE (state, paid_cents, paid_on, means, updated_at)
    ON invoices TO 'needme_stripe'@'%', 'needme_webhook'@'%', 'needme_work'@'%';
GRANT SELECT, UPDATE (state, session, session_url)
    ON payment_attempts TO 'needme_stripe'@'%', 'needme_webhook'@'%', 'needme_work'@'%';
GRANT UPDATE (checked_at) ON payment_attempts TO 'needme_stripe'@'%', 'needme_work'@'%';
GRANT SELECT, INSERT ON payments TO 'needme_stripe'@'%', 'needme_webhook'@'%', 'needme_work'@'%';
GRANT SELECT ON quarantined_payments TO 'needme_stripe'@'%', 'needme_webhook'@'%', 'needme_work'@'%';
GRANT INSERT ON quarantined_payments TO 'needme_stripe'@'%', 'needme_work'@'%';
GRANT SELECT ON reversals TO 'needme_stripe'@'%', 'needme_webhook'@'%', 'needme_work'@'%';
GRANT SELECT ON credit_notes TO 'needme_stripe'@'%', 'needme_webhook'@'%', 'needme_work'@'%';
GRANT SELECT ON credited_lines TO 'needme_stripe'@'%', 'needme_webhook'@'%', 'needme_work'@'%';
GRANT SELECT ON credited_vat TO 'needme_stripe'@'%', 'needme_webhook'@'%', 'needme_work'@'%';
GRANT SELECT, INSERT, UPDATE (resolved_at) ON discrepancies TO 'needme_stripe'@'%', 'needme_work'@'%';
-- What a receipt is made of is what its invoice awaits beyond what is written down; who paid, and for what, stays unread.
GRANT SELECT (payment_id, amount_cents, net_cents, disbursed_cents), INSERT
    ON register_lines TO 'needme_stripe'@'%', 'needme_webhook'@'%', 'needme_work'@'%';
GRANT SELECT, INSERT, UPDATE ON register_heads TO 'needme_stripe'@'%', 'needme_webhook'@'%', 'needme_work'@'%';
GRANT INSERT ON notifications TO 'needme_stripe'@'%', 'needme_webhook'@'%', 'needme_work'@'%';
GRANT INSERT ON outbox TO 'needme_stripe'@'%', 'needme_webhook'@'%', 'needme_work'@'%';
