import Operations
import Store
import Web

extension StripePages {
    /// A freelancer goes to their own pages at Stripe.
    func openDashboard(_ request: Request) throws -> Response {
        try gesture(request) { _, companyID in
            let address = try OpenStripeDashboard(
                companyID: companyID,
                accountID: request.form["compte"].flatMap { Int64($0) },
                payment: request.form["paiement"].flatMap { $0.hasPrefix("pi_") ? $0 : nil }
            ).run(in: office, stripe: stripe)
            return .redirect(to: address)
        }
    }

    /// A freelancer clicks « Rejouer » beside an « écart ».
    func replayDiscrepancy(_ request: Request, _ id: Int64) throws -> Response {
        try gesture(request) { _, companyID in
            let replay = ReplayDiscrepancy(companyID: companyID, discrepancyID: id)
            let word =
                switch try replay.run(in: office, stripe: stripe) {
                case .resolved: "ecart-resolu"
                case .setAside: "ecart-a-verifier"
                case .stands: "ecart-inchange"
                }
            return .redirect(to: "/paiements/ecarts?fait=" + word)
        }
    }
}
