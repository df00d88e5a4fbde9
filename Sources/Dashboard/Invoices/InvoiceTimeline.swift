import Accounting
import French
import Store
import Web

/// What happened to an invoice, each with its time, oldest first.
struct InvoiceTimeline {
    let moments: [InvoiceMoment]

    var html: HTML {
        """
        <section><h2>Suivi</h2>
        <ol class="receipts">\(moments.map(item))</ol></section>
        """
    }

    private func item(_ moment: InvoiceMoment) -> HTML {
        "<li>\(words(moment)) <span class=\"hint\">le \(ParisTime(moment.at).french)</span></li>"
    }

    private func words(_ moment: InvoiceMoment) -> String {
        let (detail, amount) = (moment.detail ?? "", moment.amount ?? .zero)
        return switch moment.kind {
        case .issued: "Facture émise"
        case .sent: "Envoi par e-mail demandé, à \(detail)"
        case .delivered: "E-mail à \(detail) remis au serveur de messagerie"
        case .refused: "E-mail à \(detail) non remis\u{A0}: \(MailRefusalWords.reason(moment.code))"
        case .unreminded: "Relance non envoyée\u{A0}: ce client n’avait plus d’adresse e-mail"
        case .handed: "Marquée comme envoyée"
        case .seen: "Ouverte par votre client"
        case .paid where amount < .zero: "Encaissement repris\u{A0}: \(amount.french), \(detail)"
        case .paid: "Encaissement de \(amount.french), \(detail)"
        case .givenBack: "Remboursement de \((-amount).french), \(detail)"
        case .givenBackNot: "Remboursement annulé\u{A0}: \(amount.french), \(detail)"
        case .credited: "Avoir \(detail) de \(amount.french)"
        case .linkReplaced: "Lien remplacé"
        }
    }
}
