extension Int64 {
    /// The quotient rounded towards minus infinity, so that moments before 1970 fall on the right day.
    func flooredDivision(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}

extension Int64 {
    /// What remains of that division, never negative.
    func flooredRemainder(of divisor: Int64) -> Int64 {
        self - flooredDivision(by: divisor) * divisor
    }
}
