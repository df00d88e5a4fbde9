-- Accounts that nobody confirmed and that never had a company: the worker finds and forgets them.
ALTER TABLE users ADD KEY unconfirmed_accounts (confirmed_at, created_at);

-- What was kept of an invoice's money is read without its payments.
ALTER TABLE payments ADD KEY money_of_invoice (invoice_id, amount_cents), DROP KEY payments_of_invoice;
