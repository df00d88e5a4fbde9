-- What was kept of an invoice's money is added up from the index alone: the home page does so for every invoice credited.
ALTER TABLE payments ADD KEY money_of_invoice (invoice_id, amount_cents), DROP KEY payments_of_invoice;
