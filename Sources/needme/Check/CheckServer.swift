import MariaDB
import Store

/// Whether MariaDB answers, is recent enough, and loses nothing that it has said yes to.
struct CheckServer {
    let reader: StoreReader

    var findings: [Finding] {
        do {
            let facts = try reader.serverFacts()
            return [version(facts), durability(facts), characters(facts)]
        } catch {
            return [
                .wrong(
                    "database",
                    "\(error)",
                    cure: "see systemctl status mariadb, and NEEDME_DATABASE_SOCKET, …_HOST, …_NAME and …_USER"
                )
            ]
        }
    }

    private func version(_ facts: ServerFacts) -> Finding {
        guard facts.isRecentEnough else {
            return .wrong("database", "MariaDB \(facts.version)", cure: "NeedMe needs 10.11 or newer: upgrade MariaDB")
        }
        return .ok("database", "MariaDB \(facts.version)")
    }

    private func durability(_ facts: ServerFacts) -> Finding {
        guard facts.flushesAtCommit else {
            return .wrong(
                "database",
                "what is committed may be lost when the machine stops",
                cure: "innodb_flush_log_at_trx_commit = 1 in /etc/mysql/mariadb.conf.d, then restart MariaDB"
            )
        }
        return .ok("database", "what is committed is on the disk")
    }

    private func characters(_ facts: ServerFacts) -> Finding {
        guard facts.characterSet == "utf8mb4" else {
            return .wrong(
                "database",
                "its characters are \(facts.characterSet)",
                cure: "ALTER DATABASE … CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci"
            )
        }
        return .ok("database", "every character has its place (utf8mb4)")
    }
}
