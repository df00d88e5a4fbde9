# A MariaDB of our own, reached through its socket only, and the secrets of who may enter it.

# A server that starts deletes what temporary tables it finds, another server's too: this one has a place for its own.
start_database() {
    if [ ! -e "$demo/data/complete" ]; then create_database; fi
    start mariadb multiwatch --forks 1 --retry 10 --signal TERM -- /usr/sbin/mariadbd --no-defaults --user="$(id -un)" \
        --datadir="$demo/data" --socket="$sockets/mariadb.sock" --pid-file="$sockets/mariadb.pid" --skip-networking \
        --tmpdir="$sockets" --character-set-server=utf8mb4 --innodb-buffer-pool-size=128M --performance-schema=OFF
    wait_until "MariaDB answers" 60 sql "CREATE DATABASE IF NOT EXISTS needme CHARACTER SET utf8mb4"
}

# The person who runs the demo is the administrator, known by the socket, without a password.
create_database() {
    say "Creating the database"
    rm -rf "$demo/data"
    # It cannot bear a space in the folder's path, hence from within.
    attend env --chdir="$demo" TMPDIR="$sockets" mariadb-install-db --no-defaults --user="$(id -un)" --datadir=./data \
        --skip-test-db --skip-name-resolve \
        --auth-root-authentication-method=socket --auth-root-socket-user="$(id -un)" \
        >"$demo/log/mariadb-install.log" 2>&1 || fail_with_log mariadb-install
    touch "$demo/data/complete"
}

sql() {
    mariadb --no-defaults --socket="$sockets/mariadb.sock" --user="$(id -un)" --execute "$1" 2>>"$demo/log/sql.log"
}
