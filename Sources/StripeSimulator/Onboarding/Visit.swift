/// A freelancer in the forms.
struct Visit {
    /// What stands in the address of the forms.
    let name: String
    let link: LinkRecord
    let account: AccountRecord

    /// The screens that are still to be done, in order: of a new account all that were not; later, what Stripe wants again.
    var due: [OnboardingScreen] { account.dueScreens }

    /// Where the freelancer goes on.
    var address: String { address(of: due.first ?? .summary) }

    func address(of screen: OnboardingScreen) -> String { "/setup/c/\(name)/\(screen.rawValue)" }

    /// Whether all seven screens are to be gone through.
    var isWhole: Bool { account.stage == .started }

    /// The next screen, and those that were done before it.
    func canShow(_ screen: OnboardingScreen) -> Bool {
        isWhole ? screen.rawValue <= account.screensDone + 1 : due.contains(screen)
    }
}

extension AccountRecord {
    /// The screens that are still to be done, in order.
    var dueScreens: [OnboardingScreen] {
        switch stage {
        case .started: OnboardingScreen.allCases.filter { $0.rawValue > screensDone }
        case .restricted: [.document]
        case .enabled: (hasBank ? [] : [.bank]) + (deadline == nil ? [] : [.document])
        case .reviewed, .rejected, .revoked: []
        }
    }

    /// What a field shows: what was entered, what the platform told, or a sample.
    func shown(_ field: OnboardingField) -> String {
        if let entered = entered[field.name] { return entered }
        return switch field.name {
        case "email": email ?? field.sample
        case "website": website ?? field.sample
        default: field.sample
        }
    }

    /// Makes what was entered the account's own.
    mutating func takeOverEntries() {
        name = entered["name"] ?? ""
        email = entered["email"] ?? email
        phone = entered["phone"] ?? ""
        website = entered["website"].flatMap { $0.isEmpty ? nil : $0 } ?? website
        statementDescriptor = entered["statementDescriptor"]
        statementDescriptorPrefix = entered["shortDescriptor"]
        hasBank = !(entered["iban"] ?? "").isEmpty
    }

    /// The first word of a label, as Stripe proposes it.
    static func shortLabel(of label: String) -> String {
        String(label.prefix { $0 != " " }.prefix(10))
    }
}
