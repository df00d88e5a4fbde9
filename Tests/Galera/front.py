"""What nginx is told: the counterpart of nginx/needme.conf around the same snippets, with several crews."""

import os

from nodes import HOUSE


def front(site, roles, port):
    """One upstream for each role, with a line for each crew; beside it, a door to each crew."""
    upstreams = "".join(
        f"    upstream {role} {{ " + " ".join(f"server {crew.address(role)};" for crew in site.crews) + " }\n"
        for role in roles
    )
    doors = "".join(door(crew, port + crew.node.place) for crew in site.crews)
    user = "user root;" if os.geteuid() == 0 else ""
    return f"""{user}
daemon off;
worker_processes 1;
pid {site.folder}/nginx.pid;
error_log stderr;
events {{ worker_connections 512; }}
http {{
    include snippets/http.conf;
    access_log {site.folder}/log/access.log needme;
    client_body_temp_path {site.folder}/body;
    fastcgi_temp_path {site.folder}/fastcgi;
    proxy_temp_path {site.folder}/proxy;
    scgi_temp_path {site.folder}/scgi;
    uwsgi_temp_path {site.folder}/uwsgi;
    map "" $strict_transport {{ default "max-age=0"; }}
    map "" $stripe_pages {{ default "https://checkout.stripe.com"; }}
    ssl_certificate {site.folder}/tls/site.pem;
    ssl_certificate_key {site.folder}/tls/site.key;
{upstreams}    upstream stripe {{ server unix:{site.folder}/nobody.sock; }}
    server {{
        listen 127.0.0.1:{port} ssl;
        root {HOUSE}/nginx/static;
        include snippets/site.conf;
    }}
{doors}}}
"""


def door(crew, port):
    """A way to one crew alone, of which a visitor knows nothing."""
    ways = "".join(
        f"        location {path} {{ include snippets/fastcgi.conf; fastcgi_pass {crew.address(role)}; }}\n"
        for path, role in (("/", "dashboard"), ("/f/", "public"), ("/stripe/webhook/", "webhook"))
    )
    return f"    server {{\n        listen 127.0.0.1:{port} ssl;\n{ways}    }}\n"
