# nginx with TLS: the site and, on ports of their own, the simulated Stripe and the mailbox.

start_front() {
    mkdir -p "$demo/nginx"
    ln -sfn "$house/nginx/snippets" "$demo/nginx/snippets"
    front_configuration >"$demo/nginx/nginx.conf"
    start nginx nginx -c "$demo/nginx/nginx.conf" -p "$demo/nginx" -e stderr
}

# The counterpart of nginx/needme.conf: other ports, sockets, certificate and hosts around the same snippets.
front_configuration() {
    [ "$(id -u)" != 0 ] || echo "user root;" # or its workers could not read a source in root's home
    cat <<END
daemon off;
worker_processes 2;
pid "$sockets/nginx.pid";
error_log stderr;
events { worker_connections 512; }

http {
    include snippets/http.conf;
    include snippets/tls.conf;
    access_log "$demo/log/access.log" needme;
    client_body_temp_path "$demo/nginx/body";
    fastcgi_temp_path "$demo/nginx/fastcgi";
    proxy_temp_path "$demo/nginx/proxy";
    scgi_temp_path "$demo/nginx/scgi";
    uwsgi_temp_path "$demo/nginx/uwsgi";

    # A host is refused plain http on all its ports, which would be a nuisance on localhost.
    map "" \$strict_transport { default "max-age=0"; }
    map "" \$stripe_pages { default "$simulator"; }

    upstream dashboard { server "unix:$sockets/dashboard.sock"; }
    upstream public    { server "unix:$sockets/public.sock"; }
    upstream stripe    { server "unix:$sockets/stripe.sock"; }
    upstream webhook   { server "unix:$sockets/webhook.sock"; }
    upstream simulator { server "unix:$sockets/simulator.sock"; }

    ssl_certificate "$demo/tls/site.pem";
    ssl_certificate_key "$demo/tls/site.key";

    server {
        listen 127.0.0.1:$port ssl http2;
        server_name localhost;
        root "$house/nginx/static";
        include snippets/site.conf;
    }
    server {
        listen 127.0.0.1:$port ssl http2 default_server;
        return 301 $site\$request_uri;
    }
    server {
        listen 127.0.0.1:$((port + 1)) ssl http2;
        add_header X-Simulated Stripe always; # and none of the site's headers
        location / {
            include snippets/fastcgi.conf;
            fastcgi_pass simulator;
        }
    }
    server {
        listen 127.0.0.1:$((port + 3)) ssl http2;
        add_header X-Demo Mailbox always; # and none of the site's headers
        location / { proxy_pass "http://unix:$sockets/mail.sock:"; }
        location = /static/needme.css { alias "$house/nginx/static/needme.css"; }
    }
}
END
}

# A certificate for this machine only, signed by an authority of our own that can sign for nothing else. Both are kept,
# so that a browser that was told to trust the authority goes on trusting it.
make_certificate() {
    local tls=$demo/tls month=2592000
    if openssl x509 -in "$tls/site.pem" -noout -checkend $month >/dev/null 2>&1; then return; fi
    say "Making a certificate for localhost"
    mkdir -p "$tls"
    (
        cd "$tls"
        local key=(-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes)
        if ! openssl x509 -in ca.pem -noout -checkend $((14 * month)) 2>&1; then
            openssl req -x509 "${key[@]}" -keyout ca.key -out ca.pem -days 3650 -subj "/CN=NeedMe demo authority" \
                -addext "keyUsage=critical,keyCertSign" \
                -addext "nameConstraints=critical,permitted;DNS:localhost,permitted;IP:127.0.0.1/255.255.255.255"
        fi
        openssl req "${key[@]}" -keyout site.key -subj "/CN=localhost" |
            openssl x509 -req -CA ca.pem -CAkey ca.key -out site.pem -days 397 -extfile <(
                echo "basicConstraints = critical, CA:FALSE"
                echo "subjectAltName = DNS:localhost, IP:127.0.0.1"
                echo "extendedKeyUsage = serverAuth"
            )
    ) >"$demo/log/certificate.log" 2>&1 || fail_with_log certificate
}
