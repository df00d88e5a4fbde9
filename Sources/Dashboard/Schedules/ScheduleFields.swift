import Web

/// The fields of a recurring invoice, around its client and its lines.
struct ScheduleFields {
    let input: ScheduleInput
    let messages: [String: String]

    /// What each invoice says.
    var head: HTML {
        """
        \(FormField("subject", "Objet", value: input.subject, message: messages["subject"]).html)
        <div class="pair even">
        \(FormField("purchase_order", "Bon de commande du client", value: input.purchaseOrder,
                message: messages["purchase_order"], limit: 100).html)
        \(FormField("payment_term_days", "Délai de paiement, en jours", value: input.paymentTermDays,
                message: messages["payment_term_days"], limit: 3, isRequired: true).html)
        </div>
        """
    }

    /// When one is made, and what becomes of it.
    var rhythm: HTML {
        """
        <fieldset><legend>Rythme</legend>
        <div class="pair even">
        \(FormField("every", "Intervalle", value: input.every, message: messages["every"], limit: 2, isRequired: true).html)
        \(FormChoice("period", "Unité de temps", options: ScheduleInput.Unit.allCases.map { (value: $0.rawValue, label: $0.rawValue) },
            selected: input.unit).html)
        </div>
        \(FormField("first_on", "Première facture le", value: input.firstOn, message: messages["first_on"],
            kind: .date, hint: "Le 31 devient le dernier jour des mois plus courts.", limit: 10, isRequired: true).html)
        \(FormChoice("end", "Fin", options: [("jamais", "Jamais"), ("date", "Après une date"), ("nombre", "Après un nombre de factures")],
            selected: input.end).html)
        <div class="pair even">
        \(FormField("last_on", "Dernière date", value: input.lastOn, message: messages["last_on"], kind: .date, limit: 10).html)
        \(FormField("count", "Nombre de factures", value: input.count, message: messages["count"], limit: 3).html)
        </div>
        </fieldset>
        \(FormChoice("mode", "Ce que fait NeedMe", options: [("draft", "Prépare un brouillon, que vous vérifiez"),
            ("send", "Émet la facture et l’envoie par e-mail")], selected: input.mode).html)
        """
    }
}
