-- Clients: those one still works with, those that may be the same, and what each has brought in.

ALTER TABLE clients
    ADD KEY clients_by_name (company_id, is_archived, name, id),
    ADD KEY clients_by_email (company_id, email);

-- What came of a client's invoices, without reading them.
ALTER TABLE invoices ADD KEY money_of_client
    (client_id, folder, paid_cents, awaited_cents, state, due_key, due_on, total_cents, waived_cents);
