extension AccountRecord {
    /// What a person reads.
    var words: String {
        if stage == .revoked && dashboard == .full { return "non connecté" }
        guard stage == .enabled, !currentlyDue.isEmpty else { return stage.words }
        return deadline == nil ? "actif, IBAN attendu" : "actif, pièce attendue"
    }
}

extension AccountRecord.Stage {
    /// What a person reads.
    var words: String {
        switch self {
        case .started: "à compléter"
        case .reviewed: "en vérification"
        case .enabled: "actif"
        case .restricted: "restreint"
        case .rejected: "refusé"
        case .revoked: "révoqué"
        }
    }
}

extension SessionRecord.Status {
    /// What a person reads.
    var words: String {
        switch self {
        case .open: "ouverte"
        case .complete: "terminée"
        case .expired: "expirée"
        }
    }
}

extension PaymentRecord {
    /// What a person reads.
    var words: String {
        switch status {
        case .unconfirmed: refusal.map { "refusé (\($0.declineCode ?? $0.code))" } ?? "à confirmer"
        case .authenticating: "en authentification"
        case .processing: "en attente"
        case .succeeded where isDisputed: "contesté"
        case .succeeded where refunded == amount: "remboursé"
        case .succeeded where refunded > 0: "remboursé de \(euros(refunded))"
        case .succeeded: "encaissé"
        }
    }
}

extension Signing {
    /// What a person reads.
    var words: String {
        switch self {
        case .right: "juste"
        case .wrongSecret: "avec un autre secret"
        case .stale: "vieille de dix minutes"
        case .rolled: "double, secret en cours de remplacement"
        }
    }
}

extension RefundRecord.Status {
    /// What a person reads.
    var words: String {
        switch self {
        case .pending: "en attente"
        case .succeeded: "abouti"
        case .failed: "échoué"
        case .canceled: "annulé"
        }
    }
}

extension DisputeRecord.Status {
    /// What a person reads.
    var words: String {
        switch self {
        case .unanswered: "à traiter"
        case .reviewed: "chez la banque"
        case .won: "gagné"
        case .lost: "perdu"
        }
    }
}

extension PayoutRecord.Status {
    /// What a person reads.
    var words: String {
        switch self {
        case .pending: "prévu"
        case .sent: "en route"
        case .paid: "arrivé"
        case .failed: "échoué"
        }
    }
}
