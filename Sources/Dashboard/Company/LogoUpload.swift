import Operations
import Store
import Web

extension Dashboard {
    /// The form in which a logo is chosen.
    func logoForm(_ desk: Desk, _ company: Company, _ message: String?) -> HTML {
        let path = CompanyTab.documents.path
        return """
            <form method="post" action="\(path)/logo" enctype="multipart/form-data" class="sheet">
            \(formToken(desk.member))
            <fieldset><legend>Logo</legend>
            \(if: company.logo != nil, "<p><img class=\"logo\" src=\"\(path)/logo.png\" alt=\"Votre logo\"></p>")
            <div class="field\(if: message != nil, " wrong")"><label for="logo">Image PNG ou JPEG, 5\u{A0}Mo au plus</label>
            <input id="logo" name="logo" type="file" accept="image/png,image/jpeg"\
            \(if: message != nil, " aria-invalid=\"true\" aria-describedby=\"logo-message\"")>
            \(message.map { "<p class=\"error\" id=\"logo-message\">\($0)</p>" as HTML })</div>
            <p class="hint">Il figure en haut de vos prochaines factures\u{A0}; celles déjà émises ne changent pas.</p>
            <p class="actions"><button class="button">Enregistrer le logo</button>
            \(if: company.logo != nil, "<button class=\"quiet\" name=\"action\" value=\"retirer\">Retirer le logo</button>")</p>
            </fieldset></form>
            """
    }

    /// A logo is sent, or taken away when no file was chosen and the button says so.
    func saveLogo(_ desk: Desk, _ visit: Visit) throws -> Response {
        if visit.form["action"] == "retirer" {
            try SaveLogo(companyID: desk.companyID, upload: nil).run(in: office)
            return .done(.settingsSaved, at: CompanyTab.documents.path)
        }
        guard let file = visit.request.multipartForm?.file("logo"), !file.bytes.isEmpty else {
            return try logoRefused(desk, "Choisissez un fichier.")
        }
        do {
            try SaveLogo(companyID: desk.companyID, upload: file.bytes).run(in: office)
            return .done(.settingsSaved, at: CompanyTab.documents.path)
        } catch let refusal as LogoRefusal {
            return try logoRefused(desk, refusal.french)
        }
    }

    /// The logo as it is, for this page alone.
    func logo(_ desk: Desk) throws -> Response {
        guard let sha256 = try company(desk).logo, let png = try reader.logo(sha256) else { throw NotFound() }
        return Response(type: "image/png", body: png).with("cache-control", "no-store")
    }

    private func logoRefused(_ desk: Desk, _ message: String) throws -> Response {
        documentsPage(desk, try company(desk), logoMessage: message, status: 422)
    }
}
