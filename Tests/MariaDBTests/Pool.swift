import MariaDB
import TestSupport

extension DatabasePool {
    /// Databases for the tests of this module.
    static let mariaDB = DatabasePool("mariadb") { connection in
        try connection.runUnprepared(
            """
            CREATE TABLE samples (
                id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, name VARCHAR(20) UNIQUE, amount DECIMAL(12, 2),
                tiny TINYINT, big BIGINT, positive BIGINT UNSIGNED, flag BOOLEAN, state ENUM('draft', 'open'),
                day DATE, moment DATETIME(6), note LONGTEXT, token BINARY(16), file LONGBLOB, ratio DOUBLE
            )
            """
        )
        try connection.runUnprepared("CREATE TABLE register (id BIGINT PRIMARY KEY)")
        try connection.runUnprepared(
            """
            CREATE TRIGGER register_stays BEFORE DELETE ON register FOR EACH ROW
                SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a line of the register is never deleted'
            """
        )
    }
}
