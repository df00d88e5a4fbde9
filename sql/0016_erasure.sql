-- Erasure: what the law does not ask to keep goes, what it asks to keep stays as it was issued, for ten years
-- (code de commerce, article L123-22; livre des procédures fiscales, article L102 B; RGPD, article 17-3 b).

ALTER TABLE clients ADD erased_at DATETIME(6) NULL COMMENT 'when all but the row was erased';
CREATE TRIGGER an_erased_client_stays_erased BEFORE UPDATE ON clients FOR EACH ROW
    IF OLD.erased_at IS NOT NULL AND (NOT (NEW.erased_at <=> OLD.erased_at) OR NEW.name <> OLD.name
        OR NEW.street <> OLD.street OR NEW.postal_code <> OLD.postal_code OR NEW.city <> OLD.city
        OR NEW.siren IS NOT NULL OR NEW.siret IS NOT NULL OR NEW.vat_number IS NOT NULL OR NEW.email IS NOT NULL
        OR NEW.refused_email IS NOT NULL OR NEW.phone IS NOT NULL OR NEW.notes <> '')
    THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an erased client stays erased'; END IF;

ALTER TABLE companies
    ADD erased_at DATETIME(6) NULL COMMENT 'when its owner closed their account',
    ADD kept_until DATE NULL COMMENT 'the last day on which the law asks for its documents; NULL when it has none';
