import Operations
import Store
import Web

extension StripePages {
    /// A client clicks « Payer en ligne ».
    ///
    /// They have no session, hence no form token: the link itself, which nobody can guess, is what another site would
    /// have to know, and the browser must say that the click was made on a page of ours.
    func pay(_ request: Request, _ link: Token) throws -> Response {
        guard CrossSite.isOwnOrigin(request, publicOrigin: office.publicOrigin) else {
            return ErrorPage.refusedForm.response(assets)
        }
        return try goToCheckout(link)
    }

    /// A client scans the QR code of the invoice: a person lands on Stripe's page, a program on the invoice.
    ///
    /// Messengers, mail filters and browsers follow addresses by themselves: they must open no session.
    func scan(_ request: Request, _ link: Token) throws -> Response {
        guard try reader.sharedInvoice(tokenHash: link.fingerprint) != nil else {
            return ErrorPage.notFound.response(assets)
        }
        guard Visitor(request) == .person else { return .redirect(to: "/f/" + link.text) }
        return try goToCheckout(link)
    }

    private func goToCheckout(_ link: Token) throws -> Response {
        do {
            switch try StartPayment(link: link).run(in: office, stripe: stripe) {
            case .checkout(let url): return .redirect(to: url)
            case .invoice: return .redirect(to: "/f/" + link.text)
            }
        } catch is StripeSilent {
            return PaymentUnavailablePage(link: link).response(assets)
        }
    }

    /// A client comes back from Stripe's page.
    func returnFromCheckout(_ request: Request, _ link: Token) throws -> Response {
        guard let session = request.query["session_id"], session.utf8.count <= 255 else {
            return .redirect(to: "/f/" + link.text)
        }
        switch try ReturnFromCheckout(link: link, session: session).run(in: office, stripe: stripe) {
        case .invoice: return .redirect(to: "/f/" + link.text)
        case .checking: return .redirect(to: "/f/" + link.text + "?paiement=verification")
        }
    }
}

/// Stripe does not answer: the client is told so, and how to pay nevertheless.
private struct PaymentUnavailablePage {
    let link: Token

    func response(_ assets: Assets) -> Response {
        let title = "Le paiement en ligne ne répond pas"
        let body: HTML = """
            <main class="message">
            <a class="brand" href="/">NeedMe</a>
            <h1>\(title)</h1>
            <p>Rien n’a été débité. Vous pouvez réessayer tout de suite, ou régler par virement avec les coordonnées de la \
            facture.</p>
            <form method="post" action="/f/\(link.text)/payer"><button class="button">Réessayer</button></form>
            <p><a href="/f/\(link.text)">Revenir à la facture</a></p>
            </main>
            """
        return Response.page(Document(title: title, assets: assets, style: "plain", body: body).html, status: 503)
            .with("retry-after", "10")
    }
}
