/// What a new payment page may and must say (Stripe API reference, "Create a Checkout Session").
enum SessionRules {
    static let allowed = [
        "mode", "client_reference_id", "customer_email", "success_url", "cancel_url", "locale", "submit_type",
        "expires_at",
        "line_items[#][quantity]", "line_items[#][price_data][currency]", "line_items[#][price_data][unit_amount]",
        "line_items[#][price_data][product_data][name]", "line_items[#][price_data][product_data][description]",
        "payment_intent_data[application_fee_amount]", "payment_intent_data[description]",
        "payment_intent_data[statement_descriptor_suffix]", "payment_intent_data[metadata][*]", "metadata[*]",
        "allowed_payment_method_types[#]", "excluded_payment_method_types[#]", "adaptive_pricing[enabled]",
        "wallet_options[link][display]", "ui_mode",
    ]

    private static let locales = ["auto", "de", "en", "es", "fr", "fr-CA", "it", "nl", "pt"]

    static func check(_ parameters: Parameters) throws(APIError) {
        try parameters.allowOnly(allowed)
        guard try parameters.require("mode") == "payment" else {
            throw .invalid("mode", "The simulator knows payments only.")
        }
        if let locale = parameters["locale"], !locales.contains(locale) {
            throw .invalid("locale", "Invalid locale: must be one of \(locales.joined(separator: ", "))")
        }
        if let reference = parameters["client_reference_id"], reference.count > 200 {
            throw .invalid("client_reference_id", "Invalid string: must be at most 200 characters")
        }
        if let email = parameters["customer_email"], !email.contains("@") {
            throw .invalid("customer_email", "Invalid email address: \(email)", code: "email_invalid")
        }
        let description = "payment_intent_data[description]"
        if let text = parameters[description], text.count > 1_000 {
            throw .invalid(description, "Invalid string: must be at most 1000 characters")
        }
        try checkSuffix(parameters)
    }

    /// What stands on the customer's statement, prefix and suffix, has 22 characters (Stripe, "Statement descriptors").
    static func checkStatement(_ parameters: Parameters, on account: AccountRecord) throws(APIError) {
        let key = "payment_intent_data[statement_descriptor_suffix]"
        guard let suffix = parameters[key] else { return }
        let prefix =
            account.statementDescriptorPrefix ?? account.statementDescriptor.map { String($0.prefix(10)) } ?? ""
        guard (prefix + "* " + suffix).count <= 22 else {
            throw .invalid(key, "The statement descriptor prefix and suffix have more than 22 characters together.")
        }
    }

    private static func checkSuffix(_ parameters: Parameters) throws(APIError) {
        let key = "payment_intent_data[statement_descriptor_suffix]"
        guard let suffix = parameters[key] else { return }
        guard suffix.count <= 22, suffix.contains(where: { $0.isASCII && $0.isLetter }),
            !suffix.contains(where: { "<>\\'\"*".contains($0) })
        else {
            throw .invalid(
                key,
                "The statement descriptor suffix must be at most 22 characters, with at least one letter."
            )
        }
    }

    /// The sum of the lines, in the only currency that we use.
    static func amount(_ parameters: Parameters) throws(APIError) -> Int64 {
        guard parameters.contains("line_items") else { throw .missing("line_items") }
        var total: Int64 = 0
        var index = 0
        while index == 0 || parameters.contains("line_items[\(index)]") {
            let line = "line_items[\(index)]"
            let quantity = try parameters.require(integer: line + "[quantity]")
            let currency = try parameters.require(line + "[price_data][currency]")
            guard currency == "eur" else {
                throw .invalid(line + "[price_data][currency]", "Invalid currency: \(currency)")
            }
            _ = try parameters.require(line + "[price_data][product_data][name]")
            let price = try parameters.require(integer: line + "[price_data][unit_amount]")
            guard price >= 0, quantity > 0, price <= 99_999_999, quantity <= 1_000_000 else {
                throw .invalid(line, "Invalid non-negative integer", code: "parameter_invalid_integer")
            }
            total += price * quantity
            index += 1
        }
        guard total >= 50 else {
            throw .invalid("line_items", "The total amount due must be at least 0.50 €.", code: "amount_too_small")
        }
        guard total <= 99_999_999 else {
            throw .invalid("line_items", "The total amount due is too large.", code: "amount_too_large")
        }
        return total
    }

    /// What goes to the platform: more than nothing, less than the amount.
    static func fee(_ parameters: Parameters, amount: Int64) throws(APIError) -> Int64? {
        let key = "payment_intent_data[application_fee_amount]"
        guard let fee = try parameters.integer(key) else { return nil }
        guard fee > 0, fee < amount else {
            throw .invalid(key, "The application fee must be positive and less than the amount.")
        }
        return fee
    }

    /// When the page closes: from 30 minutes to 24 hours from now.
    static func expiry(_ parameters: Parameters, now: Int64) throws(APIError) -> Int64 {
        guard let expiry = try parameters.integer("expires_at") else { return now + 86_400 }
        guard expiry >= now + 1_800 else {
            throw .invalid("expires_at", "The `expires_at` timestamp must be at least 30 minutes from now.")
        }
        guard expiry <= now + 86_400 else {
            throw .invalid("expires_at", "The `expires_at` timestamp must be less than 24 hours from now.")
        }
        return expiry
    }
}
