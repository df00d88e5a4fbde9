"""Many payable invoices, copied in the database from one that was made by the real road."""

import json
from dataclasses import dataclass

import books


@dataclass
class Model:
    """An issued invoice whose client is about to pay."""

    company: int
    owner: int
    client: int
    invoice: int
    attempt: int
    account: str
    session: str
    number: str

    @classmethod
    def of_account(cls, account):
        """The newest attempt of an account that has one company and one client."""
        (found,) = books.rows(f"""
            SELECT i.company_id, c.owner_id, i.client_id, i.id, a.id, a.account, a.session, i.number
            FROM payment_attempts a JOIN invoices i ON i.id = a.invoice_id JOIN companies c ON c.id = i.company_id
            WHERE a.account = '{account}' ORDER BY a.id DESC LIMIT 1
        """)
        return cls(*map(int, found[:5]), *found[5:])


@dataclass
class Lot:
    """Invoices with open attempts, spread over companies; each lot has ids of its own."""

    place: int
    count: int
    companies: int

    def __post_init__(self):
        self.first_company = self.place * 10_000_000
        self.first_client = self.first_company + 5_000_000
        self.first_invoice = self.place * 1_000_000_000
        self.first_attempt = self.first_invoice + 500_000_000

    def payments(self, model):
        """What tells each payment from the others."""
        for n in range(self.count):
            k, place = n % self.companies, self.place
            yield {
                "invoice": self.first_invoice + n,
                "attempt": self.first_attempt + n,
                "company": self.first_company + k,
                "client": self.first_client + k,
                "account": f"acct_{place}x{k}",
                "session": f"cs_test_{place}x{n}",
                "payment": f"pi_{place}x{n}",
                "event": f"evt_{place}x{n}",
                "number": f"{model.number[:7]}{1001 + n // self.companies}",
            }

    def copy(self, model):
        """Writes the lot: what there is about the model's company for each company, and about its invoice for each."""
        k, n = f"seq_0_to_{self.companies - 1}", f"seq_0_to_{self.count - 1}"
        company = {"company_id": f"{self.first_company} + seq", "account": f"CONCAT('acct_{self.place}x', seq)"}
        own = company | {
            "company_id": f"{self.first_company} + seq MOD {self.companies}",
            "account": f"CONCAT('acct_{self.place}x', seq MOD {self.companies})",
            "client_id": f"{self.first_client} + seq MOD {self.companies}",
            "invoice_id": f"{self.first_invoice} + seq",
        }
        sequence = f"1001 + seq DIV {self.companies}"
        tokens = {
            "token": f"RPAD(CONCAT('{self.place}x', seq, 'x'), 43, 'x')",
            "token_hash": f"UNHEX(SHA2(CONCAT('{self.place}x', seq), 256))",
        }
        sql = ["SET foreign_key_checks = 0", "START TRANSACTION"]
        sql += [
            copies("users", f"id = {model.owner}", k, {
                "id": f"{self.first_company} + seq", "email": f"CONCAT('{self.place}x', seq, '@exemple.fr')",
            }),
            copies("companies", f"id = {model.company}", k, {
                "id": f"{self.first_company} + seq", "owner_id": f"{self.first_company} + seq",
            }),
        ]
        for table in tables_with("company_id") - tables_with("invoice_id") - {"invoices"}:
            given = {"id": f"{self.first_client} + seq"} if table == "clients" else {"onboarding_hash": "NULL"}
            sql.append(copies(table, f"company_id = {model.company}", k, company | given))
        sql.append(copies("invoices", f"id = {model.invoice}", n, own | {
            "id": f"{self.first_invoice} + seq", "number": f"CONCAT('{model.number[:7]}', {sequence})",
            "entry_key": "NULL",
        }))
        for table in tables_with("invoice_id"):
            given = own | tokens | {"sequence": sequence}
            if table == "payment_attempts":
                given |= {"id": f"{self.first_attempt} + seq", "session": f"CONCAT('cs_test_{self.place}x', seq)"}
            sql.append(copies(table, f"invoice_id = {model.invoice}", n, given))
        books.rows(";\n".join(sql + ["COMMIT"]))

    def written(self):
        """What settling has left about this lot, in rows."""
        mine = f"company_id BETWEEN {self.first_company} AND {self.first_company + self.companies - 1}"
        account = f"account LIKE 'acct\\_{self.place}x%'"
        counts = {
            "events settled": f"stripe_events WHERE {account} AND outcome = 'settled'",
            "events": f"stripe_events WHERE {account}",
            "payments": f"payments WHERE {mine}",
            "invoices with a payment": f"(SELECT DISTINCT invoice_id FROM payments WHERE {mine}) AS one",
            "lines of registers": f"register_lines WHERE {mine}",
            "payments with a line": f"payments p JOIN register_lines l ON l.payment_id = p.id WHERE p.{mine}",
            "invoices paid": f"invoices WHERE {mine} AND state = 'paid'",
            "attempts paid": f"payment_attempts WHERE {mine} AND state = 'paid'",
            "notifications": f"notifications WHERE {mine} AND kind = 'receipt'",
            "errands": f"outbox o JOIN payments p ON p.id = o.subject WHERE p.{mine}"
            " AND o.kind IN ('confirm_payment', 'mail_receipt')",
        }
        found = {what: books.number(f"SELECT COUNT(*) FROM {where}") for what, where in counts.items()}
        ends = f"SELECT COALESCE(SUM(sequence), 0) FROM register_heads WHERE {mine}"
        return found | {"ends of registers": books.number(ends)}


def expected(count):
    """What settling `count` payments leaves: each once, with an errand to confirm it and one to mail it."""
    return {
        what: count * (2 if what == "errands" else 1)
        for what in (
            "events settled", "events", "payments", "invoices with a payment", "lines of registers",
            "payments with a line", "invoices paid", "attempts paid", "notifications", "errands", "ends of registers",
        )
    }


def copies(table, which, numbers, given):
    """A statement that copies rows once for each number `seq`; what is not given stays as it is."""
    columns = [
        name for name, extra in books.rows(f"""
            SELECT column_name, extra FROM information_schema.columns
            WHERE table_schema = DATABASE() AND table_name = '{table}' AND is_generated = 'NEVER'
        """)
        if name in given or "auto_increment" not in extra
    ]
    values = ", ".join(given.get(column, f"model.{column}") for column in columns)
    return f"INSERT INTO {table} ({', '.join(columns)}) SELECT {values} FROM {table} model JOIN {numbers} WHERE {which}"


def tables_with(column):
    return {name for (name,) in books.rows(f"""
        SELECT table_name
        FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
        WHERE table_schema = DATABASE() AND column_name = '{column}' AND table_type = 'BASE TABLE'
    """)}


def event(model_event, model, payment):
    """The event of a payment, word for word as the model's."""
    told = json.loads(model_event)
    session = told["data"]["object"]
    told |= {"id": payment["event"], "account": payment["account"]}
    session |= {
        "id": payment["session"], "payment_intent": payment["payment"], "client_reference_id": str(payment["invoice"]),
    }
    session["metadata"] |= {"attempt": str(payment["attempt"]), "invoice_number": payment["number"]}
    return json.dumps(told)
