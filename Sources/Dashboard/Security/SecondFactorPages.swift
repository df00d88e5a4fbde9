import Accounting
import French
import Operations
import PDF
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

    /// The QR code to scan and the code that proves it was scanned.
    func factorForm(_ guest: Guest) throws -> Response {
        guard try reader.secondFactor(of: guest.member.userID) == nil else {
            return .redirect(to: CompanyTab.security.path)
        }
        return try factorPage(guest, .random(from: office.outside), message: nil)
    }

    func switchOnFactor(_ guest: Guest) throws -> Response {
        guard let secret = OneTimePassword(base32: guest.form["secret"] ?? "") else {
            return try factorForm(guest)
        }
        let code = guest.form["code"] ?? ""
        do {
            let codes = try SwitchOnSecondFactor(
                userID: guest.member.userID,
                session: guest.token,
                password: secret,
                code: code
            ).run(in: office)
            return recoveryCodes(codes, guest)
        } catch SecurityRefusal.notNow {
            return .redirect(to: CompanyTab.security.path)
        } catch let refusal as SecurityRefusal {
            let message = refusal.french(at: office.outside.now())
            return try factorPage(guest, secret, message: message, status: refusal.status)
        }
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

    /// The codes, this once, in the answer itself: they are kept nowhere in clear.
    ///
    /// Sent again, the form is refused, its code being used up.
    private func recoveryCodes(_ codes: [RecoveryCode], _ guest: Guest) -> Response {
        let items: [HTML] = codes.map { "<li class=\"code\">\($0.text)</li>" }
        let body: HTML = """
            <section class="sheet"><h1>Vos codes de secours</h1>
            <p class="success" role="status">Ces codes remplacent celui du téléphone si vous le perdez. Chacun sert une fois.</p>
            <p>Imprimez-les ou recopiez-les maintenant\u{A0}: ils ne seront plus affichés.</p>
            <ul class="columns">\(items)</ul>
            <p class="actions"><a class="button" href="/entreprise/securite">J’ai noté mes codes</a></p></section>
            """
        return layout("Codes de secours", guest).response(body)
    }

    private func factorPage(
        _ guest: Guest,
        _ secret: OneTimePassword,
        message: String?,
        status: Int = 200
    ) throws -> Response {
        let code = try QRCode(secret.address(account: guest.member.email))
        let title = "Code QR à scanner avec l’application de codes"
        let picture = QRPicture(side: code.side + 2 * QRCode.margin, path: code.path, title: title)
        let body: HTML = """
            <h1>Activer la double authentification</h1>
            <form method="post" action="/entreprise/securite/double-authentification" class="sheet" novalidate>\
            \(formToken(guest.member))<input type="hidden" name="secret" value="\(secret.base32)">
            <ol>
            <li>Installez sur votre téléphone une application de codes, par exemple FreeOTP, Aegis ou Google Authenticator.</li>
            <li>Scannez ce code avec elle.
            <div class="qr">\(picture.html)</div>
            Sans appareil photo, saisissez la clé\u{A0}: <span class="code">\(secret.base32)</span></li>
            <li>Saisissez les six chiffres qu’elle affiche.</li>
            </ol>
            \(FormField("code", "Code à six chiffres", message: message, limit: 10, autocomplete: "one-time-code",
                isRequired: true).html)
            <p class="hint">Vos autres navigateurs seront déconnectés.</p>
            <p class="actions"><button class="button">Activer</button> <a href="/entreprise/securite">Annuler</a></p>
            </form>
            """
        return layout("Double authentification", guest)
            .response(status: status, body)
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
