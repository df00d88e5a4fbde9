/// The code of a unit (EN 16931 BT-130; UNECE Recommendation 20).
enum UnitCode {
    /// The code of a unit as sellers type it; "C62", one, when it is no unit that has a code.
    static func of(_ unit: String) -> String {
        codes[unit.lowercased().filter { !$0.isWhitespace && $0 != "." }] ?? "C62"
    }

    private static let codes = [
        "heure": "HUR", "heures": "HUR", "h": "HUR",
        "minute": "MIN", "minutes": "MIN", "min": "MIN",
        "jour": "DAY", "jours": "DAY", "journée": "DAY", "journées": "DAY", "j": "DAY",
        "semaine": "WEE", "semaines": "WEE",
        "mois": "MON",
        "an": "ANN", "ans": "ANN", "année": "ANN", "années": "ANN",
        "g": "GRM", "kg": "KGM", "kilo": "KGM", "kilos": "KGM", "tonne": "TNE", "tonnes": "TNE", "t": "TNE",
        "l": "LTR", "litre": "LTR", "litres": "LTR",
        "m": "MTR", "mètre": "MTR", "mètres": "MTR", "ml": "MTR",
        "km": "KMT", "kilomètre": "KMT", "kilomètres": "KMT",
        "m²": "MTK", "m2": "MTK", "m³": "MTQ", "m3": "MTQ",
    ]
}
