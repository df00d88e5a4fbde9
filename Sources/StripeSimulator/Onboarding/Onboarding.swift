import Web

extension Simulator {
    /// The freelancer followed a link: it works once and for five minutes, and then asks the platform for another.
    ///
    /// Who has nothing to fill in goes straight back.
    mutating func enterOnboarding(_ token: String) -> Response {
        guard let link = state.links.first(where: { $0.id == token }), let account = state.account(link.account) else {
            return notFoundPage()
        }
        let isOver = account.stage == .revoked || account.stage == .rejected
        guard link.visit == nil, link.expiresAt > time, !isOver else { return .redirect(to: link.refreshURL) }
        let visit = newIdentifier("v")
        state.change(\.links, token) { $0.visit = visit }
        return goOn(Visit(name: visit, link: link, account: account))
    }

    /// A screen that is due, or one that was done and is looked at again.
    mutating func showOnboarding(_ visit: String, screen: String) -> Response {
        guard let visit = self.visit(visit) else { return notFoundPage() }
        guard !visit.link.isLeft else { return .redirect(to: visit.link.refreshURL) }
        guard let screen = reachable(screen, in: visit) else { return goOn(visit) }
        return screenPage(screen, visit)
    }

    /// The freelancer pressed « Continuer », « Valider » or « Quitter avant la fin ».
    mutating func fillOnboarding(_ visit: String, screen: String, with form: Form) -> Response {
        guard let visit = self.visit(visit) else { return notFoundPage() }
        guard !visit.link.isLeft else { return .redirect(to: visit.link.returnURL) }
        guard form["action"] != "leave" else { return leave(visit) }
        guard let screen = reachable(screen, in: visit) else { return goOn(visit) }
        let entered = entries(on: screen, form, visit.account)
        if let complaint = screen.complaint(entered) {
            return screenPage(screen, visit, typed: entered, complaint: complaint)
        }
        state.change(\.accounts, visit.account.id) { account in
            account.entered.merge(entered) { $1 }
            account.screensDone = max(account.screensDone, screen.rawValue)
        }
        settle(screen, visit.account, isReviewed: form["action"] == "review")
        // Whoever has just validated everything goes back, even when Stripe will ask for an IBAN one day.
        guard screen != .summary, let visit = self.visit(visit.name) else { return leave(visit) }
        return goOn(visit)
    }

    /// What was typed on a screen; what was not sent is as it was proposed.
    private func entries(on screen: OnboardingScreen, _ form: Form, _ account: AccountRecord) -> [String: String] {
        var entered: [String: String] = [:]
        for field in screen.fields { entered[field.name] = form[field.name] ?? account.shown(field) }
        guard screen == .publicDetails else { return entered }
        let label = (entered["statementDescriptor"] ?? "").uppercased()
        entered["statementDescriptor"] = label
        entered["shortDescriptor"] = form["shortDescriptor"]?.uppercased() ?? AccountRecord.shortLabel(of: label)
        return entered
    }

    /// What a screen that was done changes on the account.
    private mutating func settle(_ screen: OnboardingScreen, _ before: AccountRecord, isReviewed: Bool) {
        switch (before.stage, screen) {
        case (.started, .summary):
            state.change(\.accounts, before.id) { $0.takeOverEntries() }
            move(before.id, to: isReviewed ? .reviewed : .enabled)
        case (.started, _): break
        case (_, .document): move(before.id, to: isReviewed ? .reviewed : .enabled)
        default:
            state.change(\.accounts, before.id) { $0.hasBank = !($0.entered["iban"] ?? "").isEmpty }
            announce(before.id)
        }
    }

    /// The next screen, or back to the platform when there is none.
    private mutating func goOn(_ visit: Visit) -> Response {
        visit.due.isEmpty ? leave(visit) : .redirect(to: visit.address)
    }

    private mutating func leave(_ visit: Visit) -> Response {
        state.change(\.links, visit.link.id) { $0.isLeft = true }
        return .redirect(to: visit.link.returnURL)
    }

    private func visit(_ name: String) -> Visit? {
        guard let link = state.links.first(where: { $0.visit == name }), let account = state.account(link.account)
        else {
            return nil
        }
        return Visit(name: name, link: link, account: account)
    }

    private func reachable(_ number: String, in visit: Visit) -> OnboardingScreen? {
        Int(number).flatMap(OnboardingScreen.init).flatMap { visit.canShow($0) ? $0 : nil }
    }
}
