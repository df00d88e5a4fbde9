# Starting programs, noticing their death, and leaving none behind.

declare -A services=() # names by process id
service_order=()
attended= # the process id of the program that we wait for, if any

# Starts a program in a session of its own, so that Ctrl-C reaches only us, and so that its whole group can be ended.
# Should we be killed without a chance to clean up, the kernel ends it for us.
start() {
    local name=$1
    shift
    setsid setpriv --pdeathsig TERM "$@" >"$demo/log/$name.log" 2>&1 </dev/null 9>&- &
    services[$!]=$name
    service_order+=($!)
}

# Runs a program to its end, or to ours.
attend() {
    local status=0
    setsid env --default-signal=INT "$@" <&0 9>&- &
    attended=$!
    wait $attended || status=$?
    attended=
    return $status
}

# Polls a command until it succeeds; a service that has died meanwhile ends the demo.
wait_until() {
    local what=$1 seconds=$2 service
    shift 2
    local deadline=$((SECONDS + seconds))
    until "$@"; do
        for service in "${service_order[@]}"; do
            kill -0 "$service" 2>/dev/null || fail_with_log "${services[$service]}"
        done
        ((SECONDS < deadline)) || die "waited $seconds seconds in vain until $what; the logs are in $demo/log"
        sleep 0.1
    done
}

# A service may only end when we end it.
wait_for_services() {
    local service
    wait -n -p service "${service_order[@]}" || true
    fail_with_log "${services[$service]}"
}

fail_with_log() {
    echo "--- the end of $demo/log/$1.log:" >&2
    tail -n 20 "$demo/log/$1.log" >&2 || true
    die "$1 has stopped by itself"
}

# The last started first: nginx takes no more requests, responders finish theirs, MariaDB sees nobody when it closes.
stop_everything() {
    trap '' INT TERM HUP
    local i
    [ -z "$attended" ] || end "$attended" "-$attended"
    for ((i = ${#service_order[@]} - 1; i >= 0; i--)); do end "${service_order[i]}" "${service_order[i]}"; done
    rm -rf "$sockets" "$demo/sockets"
}

# Asks a process or a group to end within ten seconds, then ends by force whatever it has started. A watcher is asked
# alone: it would start again what ends before it.
end() {
    local tenths=100
    kill -TERM -- "$2" 2>/dev/null || true
    while kill -0 -- "-$1" 2>/dev/null && ((tenths-- > 0)); do sleep 0.1; done
    kill -KILL -- "-$1" 2>/dev/null || true
    wait "$1" 2>/dev/null || true
}
