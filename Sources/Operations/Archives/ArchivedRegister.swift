import Accounting
import Documents
import Store

/// The register of a company: one table of all of it, and on paper year by year, or month by month where a year is
/// too long; a month that is too long stands in the table alone.
struct ArchivedRegister {
    private let companyID: Int64
    private let reader: StoreReader
    private let press: Press
    private let day: Day
    private let periods: [RegisterPeriod]

    init(_ companyID: Int64, _ reader: StoreReader, _ press: Press, on day: Day) throws {
        self.companyID = companyID
        self.reader = reader
        self.press = press
        self.day = day
        periods = Self.periods(of: try reader.registerSums(RegisterSelection(companyID: companyID, period: .all)))
    }

    private static func periods(of sums: [RegisterSum]) -> [RegisterPeriod] {
        Dictionary(grouping: sums, by: \.year).sorted { $0.key < $1.key }.flatMap { year, sums -> [RegisterPeriod] in
            guard count(sums) > DrawRegister.maximumLines else { return [.year(year)] }
            return Dictionary(grouping: sums, by: \.month).filter { count($0.value) <= DrawRegister.maximumLines }
                .keys.sorted().map { .month(year: year, month: $0) }
        }
    }

    private static func count(_ sums: [RegisterSum]) -> Int { sums.reduce(0) { $0 + $1.count } }

    private static let sheet = ArchiveFormat.register + "registre.csv"

    private func path(of period: RegisterPeriod) -> String { "\(ArchiveFormat.register)registre-\(period.text).pdf" }

    var paths: [String] { [Self.sheet] + periods.map(path) }

    var shelf: ArchiveShelf {
        var (hasSheet, periods) = (false, self.periods[...])
        return {
            guard hasSheet else {
                hasSheet = true
                var export = ExportRegister(RegisterSelection(companyID: companyID, period: .all), reader)
                return ArchiveFile(Self.sheet) { try export.next() }
            }
            guard let period = periods.popFirst() else { return nil }
            let drawing = DrawRegister(RegisterSelection(companyID: companyID, period: period))
            guard let pdf = try drawing.run(reader, press, on: day) else { throw NotFound() }
            return ArchiveFile(path(of: period), pdf, isCompressed: true)
        }
    }
}
