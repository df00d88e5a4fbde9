/// Whether each part would start with what it is told: every variable that is wrong is named, never its value.
struct CheckConfiguration {
    let settings: Settings

    var findings: [Finding] {
        settings.parts.flatMap { part, configuration in
            let faults = configuration.faults(of: part)
            if faults.isEmpty { return [Finding.ok("configuration", part.rawValue)] }
            return faults.map { fault in
                .wrong(
                    "configuration",
                    "\(part.rawValue): \(fault.variable) \(fault.problem)",
                    cure: "set it to \(fault.expected)"
                )
            }
        } + [sameKey].compactMap(\.self)
    }

    /// Two keys would be of two platforms, or of two modes.
    private var sameKey: Finding? {
        let keys = [Part.stripe, .work].compactMap { settings[$0].optional("NEEDME_STRIPE_SECRET_KEY") }
        guard Set(keys).count > 1 else { return nil }
        return .wrong(
            "configuration",
            "NEEDME_STRIPE_SECRET_KEY is one for stripe and another for work",
            cure: "give both the same"
        )
    }
}

extension Configuration {
    /// Everything that is wrong with what a part is told, the first fault of each variable.
    func faults(of part: Part) -> [ConfigurationError] {
        var faults = Faults()
        faults.look { try publicOrigin }
        faults.look { try database }
        faults.look { try isDemo }
        if part != .work { faults.look { try assets } }
        switch part {
        case .dashboard: lookAtOperator(&faults)
        case .public: break
        case .stripe: lookAtStripe(&faults)
        case .webhook:
            faults.look { try takesRealMoney }
            faults.look { try connectSecrets }
            faults.look { try platformSecrets }
        case .work:
            lookAtStripe(&faults)
            lookAtMail(&faults)
        }
        return faults.found
    }

    private func lookAtStripe(_ faults: inout Faults) {
        faults.look { try stripe }
        faults.look { try oauth }
    }

    private func lookAtMail(_ faults: inout Faults) {
        faults.look { try mailSender }
        faults.look { try mailHost }
        faults.look { try port("NEEDME_SMTP_PORT") }
        faults.look { try mailSecurity }
        faults.look { try mailServer }
    }

    private func lookAtOperator(_ faults: inout Faults) {
        for (name, _) in Self.operatorWords { faults.look { try operatorWord(name) } }
        faults.look { try operatorSIREN }
        faults.look { try operatorEmail }
        faults.look { try operatorVATNumber }
    }
}

/// What was found wrong on the way through a configuration.
private struct Faults {
    private(set) var found: [ConfigurationError] = []

    /// Reads something, and goes on whatever comes of it.
    mutating func look<Value>(at piece: () throws -> Value) {
        do {
            _ = try piece()
        } catch let error as ConfigurationError {
            if !found.contains(where: { $0.variable == error.variable }) { found.append(error) }
        } catch {
            preconditionFailure("A setting that cannot be read is a wrong setting.")
        }
    }
}
