import Operations
import Store
import Web

extension Dashboard {
    func changePassword(_ guest: Guest) throws -> Response {
        let (old, new) = (guest.form["old_password"] ?? "", guest.form["new_password"] ?? "")
        guard PasswordRule.allows(new) else {
            return try securityPage(guest, ["new_password": PasswordRule.sentence], status: 422)
        }
        return try answering(guest, "old_password", .passwordChanged) {
            try ChangePassword(
                userID: guest.member.userID,
                session: guest.token,
                browser: guest.visit.browserToken,
                old: old,
                new: new
            ).run(in: office)
        }
    }

    func changeAddress(_ guest: Guest) throws -> Response {
        var typed = Typed(guest.form)
        _ = typed.required("new_email", "Indiquez la nouvelle adresse.", limit: 254)
        let email = typed.value("new_email", "Cette adresse e-mail n’est pas valide.", limit: 254, EmailAddress.read)
        guard typed.isSound, let email else { return try securityPage(guest, typed.messages, status: 422) }
        let password = guest.form["address_password"] ?? ""
        return try answering(guest, "address_password", .addressAsked) {
            try RequestChangeOfAddress(userID: guest.member.userID, password: password, email: email).run(in: office)
        }
    }

    func sendConfirmation(_ guest: Guest) throws -> Response {
        do {
            try RequestConfirmation(userID: guest.member.userID).run(in: office)
        } catch SecurityRefusal.notNow {
            return .done(.addressConfirmed, at: CompanyTab.security.path)
        } catch let refusal as SecurityRefusal {
            let sentence = refusal.french(at: office.outside.now())
            let page = ErrorPage(status: refusal.status, title: "Un peu de patience", advice: sentence)
            return errorPage(page, to: guest.visit.request)
        }
        return .done(.confirmationSent, at: CompanyTab.security.path)
    }

    func endSession(_ guest: Guest, _ id: Int64) throws -> Response {
        try EndSession(userID: guest.member.userID, sessionID: id).run(in: office)
        return .done(.sessionsEnded, at: CompanyTab.security.path)
    }

    func endOtherSessions(_ guest: Guest) throws -> Response {
        try EndOtherSessions(userID: guest.member.userID, token: guest.token).run(in: office)
        return .done(.sessionsEnded, at: CompanyTab.security.path)
    }

    /// Does a gesture; a refusal stands next to the field that it is about.
    func answering(_ guest: Guest, _ field: String, _ done: Done, _ gesture: () throws -> Void) throws -> Response {
        do {
            try gesture()
        } catch let refusal as SecurityRefusal {
            return try securityPage(guest, [field: refusal.french(at: office.outside.now())], status: refusal.status)
        }
        return .done(done, at: CompanyTab.security.path)
    }
}
