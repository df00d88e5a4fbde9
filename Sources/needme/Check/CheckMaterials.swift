import Glibc
import PDF

/// Whether the files are there that every document is drawn with.
struct CheckMaterials {
    var files = MaterialFiles.debian

    var findings: [Finding] {
        let wanted = files.fonts + [files.colourProfile]
        let missing = wanted.filter { unsafe access($0.path, R_OK) != 0 }
        if !missing.isEmpty {
            return missing.map { .wrong("documents", "\($0.path) is missing", cure: "apt-get install \($0.package)") }
        }
        do throws(DrawingError) {
            _ = try Materials(files)
            return [.ok("documents", "\(files.fonts.count) fonts and the colour profile")]
        } catch {
            return [
                .wrong(
                    "documents",
                    "\(error)",
                    cure: "apt-get install --reinstall " + Set(wanted.map(\.package)).sorted().joined(separator: " ")
                )
            ]
        }
    }
}
