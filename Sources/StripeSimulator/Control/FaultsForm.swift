import Web

extension Simulator {
    /// Every switch of `POST /_simulator/faults`, as it is.
    var faultsForm: HTML {
        let faults = state.faults
        return """
            <form class="pannes" method="post" action="/_simulator/faults" autocomplete="off">
            \(box("duplicates", "Livrer chaque événement deux fois", faults.duplicatesEvents))
            \(box("loses", "Ne livrer aucun événement", faults.losesEvents))
            \(box("reverses", "Livrer chaque événement après le suivant", faults.reversesEvents))
            \(box("shuffles", "Livrer les événements dans le désordre", faults.shufflesEvents))
            \(box("cuts", "Couper la connexion avant la réponse du site", faults.cutsEvents))
            \(box("slow", "Laisser les paiements en attente", faults.delaysPayments))
            \(box("balance", "Laisser les frais des paiements en attente", faults.delaysBalance))
            \(field("delay", "Retard des événements, en secondes", String(faults.delaySeconds)))
            \(field("statuses", "Prochaines réponses de l’API (409, 429, 500…)", statuses))
            \(field("lost", "Réponses de l’API à perdre, l’appel étant fait", String(faults.lostAnswers)))
            \(signatureField)
            <button>Appliquer</button>
            </form>
            """
    }

    private var statuses: String {
        state.faults.nextStatuses.map(String.init).joined(separator: ",")
    }

    private var signatureField: HTML {
        let options = Signing.allCases.map { signing -> HTML in
            let selected: HTML = signing == state.faults.signing ? " selected" : ""
            return "<option value=\"\(signing.rawValue)\"\(selected)>\(signing.words)</option>"
        }
        return """
            <p><label for="signing">Signature des événements</label>
            <select id="signing" name="signing">\(options)</select></p>
            """
    }

    private func box(_ name: String, _ words: String, _ isOn: Bool) -> HTML {
        let checked: HTML = isOn ? " checked" : ""
        return "<p><label><input type=\"checkbox\" name=\"\(name)\" value=\"1\"\(checked)>\(words)</label></p>"
    }

    private func field(_ name: String, _ words: String, _ value: String) -> HTML {
        "<p><label for=\"\(name)\">\(words)</label><input id=\"\(name)\" name=\"\(name)\" value=\"\(value)\"></p>"
    }
}
