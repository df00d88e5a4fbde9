import Accounting
public import Payments
public import Store

/// The operator looks at how much work waits, and for how long.
public struct TakeStock {
    /// Now.
    public init() {}

    /// What there is; every duration in whole seconds.
    public struct Stock: Sendable, Equatable {
        /// How many errands of each lane are not done.
        public internal(set) var lengths: [Errand.Lane: Int] = [:]
        /// How long the oldest errand of each lane has been due; 0 when none is.
        public internal(set) var ages: [Errand.Lane: Int64] = [:]
        /// How many errands of each lane were ever given up.
        public internal(set) var givenUp: [Errand.Lane: Int] = [:]
        /// How many attempts of each live state there are.
        public internal(set) var attempts: [AttemptState: Int] = [:]
        /// By how much the sweep is late with the attempt that waits for longest; 0 when it is not.
        public internal(set) var sweepLag: Int64 = 0
        /// How many events of Stripe wait for the worker to ask about what they announce.
        public internal(set) var eventBacklog = 0
    }

    /// Looks.
    public func run(in office: Office) throws -> Stock {
        let (reader, now) = (office.store.reader, office.outside.now())
        var stock = Stock()
        for lane in Errand.Lane.allCases {
            let work = try reader.workload(of: lane)
            stock.lengths[lane] = work.length
            stock.ages[lane] = max(0, work.oldestDueAt.map { now.seconds - $0.seconds } ?? 0)
            stock.givenUp[lane] = work.givenUp
        }
        for state in AttemptState.allCases where state.isLive {
            let attempts = try reader.workload(of: state)
            stock.attempts[state] = attempts.count
            let patience = state == .processing ? Sweep.delayedPeriod : Sweep.period
            let lag = attempts.oldestCheckAt.map { now.seconds - $0.seconds - patience } ?? 0
            stock.sweepLag = max(stock.sweepLag, lag)
        }
        stock.eventBacklog = try reader.eventBacklog()
        return stock
    }
}
