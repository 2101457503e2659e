/// Sizes and durations as a configuration writes them.
enum Quantity {
    /// `4GiB`, `512MiB`, `64KiB`, or a plain number of bytes.
    static func bytes(_ text: String) -> Int? {
        value(text, units: ["": 1, "B": 1, "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30, "TiB": 1 << 40])
    }

    /// `250ms`, `5s`, `10m`, `1h`.
    static func duration(_ text: String) -> Duration? {
        value(text, units: ["ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000]).map { .milliseconds($0) }
    }

    private static func value(_ text: String, units: [String: Int]) -> Int? {
        let digits = text.prefix { ("0"..."9").contains($0) }
        guard let number = Int(digits), let unit = units[String(text.dropFirst(digits.count))] else { return nil }
        let (product, overflows) = number.multipliedReportingOverflow(by: unit)
        return overflows ? nil : product
    }
}
