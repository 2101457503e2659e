/// What a decoder refuses to exceed, whatever the bytes claim.
package struct DecodingLimits: Hashable, Sendable {
    /// The longest value that is kept in memory, in bytes; what is deferred does not count.
    package var maximumElementLength: Int
    /// The most sequences within one another.
    package var maximumDepth: Int
    /// The longest data set, deferred values included, in bytes; of a deflated one, when inflated.
    package var maximumDataSetLength: Int
    /// The most elements, items and fragments, since each takes more memory than the eight bytes that it may be sent in.
    package var maximumElements: Int
    /// The most bytes that a deflated data set may inflate to.
    package var maximumInflatedLength: Int
    /// The most bytes that each deflated byte may inflate to, once there are more than ``freelyInflatedLength``.
    package var maximumInflatedRatio: Int
    /// The bytes that may come of a deflated data set whatever the ratio: an honest black image deflates 1,000 to 1.
    package var freelyInflatedLength: Int

    package init(
        maximumElementLength: Int = 1 << 30,
        maximumDepth: Int = 64,
        maximumDataSetLength: Int = 16 << 30,
        maximumElements: Int = 2_000_000,
        maximumInflatedLength: Int = 512 << 20,
        maximumInflatedRatio: Int = 200,
        freelyInflatedLength: Int = 16 << 20
    ) {
        self.maximumElementLength = maximumElementLength
        self.maximumDepth = maximumDepth
        self.maximumDataSetLength = maximumDataSetLength
        self.maximumElements = maximumElements
        self.maximumInflatedLength = maximumInflatedLength
        self.maximumInflatedRatio = maximumInflatedRatio
        self.freelyInflatedLength = freelyInflatedLength
    }

    package static let `default` = DecodingLimits()
}
