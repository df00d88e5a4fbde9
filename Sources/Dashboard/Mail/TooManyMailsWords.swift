import Accounting
import French
import Operations

extension TooManyMails {
    /// The sentence for who wanted to send one more.
    var french: String {
        """
        Rien n’est parti\u{A0}: vous avez atteint la limite de \(PostLetter.dailyLimit) e-mails en vingt-quatre heures. \
        Vous pourrez envoyer celui-ci à partir du \(ParisTime(until).french).
        """
    }
}
