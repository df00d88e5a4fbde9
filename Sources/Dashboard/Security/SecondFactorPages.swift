import Accounting
import French
import Operations
import PDF
import Store
import Web

extension Dashboard {
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

    /// The codes, this once, in the answer itself: they are kept nowhere in clear.
    ///
    /// Sent again, the form is refused, its code being used up.
    func recoveryCodes(_ codes: [RecoveryCode], _ guest: Guest) -> Response {
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
}
