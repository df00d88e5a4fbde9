import Accounting
import French
import Operations
import Store
import Web

extension Dashboard {
    /// What the tab says of the second factor.
    func factor(_ guest: Guest, _ messages: [String: String]) throws -> HTML {
        guard let factor = try reader.secondFactor(of: guest.member.userID) else {
            return """
                <section class="sheet"><h2>Double authentification</h2>
                <p>À chaque connexion, un code de votre téléphone est demandé en plus du mot de passe\u{A0}: un mot de passe volé \
                ne suffit plus.</p>
                <p class="actions"><a class="button quiet" href="/entreprise/securite/double-authentification">Activer la double \
                authentification</a></p></section>
                """
        }
        let left = try reader.recoveryCodeCount(of: guest.member.userID)
        return """
            <form method="post" action="/entreprise/securite/double-authentification/codes" class="sheet" novalidate>\
            \(formToken(guest.member))
            <h2>Double authentification</h2>
            <p>Active depuis le \(factor.createdAt.parisDay.frenchLong). Codes de secours restants\u{A0}: \(String(left)).</p>
            \(codeField("renew_code", messages))
            <p class="actions"><button>Remplacer les codes de secours</button></p>
            </form>
            <form method="post" action="/entreprise/securite/double-authentification/desactiver" class="sheet" novalidate>\
            \(formToken(guest.member))
            <h2>Désactiver la double authentification</h2>
            \(own("off_password", messages))
            \(codeField("off_code", messages))
            <p class="actions"><button class="danger">Désactiver</button></p>
            </form>
            """
    }

    func switchOffFactor(_ guest: Guest) throws -> Response {
        let (password, code) = (guest.form["off_password"] ?? "", guest.form["off_code"] ?? "")
        do {
            try SwitchOffSecondFactor(userID: guest.member.userID, password: password, code: code).run(in: office)
        } catch SecurityRefusal.wrongPassword {
            let message = SecurityRefusal.wrongPassword.french(at: office.outside.now())
            return try securityPage(guest, ["off_password": message], status: 422)
        } catch let refusal as SecurityRefusal {
            return try securityPage(
                guest,
                ["off_code": refusal.french(at: office.outside.now())],
                status: refusal.status
            )
        }
        return .done(.secondFactorOff, at: CompanyTab.security.path)
    }

    func renewCodes(_ guest: Guest) throws -> Response {
        do {
            let codes = try RenewRecoveryCodes(userID: guest.member.userID, code: guest.form["renew_code"] ?? "")
                .run(in: office)
            return recoveryCodes(codes, guest)
        } catch let refusal as SecurityRefusal {
            return try securityPage(
                guest,
                ["renew_code": refusal.french(at: office.outside.now())],
                status: refusal.status
            )
        }
    }

    private func codeField(_ name: String, _ messages: [String: String]) -> HTML {
        FormField(
            name,
            "Code de l’application, ou code de secours",
            message: messages[name],
            limit: 40,
            autocomplete: "one-time-code",
            isRequired: true
        ).html
    }
}
