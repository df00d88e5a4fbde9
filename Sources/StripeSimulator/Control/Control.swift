import Web

extension Simulator {
    /// The switches: `POST /_simulator/…`, for tests and for the control page.
    mutating func control(_ request: Request, path: [String]) -> Response {
        guard request.method == .post else { return notFoundPage() }
        let form = request.form
        switch path.four {
        case ("faults", "", "", ""): setFaults(form)
        case ("reset", "", "", ""): state = State()
        case ("accounts", let id, "enable", ""): move(id, to: .enabled)
        case ("accounts", let id, "review", ""): move(id, to: .reviewed)
        case ("accounts", let id, "restrict", ""): move(id, to: .restricted)
        case ("accounts", let id, "reject", ""): move(id, to: .rejected)
        case ("accounts", let id, "warn", ""): warn(id)
        case ("accounts", let id, "refuse_document", ""): refuseDocument(id)
        case ("accounts", let id, "revoke", ""): move(id, to: .revoked)
        case ("accounts", let id, "readmit", ""): readmit(id)
        case ("accounts", let id, "klarna", ""): switchKlarna(id)
        case ("sessions", let id, "expire", ""): if state.session(id)?.status == .open { close(id) }
        case ("events", let id, "resend", ""): if let event = state.events.first(where: { $0.id == id }) { send(event) }
        default: if !controlMoney(path, form) { return notFoundPage() }
        }
        return .redirect(to: form["back"].flatMap { $0.hasPrefix("/dashboard/") ? $0 : nil } ?? "/")
    }

    /// Sets every fault at once: a field that is not sent switches its fault off.
    private mutating func setFaults(_ form: Form) {
        var faults = Faults()
        faults.duplicatesEvents = form["duplicates"] != nil
        faults.losesEvents = form["loses"] != nil
        faults.reversesEvents = form["reverses"] != nil
        faults.shufflesEvents = form["shuffles"] != nil
        faults.cutsEvents = form["cuts"] != nil
        faults.delaysPayments = form["slow"] != nil
        faults.delaysBalance = form["balance"] != nil
        faults.delaySeconds = form["delay"].flatMap { Int64($0) } ?? 0
        faults.lostAnswers = form["lost"].flatMap { Int($0) } ?? 0
        faults.signing = form["signing"].flatMap { Signing(rawValue: $0) } ?? .right
        faults.nextStatuses = (form["statuses"] ?? "").split { $0 == "," || $0 == " " }.compactMap { Int($0) }
        change(faults)
    }

    /// Switches faults on and off.
    public mutating func change(_ faults: Faults) {
        state.faults = faults
        if !faults.reversesEvents { releaseHeldEvent() }
    }

    private mutating func switchKlarna(_ id: String) {
        guard state.change(\.accounts, id, { $0.klarna.toggle() }) else { return }
        announce(id)
    }
}
