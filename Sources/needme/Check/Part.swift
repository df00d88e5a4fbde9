/// The processes of the site, each with a system user, an account of the database and settings of its own.
enum Part: String, CaseIterable {
    case dashboard, `public`, stripe, webhook, work

    /// Its account, and its system user.
    var account: String { "needme_" + rawValue }
}
