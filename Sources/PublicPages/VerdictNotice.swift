import Web

/// What is said of a copy that was compared, in plain words.
struct VerdictNotice {
    let outcome: VerificationPage.Outcome

    var html: HTML {
        """
        <div class="\(tone)" role="\(tone == "alert" ? "alert" : "status")">
        <p><strong>\(verdict)</strong></p>
        <p>\(advice)</p>
        </div>
        """
    }

    private var tone: String {
        switch outcome {
        case .compared(.issuedFile, _), .compared(.todaysFile, _): "success"
        case .compared(.issuedData, _): "notice"
        case .compared(.different, _): "alert"
        case .missing, .compared: "warning"
        }
    }

    private var verdict: String {
        switch outcome {
        case .missing: "Choisissez d’abord un fichier."
        case .compared(.issuedFile, let name): "Conforme\u{A0}: \(name) est exactement le fichier émis."
        case .compared(.todaysFile, let name):
            "Conforme\u{A0}: \(name) est le fichier que NeedMe délivre aujourd’hui pour cette facture."
        case .compared(.issuedData, let name): "Les données de \(name) sont celles de la facture émise."
        case .compared(.different, let name): "Attention\u{A0}: \(name) n’est pas la facture émise."
        case .compared(.notPDF, let name): "\(name) n’est pas un fichier PDF."
        case .compared(.tooLarge, let name): "\(name) est trop lourd pour être comparé."
        case .compared(.unreadable, let name): "\(name) ne peut pas être lu."
        }
    }

    private var advice: String {
        switch outcome {
        case .missing:
            "C’est le PDF de la facture, tel que vous l’avez reçu ou téléchargé."
        case .compared(.issuedFile, _):
            "Pas un octet n’a changé depuis l’émission."
        case .compared(.todaysFile, _):
            "C’est la facture émise, avec les codes de paiement ou le tampon du jour. Pas un octet ne diffère de ce que cette page "
                + "permet de télécharger."
        case .compared(.issuedData, _):
            "Le fichier lui-même est autre\u{A0}: téléchargé à un autre moment, avec d’autres codes de paiement ou un autre tampon, ou "
                + "enregistré à nouveau. Son aspect a pu changer\u{A0}: comparez le montant et l’IBAN qu’il affiche avec ceux de cette page."
        case .compared(.different, _):
            "Il a pu être modifié, ou seulement imprimé en PDF ou numérisé. Ne payez pas d’après ce fichier\u{A0}: fiez-vous au "
                + "montant et à l’IBAN de la facture consultée par ce lien, et appelez l’émetteur à un numéro connu."
        case .compared(.notPDF, _):
            "Choisissez le PDF de la facture. Une photo ou une copie d’écran ne peut pas être comparée."
        case .compared(.tooLarge, _):
            "Une facture émise ici pèse bien moins que 5\u{A0}Mo. Téléchargez-la depuis ce site et comparez à l’œil."
        case .compared(.unreadable, _):
            "Le fichier est abîmé ou protégé par un mot de passe. Rien ne dit qu’il vient de l’émetteur\u{A0}: fiez-vous à la "
                + "facture consultée par ce lien."
        }
    }
}
