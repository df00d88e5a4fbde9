import Foundation
import TestSupport

/// A private nginx on a Unix socket, in front of a responder.
final class Nginx {
    private let command: Command
    private let scratch: Scratch
    private let socket: String

    init(before responder: String, in scratch: Scratch) throws {
        self.scratch = scratch
        socket = scratch.newPath()
        let file = try scratch.file(Self.configuration(socket: socket, responder: responder, home: scratch.path).utf8)
        command = try Command(
            ["nginx", "-p", scratch.path, "-e", "\(scratch.path)/nginx.log", "-c", file],
            in: scratch
        )
        // nginx writes its process id once it listens.
        while !FileManager.default.fileExists(atPath: "\(scratch.path)/nginx.pid") {
            usleep(5_000)
        }
    }

    deinit {
        kill(command.identifier, SIGTERM)
        _ = command.wait()
    }

    /// Asks with Debian's curl.
    func ask(_ target: String, _ options: String...) throws -> Answer {
        let curl = [
            "curl", "--silent", "--include", "--unix-socket", socket, "-H", "Expect:", "http://localhost\(target)",
        ]
        return try Answer(Command(curl + options, in: scratch).result())
    }

    /// How curl ends when it asks.
    func status(_ target: String, _ options: String...) throws -> Int32 {
        let curl = ["curl", "--silent", "--unix-socket", socket, "http://localhost\(target)"]
        return try Command(curl + options, in: scratch).wait()
    }

    private static func configuration(socket: String, responder: String, home: String) -> String {
        """
        daemon off; master_process off; pid \(home)/nginx.pid;
        events {}
        http {
            access_log off;
            client_body_temp_path \(home)/body; fastcgi_temp_path \(home)/fastcgi; proxy_temp_path \(home)/proxy;
            scgi_temp_path \(home)/scgi; uwsgi_temp_path \(home)/uwsgi;
            client_max_body_size 4m;
            server {
                listen unix:\(socket);
                location / {
                    include /etc/nginx/fastcgi_params;
                    fastcgi_param REQUEST_ID $request_id;
                    fastcgi_pass unix:\(responder);
                }
            }
        }
        """
    }
}
