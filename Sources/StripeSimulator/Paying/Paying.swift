import Web

extension Simulator {
    /// The customer pressed « Payer » or « Klarna » on the payment page.
    mutating func pay(_ id: String, with form: Form) -> Response {
        openSession(id) { simulator, session in
            let card = CardForm(form)
            simulator.state.change(\.sessions, id) { $0.email = card.email }
            if form[CardForm.Name.action] == "klarna" { return simulator.goToKlarna(session, card) }
            if let complaint = card.complaint(thisMonth: simulator.thisMonth) {
                return simulator.checkoutPage(session, typed: card, complaint: complaint, status: 422)
            }
            guard let outcome = TestCard(digits: card.digits) else {
                return simulator.checkoutPage(session, typed: card, complaint: TestCard.unknownNumber, status: 422)
            }
            return simulator.charge(card, of: session, outcome)
        }
    }

    private mutating func charge(_ card: CardForm, of session: SessionRecord, _ outcome: TestCard) -> Response {
        let payment = confirm(session, method: "card", cardEnd: String(card.digits.suffix(4)))
        switch outcome {
        case .accepted:
            return succeed(payment, of: session)
        case .refused(let refusal):
            refuse(payment, refusal)
            return checkoutPage(session, typed: card, complaint: refusal.sentence, status: 402)
        case .authenticated:
            state.change(\.payments, payment) { $0.status = .authenticating }
            state.change(\.sessions, session.id) { $0.cardInAuthentication = card.digits }
            return .redirect(to: "/c/pay/\(session.id)/authentification")
        }
    }

    /// The customer answered on the bank's page.
    mutating func authenticate(_ id: String, with form: Form) -> Response {
        openSession(id) { simulator, session in
            guard let payment = session.payment, let digits = session.cardInAuthentication else {
                return .redirect(to: "/c/pay/\(id)")
            }
            simulator.state.change(\.sessions, id) { $0.cardInAuthentication = nil }
            var refusal: Refusal?
            if form["decision"] != "accept" {
                refusal = .authentication
            } else if case .authenticated(let later) = TestCard(digits: digits) {
                refusal = later
            }
            guard let refusal else { return simulator.succeed(payment, of: session) }
            simulator.refuse(payment, refusal)
            return simulator.checkoutPage(session, complaint: refusal.sentence, status: 402)
        }
    }

    private mutating func goToKlarna(_ session: SessionRecord, _ card: CardForm) -> Response {
        guard session.methods.contains("klarna") else {
            return checkoutPage(session, typed: card, complaint: Refusal.klarna.sentence, status: 422)
        }
        if let complaint = card.emailComplaint {
            return checkoutPage(session, typed: card, complaint: complaint, status: 422)
        }
        return .redirect(to: "/c/pay/\(session.id)/klarna")
    }

    /// The customer answered on Klarna's page; `customer+denied@…` and the code 999999 are refused.
    mutating func payWithKlarna(_ id: String, with form: Form) -> Response {
        openSession(id) { simulator, session in
            guard session.methods.contains("klarna"), form["decision"] != "cancel" else {
                let sentence = "Vous avez quitté Klarna. Choisissez un moyen de paiement."
                return simulator.checkoutPage(session, complaint: sentence)
            }
            let code = form["code"] ?? ""
            guard code.utf8.count == 6, Int(code) != nil else {
                return simulator.klarnaPage(session, complaint: "Saisissez les six chiffres reçus par SMS.")
            }
            let payment = simulator.confirm(session, method: "klarna", cardEnd: nil)
            let isDenied = (session.email ?? "").contains("+denied") || code == "999999"
            guard isDenied || form["decision"] != "accept" else { return simulator.succeed(payment, of: session) }
            simulator.refuse(payment, .klarna)
            return simulator.checkoutPage(session, complaint: Refusal.klarna.sentence, status: 402)
        }
    }

    /// Answers for an open session; a closed one explains itself, and one that is paid goes on to the seller: a double click
    /// pays once.
    private mutating func openSession(
        _ id: String,
        _ answer: (inout Simulator, SessionRecord) -> Response
    ) -> Response {
        guard let session = state.session(id) else { return notFoundPage() }
        switch session.status {
        case .open: return answer(&self, session)
        case .complete: return .redirect(to: session.successAddress)
        case .expired: return expiredPage(session)
        }
    }

    /// This month, counted since the year 0; a card is good until the end of its last one.
    private var thisMonth: Int {
        let days = time / 86_400
        return Int(1_970 * 12 + 1 + days * 12 * 400 / 146_097)
    }
}
