-- Mail, and what becomes of it at the client's.

-- « Vue »: a person has opened it, other than its seller.
ALTER TABLE invoices ADD seen_at DATETIME(6) NULL COMMENT 'when a person first opened it' AFTER delivery;
