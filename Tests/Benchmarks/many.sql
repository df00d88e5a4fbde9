-- Fills a throw-away database as years of business would: run after setting
--   @company    a company that exists and has no invoice yet, which gets the most
--   @companies  how many companies there are with it
--   @large      how many invoices it has
--   @small      how many each other has
--   @today      the day up to which they have been issued, from three years before
-- Nothing is drawn by lot: the same numbers give the same rows.

SET SESSION unique_checks = 0, foreign_key_checks = 0;
SET @last_user = (SELECT COALESCE(MAX(id), 0) FROM users);
SET @last_company = (SELECT COALESCE(MAX(id), 0) FROM companies);
SET @last_client = (SELECT COALESCE(MAX(id), 0) FROM clients);
SET @last_invoice = (SELECT COALESCE(MAX(id), 0) FROM invoices);
SET @clients_of_large = CEIL(@large / 40), @clients_of_small = CEIL(@small / 40);

INSERT INTO users (id, email, password_hash, created_at)
    SELECT @last_user + seq, CONCAT('personne.', @last_user + seq, '@exemple.fr'), '', @today
    FROM seq_1_to_10000 WHERE seq < @companies;
INSERT INTO companies (id, owner_id, name, street, postal_code, city, siren, under_franchise, activity, created_at)
    SELECT @last_company + seq, @last_user + seq, CONCAT('Entreprise ', seq), '1 rue', '69001', 'Lyon', '732829320', TRUE,
        ELT(1 + seq % 3, 'vente', 'service', 'liberal'), @today
    FROM seq_1_to_10000 WHERE seq < @companies;

CREATE TABLE many_clients (id BIGINT PRIMARY KEY, company_id BIGINT, name VARCHAR(200)) DEFAULT CHARSET = utf8mb4;
INSERT INTO many_clients
    SELECT @last_client + seq,
        IF(seq <= @clients_of_large, @company, @last_company + 1 + FLOOR((seq - @clients_of_large - 1) / @clients_of_small)),
        CONCAT(ELT(1 + seq % 8, 'Atelier', 'Studio', 'Boulangerie', 'Garage', 'Cabinet', 'Librairie', 'École', 'Maison'),
            ' ', ELT(1 + seq % 7, 'Durand', 'Lefèvre', 'Moreau', 'Garnier', 'Chevalier', 'Perrin', 'Noël'), ' ', seq)
    FROM seq_1_to_1000000 WHERE seq <= @clients_of_large + (@companies - 1) * @clients_of_small;
INSERT INTO clients (id, company_id, kind, name, street, postal_code, city, email, created_at)
    SELECT id, company_id, 'business', name, '2 rue', '75011', 'Paris', CONCAT('compta.', id, '@exemple.fr'), @today
    FROM many_clients;

-- Of each company, the invoice `place` of `count`. One in two hundred is still a draft, the newest ones.
CREATE TABLE many_invoices (
    id BIGINT PRIMARY KEY, company_id BIGINT, client_id BIGINT, place BIGINT, day DATE, state VARCHAR(10),
    total_cents BIGINT, sequence BIGINT NULL
);
INSERT INTO many_invoices (id, company_id, client_id, place, day, state, total_cents)
    SELECT @last_invoice + n, company_id, client_id, place, @today - INTERVAL FLOOR((count - place) * 1095 / count) DAY,
        CASE WHEN place > count * 0.995 THEN 'draft' WHEN place * 7919 % 1000 < 20 THEN 'cancelled'
            WHEN place * 7919 % 1000 < 40 OR place > count * 0.98 THEN 'open' ELSE 'paid' END,
        IF(place % 3 = 0, 2900, 1000 + place * 104729 % 500000)
    FROM (
        SELECT seq AS n, @company AS company_id, seq AS place, @large AS count,
            @last_client + 1 + seq * 31 % @clients_of_large AS client_id
        FROM seq_1_to_1000000 WHERE seq <= @large
        UNION ALL
        SELECT @large + seq, @last_company + 1 + FLOOR((seq - 1) / @small), 1 + (seq - 1) % @small, @small,
            @last_client + @clients_of_large + FLOOR((seq - 1) / @small) * @clients_of_small + 1
                + (seq - 1) % @small % @clients_of_small
        FROM seq_1_to_1000000 WHERE seq <= @small * (@companies - 1)
    ) all_of_them;
UPDATE many_invoices m JOIN (
    SELECT id, ROW_NUMBER() OVER (PARTITION BY company_id, YEAR(day) ORDER BY place) AS sequence
    FROM many_invoices WHERE state <> 'draft'
) numbered ON numbered.id = m.id SET m.sequence = numbered.sequence;

INSERT INTO invoices (id, company_id, client_id, state, delivery, number, subject, payment_term_days, issued_on, due_on,
    total_cents, paid_cents, paid_on, means, created_at, updated_at)
    SELECT id, company_id, client_id, state, IF(state = 'draft', 'to_send', 'sent'),
        CONCAT('F-', YEAR(day), '-', LPAD(sequence, GREATEST(4, LENGTH(sequence)), '0')), 'Prestation', 30,
        IF(state = 'draft', NULL, day), IF(state = 'draft', NULL, day + INTERVAL 30 DAY), total_cents,
        IF(state = 'paid', total_cents, 0), IF(state = 'paid', LEAST(day + INTERVAL 12 DAY, @today), NULL),
        IF(state = 'paid', 'VIREMENT', NULL), day, day
    FROM many_invoices ORDER BY id;
INSERT INTO issued_invoices (invoice_id, company_id, series, year, sequence, issued_on, due_on, subject, seller_name,
    seller_street, seller_postal_code, seller_city, seller_country, seller_siren, seller_under_franchise, seller_activity,
    buyer_kind, buyer_name, buyer_street, buyer_postal_code, buyer_city, buyer_country, net_cents, tax_cents, gross_cents,
    mentions, issued_at)
    SELECT m.id, m.company_id, 'F', YEAR(day), sequence, day, day + INTERVAL 30 DAY, 'Prestation', 'Entreprise', '1 rue',
        '69001', 'Lyon', 'FR', '732829320', TRUE, 'service', 'business', c.name, '2 rue', '75011', 'Paris', 'FR',
        total_cents, 0, total_cents, 'TVA non applicable, art. 293 B du CGI', day
    FROM many_invoices m JOIN many_clients c ON c.id = m.client_id WHERE state <> 'draft' ORDER BY m.id;
INSERT INTO counters (company_id, series, year, last_sequence, last_issued_on)
    SELECT company_id, 'F', YEAR(day) AS year, MAX(sequence), MAX(day) FROM many_invoices WHERE state <> 'draft'
    GROUP BY company_id, year;

INSERT INTO credit_notes (company_id, invoice_id, series, year, sequence, issued_on, amount_cents, is_total, reason,
    entry_key, issued_at)
    SELECT company_id, id, 'A', YEAR(day), ROW_NUMBER() OVER (PARTITION BY company_id, YEAR(day) ORDER BY id), day,
        total_cents, TRUE, 'Erreur de saisie', UNHEX(SHA2(CONCAT('avoir ', id), 256)), day
    FROM many_invoices WHERE state = 'cancelled';
INSERT INTO counters (company_id, series, year, last_sequence, last_issued_on)
    SELECT company_id, 'A', year, MAX(sequence), MAX(issued_on) FROM credit_notes WHERE invoice_id > @last_invoice
    GROUP BY company_id, year;

-- Every second of them had been paid, and the money went back.
INSERT INTO payments (company_id, invoice_id, amount_cents, means, received_on, created_at, entry_key)
    SELECT company_id, id, total_cents, 'VIREMENT', day, day, UNHEX(SHA2(CONCAT('encaissement ', id), 256))
    FROM many_invoices WHERE state = 'cancelled' AND id % 2 = 0;
INSERT INTO payments (company_id, invoice_id, amount_cents, means, received_on, created_at, entry_key, credit_note_id)
    SELECT m.company_id, m.id, -total_cents, 'VIREMENT', day, day, UNHEX(SHA2(CONCAT('remboursement ', m.id), 256)), n.id
    FROM many_invoices m JOIN credit_notes n ON n.invoice_id = m.id WHERE state = 'cancelled' AND m.id % 2 = 0;

-- The payments of the register's lines are far from those that are booked meanwhile, and do not exist.
INSERT INTO register_lines (company_id, sequence, received_on, document, client, nature, activity, amount_cents, net_cents,
    means, reference, recorded_at, fingerprint, payment_id)
    SELECT m.company_id, ROW_NUMBER() OVER (PARTITION BY m.company_id ORDER BY m.id), LEAST(day + INTERVAL 12 DAY, @today),
        CONCAT('F-', YEAR(day), '-', LPAD(m.sequence, GREATEST(4, LENGTH(m.sequence)), '0')), c.name, 'Prestation', 'service',
        total_cents, total_cents, 'VIREMENT', '', day, UNHEX(SHA2(m.id, 256)), 1000000000000000 + m.id
    FROM many_invoices m JOIN many_clients c ON c.id = m.client_id WHERE state = 'paid';
INSERT INTO register_heads (company_id, sequence, fingerprint)
    SELECT company_id, MAX(sequence), UNHEX(SHA2('end', 256)) FROM register_lines
    WHERE payment_id > 1000000000000000 + @last_invoice GROUP BY company_id;
INSERT INTO notifications (company_id, kind, invoice_id, amount_cents, created_at, read_at)
    SELECT company_id, 'receipt', id, total_cents, day, IF(day < @today - INTERVAL 2 DAY, day, NULL)
    FROM many_invoices WHERE state = 'paid' ORDER BY id;

-- Quotes, one for a hundred invoices, and recurring invoices, one for a thousand; none less than a page of them.
SET @last_quote = (SELECT COALESCE(MAX(id), 0) FROM quotes), @quotes = GREATEST(120, CEIL(@large / 100));
INSERT INTO quotes (id, company_id, client_id, state, number, subject, valid_until, total_cents, sent_on, answered_at,
    answered_by, created_at, updated_at)
    SELECT @last_quote + seq, @company, @last_client + 1 + seq * 31 % @clients_of_large,
        ELT(1 + seq % 5, 'draft', 'sent', 'seen', 'accepted', 'refused'),
        IF(seq % 5 = 0, NULL, CONCAT('D-2026-', LPAD(seq, 6, '0'))), 'Prestation', @today - INTERVAL 30 DAY + INTERVAL seq % 60 DAY,
        1000 + seq * 104729 % 500000, IF(seq % 5 = 0, NULL, @today), IF(seq % 5 >= 3, @today, NULL),
        IF(seq % 5 >= 3, 'Le client', NULL), @today, @today
    FROM seq_1_to_1000000 WHERE seq <= @quotes;
INSERT INTO schedules (company_id, client_id, subject, purchase_order, payment_term_days, total_cents, mode, every, unit,
    first_on, next_on, created_at, updated_at)
    SELECT @company, @last_client + 1 + seq * 31 % @clients_of_large, 'Prestation', '', 30, 2900, 'draft', 1, 'month',
        @today + INTERVAL 1 DAY, @today + INTERVAL 1 DAY, @today, @today
    FROM seq_1_to_1000000 WHERE seq <= GREATEST(120, CEIL(@large / 1000));

DROP TABLE many_clients, many_invoices;
SET SESSION unique_checks = 1, foreign_key_checks = 1;
ANALYZE TABLE invoices, issued_invoices, clients, credit_notes, payments, register_lines, notifications, counters, quotes,
    schedules;
