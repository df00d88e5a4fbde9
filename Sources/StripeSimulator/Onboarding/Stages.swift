extension Simulator {
    /// Puts an account into another stage, as Stripe would do by itself, and says so; of an account that has thrown the
    /// platform out, the platform hears nothing.
    mutating func move(_ id: String, to stage: AccountRecord.Stage) {
        guard let account = state.account(id) else { return }
        if stage == .revoked { return revoke(account) }
        state.change(\.accounts, id) { account in
            if account.stage == .revoked { account.stageBefore = stage } else { account.stage = stage }
            account.deadline = nil
            if stage == .enabled { account.isDocumentRefused = false }
        }
        if account.stage != .revoked { announce(id) }
    }

    /// The identity document is wanted within two weeks; payments go on until then.
    mutating func warn(_ id: String) {
        guard let account = state.account(id), account.stage != .revoked else { return }
        let deadline = time + 14 * 86_400
        state.change(\.accounts, id) { account in
            account.stage = .enabled
            account.deadline = deadline
        }
        announce(id)
    }

    /// The document that came cannot be read: another is wanted, at once when the account was not yet accepted.
    mutating func refuseDocument(_ id: String) {
        guard let account = state.account(id), account.stage != .revoked else { return }
        state.change(\.accounts, id) { $0.isDocumentRefused = true }
        switch (account.stage, account.deadline) {
        case (.enabled, nil): warn(id)
        case (.enabled, _): announce(id)
        default: move(id, to: .restricted)
        }
    }

    /// Restricts the accounts whose time has come; noticed at the next request, whatever it is.
    mutating func passDeadlines() {
        let time = time
        for account in state.accounts where account.stage == .enabled {
            if let deadline = account.deadline, deadline <= time { move(account.id, to: .restricted) }
        }
    }

    /// The freelancer throws the platform out.
    private mutating func revoke(_ account: AccountRecord) {
        guard account.stage != .revoked else { return }
        state.change(\.accounts, account.id) { changed in
            changed.stageBefore = account.stage
            changed.stage = .revoked
        }
        emit("account.application.deauthorized", account: account.id, application)
    }

    /// The freelancer lets the platform in, or in again; the account is as it was.
    mutating func readmit(_ id: String) {
        guard let account = state.account(id), account.stage == .revoked else { return }
        state.change(\.accounts, id) { changed in
            changed.stage = account.stageBefore ?? .enabled
            changed.stageBefore = nil
        }
        emit("account.application.authorized", account: id, application)
    }

    /// Tells the platform what an account is like now.
    mutating func announce(_ id: String) {
        guard let account = state.account(id) else { return }
        emit("account.updated", account: id, json(account))
        for name in account.requestedCapabilities {
            emit("capability.updated", account: id, capability(name, of: account))
        }
    }

    private var application: JSON { ["id": .text(settings.clientID), "object": "application", "name": "NeedMe"] }
}
