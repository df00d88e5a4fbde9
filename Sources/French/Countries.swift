public import Invoicing

/// The countries of the world in French.
public enum Countries {
    /// Codes (ISO 3166-1) with names, France first, then in alphabetical order.
    public static let all: [(code: String, name: String)] =
        [("FR", "France")] + alphabetical.filter { $0.code != "FR" }

    /// The name of a country; its code when it is not known.
    public static func name(of code: String) -> String {
        alphabetical.first { $0.code == code }?.name ?? code
    }

    /// The code, when it is one of ``all``.
    public static func known(_ code: String) -> String? {
        alphabetical.contains { $0.code == code } ? code : nil
    }

    private static let alphabetical: [(code: String, name: String)] = [
        ("AF", "Afghanistan"), ("ZA", "Afrique du Sud"), ("AL", "Albanie"), ("DZ", "Algérie"), ("DE", "Allemagne"),
        ("AD", "Andorre"), ("AO", "Angola"), ("AI", "Anguilla"), ("AG", "Antigua-et-Barbuda"),
        ("SA", "Arabie saoudite"), ("AR", "Argentine"), ("AM", "Arménie"), ("AW", "Aruba"), ("AU", "Australie"),
        ("AT", "Autriche"), ("AZ", "Azerbaïdjan"), ("BS", "Bahamas"), ("BH", "Bahreïn"), ("BD", "Bangladesh"),
        ("BB", "Barbade"), ("BE", "Belgique"), ("BZ", "Belize"), ("BJ", "Bénin"), ("BM", "Bermudes"),
        ("BT", "Bhoutan"), ("BY", "Biélorussie"), ("BO", "Bolivie"), ("BA", "Bosnie-Herzégovine"), ("BW", "Botswana"),
        ("BR", "Brésil"), ("BN", "Brunei"), ("BG", "Bulgarie"), ("BF", "Burkina Faso"), ("BI", "Burundi"),
        ("KH", "Cambodge"), ("CM", "Cameroun"), ("CA", "Canada"), ("CV", "Cap-Vert"), ("CL", "Chili"),
        ("CN", "Chine"), ("CY", "Chypre"), ("CO", "Colombie"), ("KM", "Comores"), ("CG", "Congo-Brazzaville"),
        ("CD", "Congo-Kinshasa"), ("KP", "Corée du Nord"), ("KR", "Corée du Sud"), ("CR", "Costa Rica"),
        ("CI", "Côte d’Ivoire"), ("HR", "Croatie"), ("CU", "Cuba"), ("DK", "Danemark"), ("DJ", "Djibouti"),
        ("DM", "Dominique"), ("EG", "Égypte"), ("AE", "Émirats arabes unis"), ("EC", "Équateur"), ("ER", "Érythrée"),
        ("ES", "Espagne"), ("EE", "Estonie"), ("SZ", "Eswatini"), ("VA", "État de la Cité du Vatican"),
        ("US", "États-Unis"), ("ET", "Éthiopie"), ("FJ", "Fidji"), ("FI", "Finlande"), ("FR", "France"),
        ("GA", "Gabon"), ("GM", "Gambie"), ("GE", "Géorgie"), ("GH", "Ghana"), ("GI", "Gibraltar"), ("GR", "Grèce"),
        ("GD", "Grenade"), ("GL", "Groenland"), ("GP", "Guadeloupe"), ("GT", "Guatemala"), ("GG", "Guernesey"),
        ("GN", "Guinée"), ("GQ", "Guinée équatoriale"), ("GW", "Guinée-Bissau"), ("GY", "Guyana"),
        ("GF", "Guyane française"), ("HT", "Haïti"), ("HN", "Honduras"), ("HU", "Hongrie"), ("IM", "Île de Man"),
        ("KY", "Îles Caïmans"), ("FO", "Îles Féroé"), ("SB", "Îles Salomon"), ("TC", "Îles Turques-et-Caïques"),
        ("VG", "Îles Vierges britanniques"), ("IN", "Inde"), ("ID", "Indonésie"), ("IQ", "Irak"), ("IR", "Iran"),
        ("IE", "Irlande"), ("IS", "Islande"), ("IL", "Israël"), ("IT", "Italie"), ("JM", "Jamaïque"), ("JP", "Japon"),
        ("JE", "Jersey"), ("JO", "Jordanie"), ("KZ", "Kazakhstan"), ("KE", "Kenya"), ("KG", "Kirghizstan"),
        ("KI", "Kiribati"), ("XK", "Kosovo"), ("KW", "Koweït"), ("RE", "La Réunion"), ("LA", "Laos"),
        ("LS", "Lesotho"), ("LV", "Lettonie"), ("LB", "Liban"), ("LR", "Liberia"), ("LY", "Libye"),
        ("LI", "Liechtenstein"), ("LT", "Lituanie"), ("LU", "Luxembourg"), ("MK", "Macédoine du Nord"),
        ("MG", "Madagascar"), ("MY", "Malaisie"), ("MW", "Malawi"), ("MV", "Maldives"), ("ML", "Mali"),
        ("MT", "Malte"), ("MA", "Maroc"), ("MQ", "Martinique"), ("MU", "Maurice"), ("MR", "Mauritanie"),
        ("YT", "Mayotte"), ("MX", "Mexique"), ("MD", "Moldavie"), ("MC", "Monaco"), ("MN", "Mongolie"),
        ("ME", "Monténégro"), ("MZ", "Mozambique"), ("MM", "Myanmar (Birmanie)"), ("NA", "Namibie"), ("NP", "Népal"),
        ("NI", "Nicaragua"), ("NE", "Niger"), ("NG", "Nigeria"), ("NO", "Norvège"), ("NC", "Nouvelle-Calédonie"),
        ("NZ", "Nouvelle-Zélande"), ("OM", "Oman"), ("UG", "Ouganda"), ("UZ", "Ouzbékistan"), ("PK", "Pakistan"),
        ("PA", "Panama"), ("PG", "Papouasie-Nouvelle-Guinée"), ("PY", "Paraguay"), ("NL", "Pays-Bas"),
        ("PE", "Pérou"), ("PH", "Philippines"), ("PL", "Pologne"), ("PF", "Polynésie française"),
        ("PR", "Porto Rico"), ("PT", "Portugal"), ("QA", "Qatar"), ("HK", "R.A.S. chinoise de Hong Kong"),
        ("MO", "R.A.S. chinoise de Macao"), ("CF", "République centrafricaine"), ("DO", "République dominicaine"),
        ("RO", "Roumanie"), ("GB", "Royaume-Uni"), ("RU", "Russie"), ("RW", "Rwanda"),
        ("KN", "Saint-Christophe-et-Niévès"), ("SM", "Saint-Marin"), ("PM", "Saint-Pierre-et-Miquelon"),
        ("VC", "Saint-Vincent-et-les Grenadines"), ("LC", "Sainte-Lucie"), ("SV", "Salvador"), ("WS", "Samoa"),
        ("ST", "Sao Tomé-et-Principe"), ("SN", "Sénégal"), ("RS", "Serbie"), ("SC", "Seychelles"),
        ("SL", "Sierra Leone"), ("SG", "Singapour"), ("SK", "Slovaquie"), ("SI", "Slovénie"), ("SO", "Somalie"),
        ("SD", "Soudan"), ("SS", "Soudan du Sud"), ("LK", "Sri Lanka"), ("SE", "Suède"), ("CH", "Suisse"),
        ("SR", "Suriname"), ("SY", "Syrie"), ("TJ", "Tadjikistan"), ("TW", "Taïwan"), ("TZ", "Tanzanie"),
        ("TD", "Tchad"), ("CZ", "Tchéquie"), ("PS", "Territoires palestiniens"), ("TH", "Thaïlande"),
        ("TL", "Timor oriental"), ("TG", "Togo"), ("TO", "Tonga"), ("TT", "Trinité-et-Tobago"), ("TN", "Tunisie"),
        ("TM", "Turkménistan"), ("TR", "Turquie"), ("UA", "Ukraine"), ("UY", "Uruguay"), ("VU", "Vanuatu"),
        ("VE", "Venezuela"), ("VN", "Viêt Nam"), ("WF", "Wallis-et-Futuna"), ("YE", "Yémen"), ("ZM", "Zambie"),
        ("ZW", "Zimbabwe"),
    ]
}

extension Address {
    /// The lines of the address, in their order; the country only when it is not France.
    public var french: [String] {
        [street, "\(postalCode) \(city)", country == "FR" ? "" : Countries.name(of: country)]
            .filter { !$0.allSatisfy(\.isWhitespace) }
    }
}
