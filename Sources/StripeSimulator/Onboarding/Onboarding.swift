import Web

extension Simulator {
    /// The freelancer followed a link: it works once and for five minutes, and then asks the platform for another.
    mutating func enterOnboarding(_ token: String) -> Response {
        guard let link = state.links.first(where: { $0.id == token }) else { return notFoundPage() }
        let isOver = state.account(link.account)?.stage == .revoked || state.account(link.account)?.stage == .rejected
        guard link.visit == nil, link.expiresAt > time, !isOver else { return .redirect(to: link.refreshURL) }
        let visit = newIdentifier("v")
        state.change(\.links, token) { $0.visit = visit }
        return .redirect(to: "/setup/c/\(visit)")
    }

    /// The forms, all on one page.
    func showOnboarding(_ visit: String) -> Response {
        guard let link = state.links.first(where: { $0.visit == visit }), let account = state.account(link.account)
        else {
            return notFoundPage()
        }
        return link.isLeft ? .redirect(to: link.refreshURL) : onboardingPage(account, visit: visit)
    }

    /// The freelancer pressed « Terminer » or « Quitter avant la fin ».
    mutating func leaveOnboarding(_ visit: String, with form: Form) -> Response {
        guard let link = state.links.first(where: { $0.visit == visit }), let account = state.account(link.account)
        else {
            return notFoundPage()
        }
        guard !link.isLeft else { return .redirect(to: link.returnURL) }
        let filled = OnboardingForm(form)
        if filled.isFinished {
            if let complaint = filled.complaint {
                return onboardingPage(account, visit: visit, filled, complaint: complaint)
            }
            finish(account.id, with: filled)
        }
        state.change(\.links, link.id) { $0.isLeft = true }
        return .redirect(to: link.returnURL)
    }

    private mutating func finish(_ account: String, with filled: OnboardingForm) {
        state.change(\.accounts, account) { account in
            account.name = filled.name
            account.email = filled.email
            account.phone = filled.phone
            account.statementDescriptor = filled.statementDescriptor
            account.statementDescriptorPrefix = filled.shortDescriptor
            account.hasBank = !filled.iban.isEmpty
            if account.stage != .enabled { account.stage = filled.isReviewed ? .reviewed : .enabled }
        }
        announce(account)
    }
}
