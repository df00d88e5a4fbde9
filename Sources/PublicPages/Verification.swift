import Accounting
import Operations
import Store
import Web

extension PublicPages {
    /// « Vérifier cette facture »: what a client compares with the paper or the file in their hands.
    func verification(_ shared: SharedInvoice, _ token: Token) throws -> Response {
        try answer(shared, token, nil)
    }

    /// A client sends a copy to be compared; it is never kept.
    ///
    /// They have no session, hence no form token: see how StripePages takes « Payer en ligne ».
    func check(_ request: Request, _ shared: SharedInvoice, _ token: Token) throws -> Response {
        guard CrossSite.isOwnOrigin(request, publicOrigin: publicOrigin) else {
            return ErrorPage.refusedForm.response(assets)
        }
        guard let issued = try reader.file(ofInvoice: shared.invoice.id) else { return try answer(shared, token, nil) }
        guard let copy = request.multipartForm?.file("pdf") else { return try answer(shared, token, .missing) }
        let verdict = try CopyVerdict(of: copy.bytes, sha256: sha256(copy.bytes), issued: issued) {
            try todaysFile(shared, token)
        }
        return try answer(shared, token, .compared(verdict, fileName: copy.fileName))
    }

    private func answer(
        _ shared: SharedInvoice,
        _ token: Token,
        _ outcome: VerificationPage.Outcome?
    ) throws -> Response {
        let page = VerificationPage(
            shared: shared,
            token: token,
            fingerprint: try reader.fingerprint(ofInvoice: shared.invoice.id),
            outcome: outcome
        )
        return .page(document(page.title, page.html), status: outcome?.status ?? 200)
    }
}
