import Accounting
import Operations

extension SecurityRefusal {
    /// The sentence for whoever typed.
    func french(at now: Instant) -> String {
        switch self {
        case .wrongPassword: "Ce n’est pas votre mot de passe."
        case .wrongCode: "Ce code n’est pas le bon, ou a déjà servi. Attendez le suivant et recommencez."
        case .tooMany(let moment):
            "Trop d’essais. Réessayez \(Self.wait(until: moment, from: now)), ou demandez un nouveau mot de passe."
        case .deadLink: "Ce lien ne fonctionne plus."
        case .addressTaken: "Un autre compte utilise déjà cette adresse."
        case .tooManyLetters:
            "Plusieurs liens viennent d’être envoyés. Regardez dans les indésirables, ou réessayez dans une heure."
        case .notNow: "C’est déjà fait."
        }
    }

    /// The status of the page that says so.
    var status: Int {
        switch self {
        case .tooMany, .tooManyLetters: 429
        case .wrongPassword, .wrongCode: 422
        case .deadLink: 410
        case .addressTaken, .notNow: 409
        }
    }

    private static func wait(until moment: Instant, from now: Instant) -> String {
        let seconds = max(1, moment.seconds - now.seconds)
        let minutes = (seconds + 59) / 60
        return seconds < 60 ? "dans \(seconds)\u{A0}s" : "dans \(minutes)\u{A0}min"
    }
}

/// What a browser calls itself, in words.
struct BrowserWords {
    private let agent: String

    init(_ agent: String) {
        self.agent = agent
    }

    /// "Firefox sur Windows".
    var text: String {
        let browser = Self.browsers.first { agent.contains($0.mark) }?.name
        let system = Self.systems.first { agent.contains($0.mark) }?.name
        return switch (browser, system) {
        case (let browser?, let system?): "\(browser) sur \(system)"
        case (let browser?, nil): browser
        case (nil, let system?): "Navigateur inconnu sur \(system)"
        case (nil, nil): "Navigateur inconnu"
        }
    }

    // The first that fits: most browsers also name those they resemble.
    private static let browsers: [(mark: String, name: String)] = [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Vivaldi/", "Vivaldi"),
        ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("HeadlessChrome/", "Chrome"),
        ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ]
    private static let systems: [(mark: String, name: String)] = [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"),
        ("Mac OS X", "macOS"), ("Linux", "Linux"),
    ]
}
